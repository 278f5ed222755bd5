"""Several articles on one site: what they tell alike, apart and against each other."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from explainer.dossier import build
from explainer.dossier.model import Dossier
from explainer.pages.addresses import Addresses
from explainer.pages.plan import plan
from explainer.pages.render import Renderer
from pages.dossiers import small
from text.cases import CASES


def dossier_of(case: str, folder: Path) -> Dossier:
    """What becomes of the articles of a case."""
    seeds = folder / "seeds"
    seeds.mkdir()
    for path in sorted((CASES / "dossiers" / case).glob("*.[ty]*")):
        (seeds / path.name).write_bytes(path.read_bytes())
    return build(seeds, show="full")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The bridge, told by three articles."""
    return dossier_of("repeats", tmp_path_factory.mktemp("several"))


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
    article = block(dossier, "article", id="gazette")
    line = article.css_first("#s-99c5a8ac")
    assert words(line.css_first(".x-content")).startswith("“the bridge over the Mirna")
    assert words(line.css_first(".x-source")) == "Anna Berg"
    links = [a.attributes["href"] for a in article.css("#n-s-99c5a8ac a")]
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


OTHERWISE = {
    "s-dfa48f07-said": (
        "claims",
        "another stance",
        "Anna Berg: denies",
        "that the harbour of Mirna",
    ),
    "s-257acc4d-denied": (
        "claims",
        "another stance",
        "Anna Berg: says",
        "that the harbour of Mirna",
    ),
    "e-87134590-monday": ("timeline", "other numbers", "three men were killed", "in Mirna ,"),
    "e-0b3cbb30-4-may-1950": ("timeline", "another date", "on 3 May 1950", "in The harbour"),
}


@pytest.mark.parametrize("told", OTHERWISE)
def test_disagreement_shows_at_both(told: str, tmp_path: Path) -> None:
    """What two articles tell differently has the other's words beside it, and none says who is right."""
    dossier = dossier_of("disagreements", tmp_path)
    name, what, *pieces = OTHERWISE[told]
    seen = words(block(dossier, name).css_first(f"#{told} .x-otherwise"))
    assert seen.startswith(f"Told otherwise ( {what} ): ".replace("( ", "(").replace(" )", ")"))
    assert all(piece in seen for piece in pieces)
    assert seen in words(block(dossier, name).css_first(f"#{told}"))


def test_disagreements_are_on_the_desk(tmp_path: Path) -> None:
    """The desk lists each pair once; a site of one article has no such list."""
    desk = block(dossier_of("disagreements", tmp_path), "desk")
    assert desk.css_first("#otherwise") is not None
    assert words(desk.body).count("three men were killed at the crane") == 1
    assert block(small(), "desk").css_first("#otherwise") is None


def test_what_stands_beside_a_name(tmp_path: Path) -> None:
    """An actor's page shows how each article describes a person, in the article's words."""
    (tmp_path / "farm.txt").write_text("John Smith, a farmer from Ohio, left.", encoding="utf-8")
    (tmp_path / "tax.txt").write_text("The Ohio farmer John Smith (37) paid.", encoding="utf-8")
    dossier = build(tmp_path, show="full")
    facts = words(block(dossier, "actor", id="john-smith").css_first("dl"))
    assert "Described as a farmer from Ohio ( farm , date not known), " in facts
    assert "The Ohio farmer ( tax , date not known), 37 ( tax , date not known)" in facts
    hidden = block(build(tmp_path), "actor", id="john-smith").css_first("dl")
    assert "farmer" not in words(hidden)
