"""This project's own site, as it is published."""

import gzip
import itertools
import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import Build, run_build
from explainer.dossier import Dossier
from explainer.dossier import build as read_seeds
from explainer.text.spans import Span

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dossier(root: Path) -> Dossier:
    """What the site was made from."""
    return read_seeds(root / "seeds", docs=root / "docs")


def page(site: Path, path: str) -> LexborHTMLParser:
    """A page of the site."""
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def test_the_first_link_leads_to_the_heading(built_site: Path) -> None:
    """Who skips what stands above a page by keyboard misses nothing of the page, whoever wrote it."""
    paths = [
        path for path in built_site.rglob("index.html") if "md-skip" in path.read_text("utf-8")
    ]
    assert len(paths) > 40
    for path in paths:
        seen = page(path.parent, "")
        skip, (heading, *_) = seen.css_first("a.md-skip"), seen.css("h1")
        assert skip.attributes["href"] == f"#{heading.attributes.get('id')}", path


def test_every_actor_and_article_has_a_page(built_site: Path, dossier: Dossier) -> None:
    """Whichever program built the site: the generated pages are there."""
    assert dossier.actors
    for folder, ids in (("actors", dossier.actors), ("articles", dossier.sheets)):
        for name in ids:
            assert (built_site / folder / name / "index.html").is_file(), name


def test_every_claim_is_in_the_articles_own_words(built_site: Path, dossier: Dossier) -> None:
    """Each quotation on the page of claims is article[start:end], letter for letter."""
    rows = page(built_site, "claims").css(".x-claims-table tbody tr")
    items = {str(row.attributes["id"]): row for row in rows}
    assert items.keys() == dossier.claims.keys()
    for name, claim in dossier.claims.items():
        text = dossier.sheets[claim.place.article].article.text
        pieces = [Span(*span).of(text) for span in claim.content]
        quotation = items[name].css_first("blockquote p")
        assert (quotation.text() if quotation else "") == " … ".join(pieces)


def test_every_question_has_a_page(built_site: Path, dossier: Dossier) -> None:
    """Each question is the heading of its page, with each answer and its words below it."""
    assert len(dossier.questions) >= 8
    for name, question in dossier.questions.items():
        seen = page(built_site, f"questions/{name}")
        assert [h.text().removesuffix("¶") for h in seen.css("h1")] == [question.question]
        answers = seen.css(".x-answer")
        assert [a.css_first("h2").text() for a in answers] == [a.says for a in question.answers]
        for shown, answer in zip(answers, question.answers, strict=True):
            words = [dossier.words(cited.place) for cited in answer.cited]
            assert [q.text() for q in shown.css("blockquote p")] == words
            links = [a.attributes["href"] for a in shown.css("a.x-proof")]
            places = [cited.place for cited in answer.cited]
            assert links == [f"../../articles/{p.article}/#{p.sentence}" for p in places]


def test_what_a_command_writes_names_what_it_is_made_from(built_site: Path) -> None:
    """Nobody is sent to edit a page that the next run of a command would write anew."""
    for name, wanted in (
        ("reference", "models in hooks/"),
        ("architecture", "heads of the modules"),
    ):
        foot = page(built_site, name).css_first(".x-foot").text()
        assert wanted in foot
        assert f"docs/{name}.md" not in foot


def test_each_cell_of_the_matrix_is_in_the_articles_words(
    built_site: Path, dossier: Dossier
) -> None:
    """Each quotation is article[start:end]; each question has its row, each answer its cell."""
    rows = page(built_site, "claims").css(".x-matrix tbody tr")
    questions = list(dossier.questions.values())
    assert [row.css_first("th").text() for row in rows] == [q.question for q in questions]
    for row, question in zip(rows, questions, strict=True):
        texts = {slug: sheet.article.text for slug, sheet in dossier.sheets.items()}
        quoted = {
            (place.article, f"#{place.sentence}", texts[place.article][slice(*place.span)])
            for place in (cited.place for cited in question.cited)
        }
        links = row.css("td .x-given a.x-proof")
        assert len(links) >= len(list(question.cited))
        for link in links:
            _, article, sentence = str(link.attributes["href"]).rsplit("/", 2)
            assert (article, sentence, link.text()) in quoted
        assert all(td.text().strip() for td in row.css("td"))


def test_claims_of_one_stance_are_a_page(built_site: Path, dossier: Dossier) -> None:
    """Without script a reader follows a link to them; all of them are there, and no other."""
    had = {claim.stance for claim in dossier.claims.values() if claim.has_stance}
    slices = page(built_site, "claims").css(".x-slices a[href^='../claims/']")
    assert {str(a.attributes["href"]) for a in slices} == {f"../claims/{name}/" for name in had}
    for name in had:
        rows = page(built_site, f"claims/{name}").css(".x-claims-table tbody tr")
        found = {row.attributes["id"] for row in rows}
        assert found == {c.id for c in dossier.claims.values() if c.stance == name and c.has_stance}


def test_a_site_without_questions_builds(project: Path, build: Build) -> None:
    """No question, no heading for any, and nothing is wrong."""
    for path in (project / "docs/questions").iterdir():
        path.unlink()
    done = build(project, "--strict")
    assert done.returncode == 0, done.stderr
    for name in ("", "claims"):
        shown = page(project / "site", name).html
        assert "What is disputed" not in shown
        assert "Who answers what" not in shown
    assert not (project / "site/questions").exists()


def test_a_quotation_that_is_not_in_the_article_fails(project: Path, build: Build) -> None:
    """The build names the place and the nearest passage; broken front matter is not shown."""
    path = project / "docs/questions/is-it-over.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("attacked again", "attackd again"),
        encoding="utf-8",
    )
    other = project / "docs/questions/who-holds-bahmut.md"
    other.write_text("---\nquestion: [\n---\nProse.\n", encoding="utf-8")
    done = build(project, "--strict")
    assert done.returncode == 1
    assert (
        "docs/questions/is-it-over.md:19:9: these words stand in no article; did you mean"
        ' `quote: "Belgorod was attacked again, this time by drones"`?' in done.stderr
    )
    assert "docs/questions/who-holds-bahmut.md:" in done.stderr
    shown = page(project / "site", "questions/who-holds-bahmut").css_first("article").text()
    assert "Prose." in shown
    assert "question:" not in shown


def test_the_article_is_shown_letter_for_letter(built_site: Path, dossier: Dossier) -> None:
    """All sentences together are the text, with nothing lost between the marks."""
    for slug, sheet in dossier.sheets.items():
        if sheet.show == "full":
            shown = [p.text() for p in page(built_site, f"articles/{slug}").css(".x-sentence")]
            assert shown == [sheet.words(line.span) for line in sheet.lines]


def test_every_sentence_links_to_what_rests_on_it(built_site: Path, dossier: Dossier) -> None:
    """Claims and events from its notes, actors from its paragraph or from the notes on that."""
    for slug, sheet in dossier.sheets.items():
        seen = page(built_site, f"articles/{slug}")
        for line in sheet.lines:
            links = {a.attributes["href"] for a in seen.css(f"[id='n-{line.id}'] a")}
            assert links >= {f"../../claims/#{claim}" for claim in line.claims}
            assert links >= {
                f"../../timeline/#{dossier.events[event].permalink}" for event in line.events
            }
            passage = seen.css_first(f"[id='{line.id}']").parent.parent
            links = {a.attributes["href"] for a in passage.css("a[href]")}
            assert links >= {f"../../actors/{named.actor}/" for named in line.mentions}


def test_each_page_has_one_main_heading_in_order(built_site: Path) -> None:
    """One h1, and no level is skipped."""
    for path in built_site.rglob("index.html"):
        seen = LexborHTMLParser(path.read_text(encoding="utf-8"))
        levels = [int(h.tag[1]) for h in seen.css("article :is(h1,h2,h3,h4)")]
        assert levels.count(1) == 1, path
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), path


def test_anchors_are_unique(built_site: Path) -> None:
    """No page has an id twice."""
    for path in built_site.rglob("*.html"):
        seen = LexborHTMLParser(path.read_text(encoding="utf-8"))
        ids = [node.attributes["id"] for node in seen.css("[id]")]
        assert len(ids) == len(set(ids)), path


def test_no_page_has_styles_or_scripts_of_ours_inside(built_site: Path) -> None:
    """A content policy can forbid them."""
    for path in built_site.rglob("*.html"):
        seen = LexborHTMLParser(path.read_text(encoding="utf-8"))
        assert seen.css("article [style], article script, article style") == [], path


def test_the_desk_is_not_in_search(built_site: Path) -> None:
    """Nor are the pages for contributors."""
    index = json.loads((built_site / "search/search_index.json").read_text(encoding="utf-8"))
    places = {doc["location"].split("/")[0] for doc in index["docs"]}
    assert not places & {"desk", "contributing", "architecture", "changes"}
    assert "actors" in places


def test_two_builds_are_the_same_to_the_byte(built_site: Path, root: Path, tmp_path: Path) -> None:
    """The commit's time is the build's, compressed files included."""
    done = run_build(root, "--strict", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    one, two = (
        {p.relative_to(s).as_posix(): p.read_bytes() for p in s.rglob("*") if p.is_file()}
        for s in (built_site, tmp_path / "site")
    )
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
    assert gzip.decompress(one["sitemap.xml.gz"])


def test_a_page_by_hand_is_never_replaced(project: Path, build: Build) -> None:
    """The file stays, and its words are on the page."""
    path = project / "docs/actors/russian-volunteer-corps.md"
    path.write_text("By hand.\n", encoding="utf-8")
    done = build(project, "--strict")
    assert done.returncode == 0, done.stderr
    assert path.read_text(encoding="utf-8") == "By hand.\n"
    made = project / "site/actors/russian-volunteer-corps/index.html"
    assert "By hand." in made.read_text(encoding="utf-8")


def test_an_unreadable_article_fails_and_the_others_are_built(project: Path, build: Build) -> None:
    """The file is named, without a traceback."""
    (project / "seeds/latin.txt").write_bytes("Café noir".encode("latin-1"))
    (project / "seeds/other.txt").write_text("Ann Lee said that it rained.", encoding="utf-8")
    done = build(project, "--strict")
    assert done.returncode == 1
    assert "seeds/latin.txt:1:4: byte 0xe9 is not UTF-8" in done.stderr
    assert "Traceback" not in done.stderr
    assert (project / "site/articles/other/index.html").is_file()
    assert (project / "site/articles/belgorod-raid/index.html").is_file()


def test_search_shows_no_pictures_caption(built_site: Path) -> None:
    """Who looks for a day finds what happened then, and not how the picture of it is drawn."""
    index = (built_site / "search/search_index.json").read_text(encoding="utf-8")
    assert "A column is a day" in page(built_site, "timeline").html
    assert "A column is a day" not in index


def test_search_tells_quotations_from_the_sites_words(built_site: Path) -> None:
    """On a page a style sheet draws their marks, and figures have columns; results have neither."""
    docs = json.loads((built_site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    text = {doc["location"]: " ".join(doc["text"].split()) for doc in docs}
    gladkov = text["actors/viaceslav-gladkov/"]
    assert "said that “one civilian had died in the violence” and" in gladkov
    assert "Kind: person. Called: “Belgorod Governor”. Names used:" in gladkov
    assert "<p>“70 insurgents were killed”</p>" in text["actors/russia/#claims"]
    assert "<li>‘The US government insists it “does not" in text["actors/united-states/#mentions"]
    assert "The article’s own words – – 374 55 %" in text["articles/belgorod-raid/#voices"]
    shown = page(built_site, "actors/viaceslav-gladkov").html
    assert '<q lang="en">one civilian had died in the violence</q>' in shown


def test_no_attribute_is_one_that_html_does_not_have(built_site: Path) -> None:
    """What the theme writes wrongly is mended on every page, 404 included."""
    for path in built_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert ' tabindex=""' not in html, path
        assert '" autocomplete="off">' not in html.partition("<form")[0], path
