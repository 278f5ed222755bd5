"""Files to take away, read back by other programs."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from pyld import jsonld

from conftest import ROOT
from explainer.dossier import build
from explainer.dossier.model import Dossier
from explainer.pages.about import About
from explainer.pages.addresses import Addresses
from explainer.pages.exports import EXPORTS, Source
from explainer.pages.index import Index
from pages.dossiers import Draft, small

BY_NAME = {export.name: export for export in EXPORTS}
ABOUT = About(
    "Who, what; when", "", "https://example.org/us/", datetime(2023, 5, 25, 6, tzinfo=UTC)
)
OA = "http://www.w3.org/ns/oa#"
#: What of the context of the W3C the annotations use, so that no test asks the network.
CONTEXT = {
    "oa": OA,
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in ("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector",
                     "TextPositionSelector", "exact", "prefix", "suffix", "start", "end")
    },
    "Text": "http://purl.org/dc/dcmitype/Text",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "dc:format",
    "language": "dc:language",
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    **{name: f"oa:{name}" for name in ("classifying", "identifying", "linking", "tagging")},
}  # fmt: skip


def source(dossier: Dossier, about: About = ABOUT) -> Source:
    """What exports are made from."""
    return Source(dossier, Index(dossier), Addresses(), about)


def made(name: str, dossier: Dossier) -> str:
    """An export's text."""
    return BY_NAME[name].make(source(dossier))


@pytest.fixture(scope="module")
def belgorod() -> Dossier:
    """This project's own dossier."""
    return build(ROOT / "seeds", docs=ROOT / "docs")


@pytest.fixture(scope="module", params=["full", "excerpts"])
def shown(request: Any, belgorod: Dossier) -> Dossier:
    """The same, all of it shown or only excerpts."""
    sheets = {slug: replace(s, show=request.param) for slug, s in belgorod.sheets.items()}
    return replace(belgorod, sheets=sheets)


def rows(dossier: Dossier) -> list[dict[str, str]]:
    """The lines of the table."""
    return list(csv.DictReader(StringIO(made("claims.csv", dossier), newline=""), strict=True))


def events(dossier: Dossier) -> list[Any]:
    """The entries of the calendar."""
    return list(Calendar.from_ical(made("timeline.ics", dossier)).walk("VEVENT"))


@pytest.mark.parametrize(
    "name", [e.name for e in EXPORTS if e.schema.endswith(("s.json", "r.json"))]
)
def test_json_fits_its_schema(name: str, shown: Dossier) -> None:
    """As another validator sees it; each key of it is described, and no other is taken."""
    schema = BY_NAME[name].described()
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    assert [error.message for error in judge.iter_errors(json.loads(made(name, shown)))] == []
    for model in (schema, *schema["$defs"].values()):
        assert model["additionalProperties"] is False
        for key, value in model["properties"].items():
            assert {"description", "const", "$ref"} & value.keys(), key


def places(found: Any) -> Iterator[Mapping[str, Any]]:
    """All words of an article in a JSON export, with where they stand."""
    if isinstance(found, dict):
        if found.keys() >= {"start", "end", "text"}:
            yield found
        for value in found.values():
            yield from places(value)
    elif isinstance(found, list):
        for value in found:
            yield from places(value)


def test_words_are_the_articles_at_their_place(belgorod: Dossier) -> None:
    """Each is article[start:end]."""
    text = belgorod.sheets["belgorod-raid"].article.text
    found = list(places(json.loads(made("dossier.json", belgorod))))
    assert len(found) > 100
    assert all(words["text"] == text[words["start"] : words["end"]] for words in found)


def test_the_table_has_every_claim(belgorod: Dossier) -> None:
    """One a line, in the article's words, under the names that its description has."""
    read = rows(belgorod)
    assert [row["claim"] for row in read] == list(belgorod.claims)
    described = BY_NAME["claims.csv"].described()["tableSchema"]["columns"]
    assert list(read[0]) == [column["name"] for column in described]
    text = belgorod.sheets["belgorod-raid"].article.text
    for row in read:
        assert all(piece in text for piece in row["content"].split(" … "))
        assert row["url"].startswith(f"https://example.org/us/claims/#{row['claim']}")
    assert made("claims.csv", belgorod).count("\r\n") == len(read) + 1


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@x", "\t=1", "'=1", "＝1", " =1"])
def test_no_cell_is_a_formula(sign: str) -> None:
    """One that begins like one has an apostrophe, and without it the words are the article's."""
    title = f"{sign}, “or” \n so"
    dossier = Draft("Ann said it.", title=title).actor("ann", "Ann", "Ann", kind="person")
    dossier.claim("Ann", "said", "it", actors=["ann"])
    cell = rows(dossier.done())[0]["title"]
    assert cell == f"'{title}"


def test_the_calendar_has_the_known_days_only() -> None:
    """A day is there; a part of a day whose day is not stated, a month and a stretch are not."""
    draft = Draft("A on Monday. B in May. C from Monday to Tuesday. D about Monday. E at noon.")
    draft.event("A on Monday", "Monday")
    for clause, words, edtf in (("B in May", "in May", "2023-05"),
                                ("C from Monday to Tuesday", "Monday", "2023-05-22/2023-05-23"),
                                ("D about Monday", "Monday", "2023-05-22~")):  # fmt: skip
        draft.event(clause, words, edtf=edtf)
    draft.event("E at noon", "noon", part="noon", day_stated=False)
    found = events(draft.done())
    assert [str(event["SUMMARY"]) for event in found] == ["“A on Monday”"]
    assert found[0].decoded("DTSTART") == date(2023, 5, 22)
    assert found[0].decoded("DTEND") == date(2023, 5, 23)
    assert found[0].decoded("DTSTAMP") == ABOUT.date
    told = str(found[0]["DESCRIPTION"])
    assert "In the article’s own voice." in told
    assert "inferred: the last Monday before 24 May 2023 (the article’s date was given" in told


def test_the_calendar_tells_when_a_time_may_be_the_report_s() -> None:
    """What a report dates may be older: the description says so, of such evidence only."""
    draft = Draft("A on Monday. B on Monday.")
    draft.event("A on Monday", "Monday")
    draft.event("B on Monday", "Monday", status="claimed")
    dossier = draft.done()
    id_, event = list(dossier.events.items())[1]
    evidence = (replace(event.evidence[0], of_report=True),)
    dossier.events[id_] = replace(event, evidence=evidence)
    plain, reported = events(dossier)
    assert str(reported["SUMMARY"]) == "[somebody’s word] “B on Monday”"
    doubt = "The time stands beside the report: it may be when this was said."
    assert (doubt in str(plain["DESCRIPTION"]), doubt in str(reported["DESCRIPTION"])) == (
        False,
        True,
    )


def test_the_calendar_survives_any_words() -> None:
    """Signs with a meaning, line breaks, and characters of four octets come back as they were."""
    clause = "🌊" * 60 + "; a, b: \\n c\\ Monday"
    draft = Draft(f"{clause}.", title="BEGIN:VEVENT\nEND:VCALENDAR")
    draft.event(clause, "Monday")
    text = made("timeline.ics", draft.done())
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "\n" not in text.replace("\r\n", "")
    (found,) = events(draft.done())
    assert str(found["SUMMARY"]) == f"“{clause}”"
    assert "BEGIN:VEVENT\nEND:VCALENDAR" in str(found["DESCRIPTION"])


def test_entries_of_the_calendar_stay_the_same() -> None:
    """Their ids come from the articles' words, whenever the site is made."""
    later = replace(ABOUT, date=datetime(2024, 1, 1, tzinfo=UTC))
    texts = [BY_NAME["timeline.ics"].make(source(small(), about)) for about in (ABOUT, later)]
    assert [re.findall("UID:.*", text) for text in texts] == [["UID:e-0@example.org\r"]] * 2


def test_annotations_find_their_words(shown: Dossier) -> None:
    """As JSON-LD, both selectors of each lead to the same words of the article."""
    read = json.loads(made("annotations.jsonld", shown))
    assert read["@context"] == "http://www.w3.org/ns/anno.jsonld"
    options = {"base": "https://example.org/us/data/annotations.jsonld"}
    graph = jsonld.expand({**read, "@context": CONTEXT}, options)
    assert "@" not in str({key for key in graph[0] if ":" not in key}).replace("@id", "").replace(
        "@type", ""
    )
    items = graph[0]["http://www.w3.org/ns/activitystreams#first"][0][
        "http://www.w3.org/ns/activitystreams#items"
    ][0]["@list"]
    assert len(items) == read["total"] > 50
    assert len({item["@id"] for item in items}) == len(items)
    text = shown.sheets["belgorod-raid"].article.text
    for item in items:
        quote, position = item[f"{OA}hasTarget"][0][f"{OA}hasSelector"]
        exact, prefix, suffix = (
            quote[f"{OA}{n}"][0]["@value"] for n in ("exact", "prefix", "suffix")
        )
        start, end = (position[f"{OA}{name}"][0]["@value"] for name in ("start", "end"))
        assert text[start:end] == exact
        assert text[:start].endswith(prefix)
        assert text[end:].startswith(suffix)


def test_words_of_a_repeated_passage_are_told_apart(tmp_path: Path) -> None:
    """Where an article says the same twice, enough stands around the words to tell them apart."""
    refrain = (
        "The bell of the old town hall rang at noon, as it does each day. Ada Falk said that the"
        " ferry would sail. Nobody in the long queue on the pier had a ticket.\n"
    )
    text = f"Snow lay on the pier.\n\n{refrain}\nThen it thawed.\n\n{refrain}\n{refrain}"
    (tmp_path / "ferry.txt").write_text(text, encoding="utf-8")
    (tmp_path / "ferry.yml").write_text("show: full\n", encoding="utf-8")
    items = json.loads(made("annotations.jsonld", build(tmp_path)))["first"]["items"]
    assert len(items) == 9
    for item in items:
        quote, position = item["target"]["selector"]
        words = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.count(words) == 1
        assert text.index(words) + len(quote["prefix"]) == position["start"]


def test_what_nobody_can_see_is_written_out() -> None:
    """Direction overrides are escapes in the file and characters to who reads it."""
    draft = Draft("Ann\u202e said it.").actor("ann", "Ann\u202e", "Ann\u202e")
    draft.claim("Ann\u202e", "said", "it", actors=["ann"])
    for name in ("dossier.json", "actors.json", "annotations.jsonld"):
        text = made(name, draft.done())
        assert "\u202e" not in text
        assert "Ann\u202e" in json.dumps(json.loads(text), ensure_ascii=False)
    assert "\u202e" not in made("claims.csv", draft.done())


@pytest.mark.parametrize("name", BY_NAME)
def test_a_site_without_an_address_or_an_article_has_them_too(name: str) -> None:
    """Addresses count from the file then; an empty dossier is no mistake."""
    assert BY_NAME[name].make(Source(Dossier(), Index(Dossier()), Addresses()))
    text = BY_NAME[name].make(source(small(), About("x")))
    assert "example.org" not in text
    assert ("../claims/#" in text) == (name not in {"timeline.ics", "actors.json"})
