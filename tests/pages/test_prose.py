"""People's prose: from Markdown to what readers get, and what is told of mistakes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from explainer.dossier import Dossier, build
from explainer.pages.extension import ExplainerExtension
from explainer.pages.site import Site
from pages.dossiers import Draft
from text.cases import CASES

SEEDS = {
    "talks": (
        "Anna Berg said that the dam was safe. The Northern Militia denies that the dam was safe.\n\n"
        "The dam was closed. Carl Dahl said that the bridge  would “hold”."
        " “We stay,” he said, “and wait”.\n\n"
        "The town was quiet, and again the town was quiet. It’s the people’s [sic] river.\n"
    ),
    "flood": (
        "The dam was closed. Anna Berg said that it flooded. Carl Dahl said that it rained.\n"
    ),
}
#: Those of mkdocs.yml that change how prose is read.
EXTENSIONS = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc",
    "pymdownx.superfences",
]  # fmt: skip


@pytest.fixture(name="dossier", scope="module")
def dossier_fixture(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier of the two articles."""
    seeds = tmp_path_factory.mktemp("prose") / "seeds"
    seeds.mkdir()
    for name, text in SEEDS.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    return build(seeds, show="full")


def converted(site: Site, page: str, text: str) -> LexborHTMLParser:
    """A page's HTML as a builder would have it."""
    site.enter(page, "")
    ours = ExplainerExtension(site.render, lambda: site)
    html = Markdown(extensions=[*EXTENSIONS, ours]).convert(site.written(text))
    site.finish(html)
    return LexborHTMLParser(html)


def seen(page: LexborHTMLParser) -> str:
    """What readers read, quotations with their addresses."""
    for link in page.css("a.x-words, a.x-actor"):
        address = str(link.attributes["href"]).removeprefix("./")
        link.replace_with(f"{{{link.text()} -> {address}}}")
    body = page.body
    return body.text() if body else ""


def cases(name: str) -> Iterator[object]:
    """A page, what is told of it, and what readers get."""
    text = (CASES / "prose" / name).read_text(encoding="utf-8")
    for case in text.split("\n==== ")[1:]:
        title, _, rest = case.partition("\n")
        page, told, shown = rest.split("----\n")
        yield pytest.param(page, told.splitlines(), shown.split(), id=title)


@pytest.mark.parametrize(("page", "told", "shown"), list(cases("quotations.txt")))
def test_quotations(page: str, told: list[str], shown: list[str], dossier: Dossier) -> None:
    """Verified, linked to its sentence, in the article's words; or told at its place, and plain."""
    site = Site(dossier, {"page.md": page})
    html = converted(site, "page.md", page)
    assert [str(problem) for problem in site.problems] == told
    assert seen(html).split() == shown


@pytest.mark.parametrize(
    "page", ["[“the town was quiet”](quote:)\n", "/// quote\n    text: the town was quiet\n///\n"]
)
def test_a_sentence_that_a_page_quotes_links_back(page: str, dossier: Dossier) -> None:
    """It names the page, and is shown where only excerpts of its article are."""
    sheets = {slug: replace(sheet, show="excerpts") for slug, sheet in dossier.sheets.items()}
    dossier = replace(dossier, sheets=sheets)
    for whole, shown in ((page, True), ("# The town\n\n" + page, True), ("# The town\n", False)):
        site = Site(dossier, {"notes/town.md": whole})
        html = site.renderer.block("article", {"id": "talks"})
        assert ("and again the town was quiet" in html) is shown
        seen = LexborHTMLParser(html)
        notes = [where.text() for where in seen.css(".x-where:has(a[href$='notes/town/'])")]
        number = seen.css_first("[id='s-618031c7'] + .x-ref")
        title = "The town" if "#" in whole else "Town"
        assert notes == ([f"{number.text()}. Quoted on: {title}"] if shown else [])


def test_hostile_words_stay_words() -> None:
    """What an article says is text in a quotation too, whatever it holds."""
    draft = Draft(
        "He \u202esaid <script>alert(1)</script> & [x](javascript:alert(2)).", title='"><b>'
    )
    text = (
        "[“said &lt;script>alert(1)&lt;/script> & \\[x\\](javascript:alert(2))”](quote:)\n"
        "[“said &lt;script>alert(1)&lt;/script> & \\[y\\](javascript:alert(2))”](quote:)\n"
    )
    site = Site(draft.done(), {"page.md": text})
    html = converted(site, "page.md", text)
    (problem,) = site.problems
    assert f"did you mean `{text.splitlines()[0]}`?" in problem.message.replace("amp;", "")
    assert html.css("script, b, a[href^=javascript]") == []
    assert "said <script>alert(1)</script> & [x](javascript:alert(2))" in seen(html)


def named() -> Dossier:
    """A dossier with the actors of the cases."""
    draft = Draft("Here they are: Berg, Dahl, OTR, President Carl Dahl, Northern Militia.")
    draft.actor("anna-berg", "Anna Berg", "Berg").actor(
        "carl-dahl", "Carl Dahl", "President Carl Dahl"
    )
    draft.actor("ida-dahl", "Ida Dahl", "Dahl").actor("bbc", "BBC").actor("the-west", "the West")
    names = ("the men of the north", "Northmen", "them")
    draft.actor("northern-militia", "Northern Militia", "Northern Militia", also=names)
    draft.actor("council", "Northern Militia Council")
    draft.actor("union", "The Union", kind="group", given=frozenset({"name"}))
    draft.actor("trade", "Office for Trade and Rivers", "OTR").actor("odd", "A *B* & <C>")
    draft.actor("wzxhzdk", "wzxhzdk")
    return draft.actor("villages", "Three southern villages", kind="group").done()


def name_cases() -> Iterator[object]:
    """A page, and what readers get."""
    text = (CASES / "prose/names.txt").read_text(encoding="utf-8")
    for case in text.split("\n==== ")[1:]:
        title, _, rest = case.partition("\n")
        page, shown = rest.split("----\n")
        yield pytest.param(page, shown.split(), id=title)


@pytest.mark.parametrize(("page", "shown"), list(name_cases()))
def test_names(page: str, shown: list[str]) -> None:
    """The first mention of an actor in each section leads to its page; nothing else changes."""
    site = Site(named(), {"page.md": page})
    assert seen(converted(site, "page.md", page)).split() == shown


def test_a_page_does_not_link_to_itself() -> None:
    """An actor's own page names it without a link."""
    site = Site(named(), {"actors/anna-berg.md": ""})
    html = converted(site, "actors/anna-berg.md", "Anna Berg met Berg, and the BBC.")
    assert [link.text() for link in html.css("p a.x-actor")] == ["BBC"]


def test_pages_for_contributors_name_no_actors() -> None:
    """Nor do pages that no one wrote: their blocks link what they name."""
    site = Site(named(), {"contributing.md": "The BBC.", "page.md": "The BBC."})
    assert converted(site, "contributing.md", "The BBC.").css("a") == []
    assert len(converted(site, "page.md", "The BBC.").css("a.x-actor")) == 1
