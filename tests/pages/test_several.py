"""Several articles on one site: what they tell alike, apart and against each other."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer.dossier import build
from explainer.dossier.model import Dossier
from explainer.pages.addresses import Addresses
from explainer.pages.plan import plan
from explainer.pages.render import Renderer
from pages.dossiers import small
from text.cases import CASES


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The bridge, told by three articles."""
    seeds = tmp_path_factory.mktemp("several") / "seeds"
    seeds.mkdir()
    for path in sorted((CASES / "dossiers" / "repeats").glob("*.[ty]*")):
        (seeds / path.name).write_bytes(path.read_bytes())
    return build(seeds, show="full")


def block(dossier: Dossier, name: str, **options: object) -> LexborHTMLParser:
    """A block's HTML."""
    html = Renderer(dossier, Addresses()).block(name, options, first=True)
    return LexborHTMLParser(str(html))


def words(node: LexborNode | None) -> str:
    """What a reader reads."""
    assert node is not None
    return " ".join(node.text(separator=" ").split())


BRIDGE = "s-a4f61b0c-said"


def test_repeated_claim_stands_once(dossier: Dossier) -> None:
    """A claim of two articles is one row, which names both and links both sentences."""
    table = block(dossier, "claims")
    row = table.css_first(f"tr#{BRIDGE}")
    assert "Also told ( Anna Berg · said ): see the sentence in The bridge" in words(row)
    links = [a.attributes["href"] for a in row.css("a.x-proof")]
    assert links == [
        "\x1aarticles/agency/#s-a4f61b0c",
        "\x1aarticles/gazette/#s-99c5a8ac",
    ]
    assert row.css_first("#s-99c5a8ac-said") is not None
    assert "s-99c5a8ac-said" not in dossier.claims


def test_repeated_claim_in_each_article_s_words(dossier: Dossier) -> None:
    """Seen from one of its articles, a claim is in that article's words, the other one the repeat."""
    row = block(dossier, "claims", article="gazette").css_first(f"tr#{BRIDGE}")
    assert words(row.css_first("blockquote")) == "“the bridge over the Mirna would fall next year.”"
    assert "Also told ( Governor Anna Berg · said )" in words(row)
    assert len(block(dossier, "claims", article="post").css(f"tr#{BRIDGE}")) == 0


def test_article_marks_its_own_words(dossier: Dossier) -> None:
    """A sentence that repeats another's claim has its own words marked, and links to the one claim."""
    line = block(dossier, "article", id="gazette").css_first("#s-99c5a8ac")
    assert words(line.css_first(".x-content")).startswith("“the bridge over the Mirna")
    assert words(line.css_first(".x-source")) == "Anna Berg"
    links = [a.attributes["href"] for a in line.css(".x-notes a")]
    assert f"\x1aclaims/#{BRIDGE}" in links


def test_repeated_event_stands_once(dossier: Dossier) -> None:
    """An event of two articles is one entry, which names both."""
    entry = block(dossier, "timeline").css_first("#e-13d9bd48-3-may-1950")
    assert "Also told: see the sentence in The bridge" in words(entry)
    assert len(block(dossier, "timeline", article="gazette").css("#e-13d9bd48-3-may-1950")) == 1


@pytest.mark.parametrize("name", ["claims", "timeline", "actors"])
def test_one_article_alone(dossier: Dossier, name: str) -> None:
    """A block that nothing narrows leads to each article's own; one that something does, does not."""
    links = [a.attributes["href"] for a in block(dossier, name).css(".x-by-article a")]
    assert links == [f"\x1aarticles/{slug}/{name}/" for slug in dossier.sheets]
    narrowed = block(dossier, name, article="post")
    links = [str(a.attributes["href"]) for a in narrowed.css(".x-by-article a")]
    assert not any(link.startswith(f"\x1aarticles/post/{name}/") for link in links)
    assert any(link in {f"\x1a{name}/"} for link in links)
    assert not block(dossier, name, limit=1).css(".x-by-article")


def test_alone_on_the_site() -> None:
    """Where there is one article, nothing leads to it alone."""
    assert not block(small(), "claims").css(".x-by-article")
    assert not any("/" in page.source[9:] for page in plan(small()) if "articles/" in page.source)


def test_pages_of_one_article_alone(dossier: Dossier) -> None:
    """Each article has its own table, timeline and glossary, which the site's search leaves out."""
    pages = {page.source: page for page in plan(dossier)}
    for name in ("claims", "timeline", "actors"):
        page = pages[f"articles/post/{name}.md"]
        assert page.markdown == f"/// {name}\n    article: post\n///\n"
        assert page.meta == {"search": {"exclude": True}}
