"""Events by hand on pages, and which events a timeline's options leave."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.dossier import Dossier, build
from explainer.pages.addresses import Addresses
from explainer.pages.index import Index
from explainer.pages.plan import plan
from explainer.pages.render import Renderer
from explainer.pages.select import select_events
from explainer.pages.unused import unused

TALKS = (
    "Anna Berg said that the dam was closed on Monday. Carl Dahl denies that the dam was closed."
    " The town was quiet on Tuesday. In the evening, the road was opened. The gate was painted.\n"
)
FILES = {
    "events/closed": (
        "event: The dam is <closed>\n"
        "evidence: [{quote: the dam was closed on Monday},"
        " {quote: Carl Dahl denies that the dam was closed}]"
    ),
    "events/road": (
        "event: The road opens\nformerly: [way]\nevidence: [{quote: the road was opened}]"
    ),
    "events/painted": "event: The gate is painted\nevidence: [{quote: The gate was painted}]",
    "events/later": (
        "event: The gate is closed\nwhen: 2023-05-25\nbasis: A sign beside it says so.\n"
        "evidence: [{quote: The gate was painted}]\nactors: [carl-dahl]"
    ),
    "questions/closed": (
        "question: Was it closed?\nanswers:\n"
        "  - {says: It was, claims: [{quote: the dam was closed on Monday}]}"
    ),
}


@pytest.fixture(name="dossier")
def dossier_fixture(tmp_path: Path) -> Dossier:
    """An article with four events by hand, and one that was read."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/talks.txt").write_text(TALKS, encoding="utf-8")
    (tmp_path / "seeds/talks.yml").write_text("published: 2023-05-24\n", encoding="utf-8")
    for name, front in FILES.items():
        path = tmp_path / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{front}\n---\n", encoding="utf-8")
    dossier = build(tmp_path / "seeds", docs=tmp_path / "docs")
    assert dossier.problems == ()
    return dossier


def parsed(dossier: Dossier, block: str, **options: object) -> LexborHTMLParser:
    """A block's HTML."""
    return LexborHTMLParser(str(Renderer(dossier, Addresses()).block(block, options)))


def words(seen: LexborHTMLParser, place: str) -> str:
    """A part of a block as a reader reads it."""
    text = " ".join(seen.css_first(place).text(separator=" ").split())
    return re.sub(r"\s+([.,;:)”])", r"\1", text).replace("( ", "(")


def test_an_entry_by_hand(dossier: Dossier) -> None:
    """The time, then a person's heading, then the article's words with whose word each of them is."""
    seen = parsed(dossier, "timeline")
    entry = words(seen, "#event-closed")
    assert entry.startswith("Monday 22 May 2023 inferred The dam is <closed> somebody’s word")
    assert "Monday 22 May 2023 · inferred: “Monday” is" in entry
    assert (
        "According to Anna Berg (+ says; the claim). When, in the article’s words: Monday." in entry
    )
    assert "Carl Dahl (− denies; the claim)" in entry
    assert "Heading by a person." in entry
    heading = seen.css_first("#event-closed .x-event-head a")
    assert heading.attributes["href"] == "\x1aevents/closed/"
    quotations = [quote.text().strip() for quote in seen.css("#event-closed blockquote")]
    assert quotations == [
        "the dam was closed on Monday",
        "Carl Dahl denies that the dam was closed",
    ]


def test_how_a_time_is_known(dossier: Dossier) -> None:
    """A day that the text does not state, a time that a person gave, and no time say so."""
    seen = parsed(dossier, "timeline")
    assert "evening; day not stated, read as Tuesday 23 May 2023 · inferred" in words(
        seen, "#event-road"
    )
    assert "Thursday 25 May 2023 · given by a person: A sign beside it says so." in words(
        seen, "#event-later"
    )
    painted = words(seen, ".x-undated #event-painted")
    assert "no date · open: the evidence does not say when" in painted
    assert "In the article’s own voice." in painted


def test_whose_word_it_is(dossier: Dossier) -> None:
    """An event stands with who tells it, apart from whom its words name; its page says whose word."""
    closed = words(parsed(dossier, "event", id="closed"), ".x-facts")
    assert "Whose word Anna Berg + says; Carl Dahl − denies" in closed
    road = words(parsed(dossier, "event", id="road"), ".x-facts")
    assert "Whose word the article’s own voice" in road
    dahl = words(parsed(dossier, "actor", id="carl-dahl"), ".x-block")
    told, named = dahl.split("By the word of Carl Dahl:")[1].split(
        "In clauses that name Carl Dahl:"
    )
    assert "The dam is <closed>" in told
    assert "The gate is closed" in named
    assert "The gate is closed" not in told
    berg = words(parsed(dossier, "actor", id="anna-berg"), ".x-block")
    assert "By the word of Anna Berg: The dam is <closed>" in berg
    assert "Nothing with a date" not in berg


def test_the_article_tells_of_a_saying(tmp_path: Path) -> None:
    """Where the saying is what happened, the article tells of it, and whose words they were."""
    (tmp_path / "seeds").mkdir()
    text = "On Monday, the town declared the start of a “dry year”. On Tuesday, it rained.\n"
    (tmp_path / "seeds/talks.txt").write_text(text, encoding="utf-8")
    (tmp_path / "seeds/talks.yml").write_text("published: 2023-05-24\n", encoding="utf-8")
    (tmp_path / "docs/events").mkdir(parents=True)
    front = "event: A dry year\nevidence: [{quote: the town declared the start of a “dry year”}]"
    (tmp_path / "docs/events/dry.md").write_text(f"---\n{front}\n---\n", encoding="utf-8")
    entry = words(
        parsed(build(tmp_path / "seeds", docs=tmp_path / "docs"), "timeline"), "#event-dry"
    )
    assert "In the article’s own voice, of what was said: without a name: the town" in entry


def test_old_links_lead_there(dossier: Dossier) -> None:
    """The anchors of what was read stand in the event that took its place."""
    seen = parsed(dossier, "timeline")
    for event in dossier.events.values():
        for id_ in event.replaces:
            assert seen.css_first(f"#{event.permalink} [id='{id_}']") is not None
    assert sum(len(event.replaces) for event in dossier.events.values()) == 2
    assert seen.css_first("#event-road #event-way") is not None


def test_a_page_of_its_own(dossier: Dossier) -> None:
    """Its page has the time, who takes part, the evidence, the questions, and the way back."""
    seen = parsed(dossier, "event", id="closed")
    text = words(seen, ".x-block-event")
    for piece in ("When Monday 22 May 2023", "Who is named Carl Dahl", "Answers: Was it closed?"):
        assert piece in text
    links = {a.attributes["href"] for a in seen.css("a")}
    assert {"\x1atimeline/#event-closed", "\x1aevents/closed/"} <= links
    pages = {page.source: page for page in plan(dossier)}
    assert pages["events/closed.md"].edit == "docs/events/closed.md"
    assert [source for source in pages if source.startswith("events/")] == [
        f"events/{event.id}.md" for event in dossier.events.values() if event.by_hand
    ]


def test_it_is_told_where_it_is_written(dossier: Dossier) -> None:
    """The sentence and the actor lead to the entry by its heading."""
    article = parsed(dossier, "article", id="talks")
    links = {a.text(): a.attributes["href"] for a in article.css(".x-notes a")}
    assert links["On the timeline: The road opens"] == "\x1atimeline/#event-road"
    actor = parsed(dossier, "actor", id="carl-dahl")
    assert "The gate is closed" in words(actor, ".x-block")


def test_the_desk_lists_what_nothing_uses(tmp_path: Path) -> None:
    """No claim, event, answer, introduction or page has the sentence; headings are passed over."""
    (tmp_path / "talks.txt").write_text(
        "The dam and the town\n\n"
        "Mayor Anna Berg was there. Carl Dahl said that it rained. It was cold. It was dark."
        " The town was quiet on 3 June 2021.\n",
        encoding="utf-8",
    )
    dossier = build(tmp_path, show="full")
    index = Index(dossier)
    ((sheet, lines),) = unused(index)
    assert [sheet.words(line.span) for line in lines] == ["It was cold.", "It was dark."]
    place = sheet.place(lines[0].span)
    ((sheet, lines),) = unused(Index(dossier, {"index.md": [place]}))
    assert [sheet.words(line.span) for line in lines] == ["It was dark."]
    seen = parsed(dossier, "desk")
    assert "It was cold." in words(seen, "#unused ~ ul")


def test_the_desk_has_files_to_begin_with(dossier: Dossier) -> None:
    """Below each hint at a contradiction stands a question file, ready to be copied."""
    seen = parsed(dossier, "desk")
    (file,) = [code.text() for code in seen.css("#contradictions ~ ul pre code")]
    assert file.startswith("---\n")
    assert 'quote: "that the dam was closed on Monday"' in file


OPTIONS = [
    ({}, ["closed", "e-", "road", "later", "painted"]),
    ({"by": "anna-berg"}, ["closed"]),
    ({"by": "carl-dahl"}, ["closed"]),
    ({"by": "carl-dahl", "about": "anna-berg"}, []),
    ({"about": "carl-dahl"}, ["closed", "later"]),
    ({"article": "talks"}, ["closed", "e-", "road", "later", "painted"]),
    ({"question": "closed"}, ["closed"]),
    ({"stance": "denies"}, ["closed"]),
    ({"stance": "fears"}, []),
    ({"from": "2023-05-23"}, ["e-", "road", "later"]),
    ({"to": "2023-05-23"}, ["closed", "e-", "road"]),
    ({"from": "2023-05-23", "to": "2023-05-23"}, ["e-", "road"]),
    ({"from": "2024"}, []),
    ({"from": "2024", "undated": True}, ["painted"]),
    ({"undated": False}, ["closed", "e-", "road", "later"]),
    ({"undated": True}, ["closed", "e-", "road", "later", "painted"]),
    ({"limit": 2}, ["closed", "e-"]),
    ({"about": "carl-dahl", "limit": 1}, ["closed"]),
]


@pytest.mark.parametrize(("options", "left"), OPTIONS, ids=map(str, OPTIONS))
def test_options_narrow(dossier: Dossier, options: dict[str, object], left: list[str]) -> None:
    """Each option of a timeline leaves what it names, and several leave what all of them name."""
    found = select_events(dossier, options)
    assert [event.id if event.by_hand else event.id[:2] for event in found] == left
