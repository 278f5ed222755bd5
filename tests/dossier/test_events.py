"""Events by hand: from the file that a person writes to the timeline, and mistakes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explainer.dossier import Dossier, build
from explainer.dossier.edtf import bounds, carrying, checked, order
from text.cases import CASES

TALKS = (
    "Anna Berg said that the dam was closed on Monday."
    " Carl Dahl denies that the bridge fell in March.\n\n"
    "The dam burst on 3 June 2021. In the evening, the road was opened."
    " The town was quiet on Tuesday.\n\n"
    "The gate was painted. The mill was sold in early 2020. The gate was sold.\n"
)
FLOOD = "The mill was closed on Friday. The dam burst.\n"


def site(tmp_path: Path, notes: str = "", **files: str) -> Dossier:
    """The dossier of the two articles above and of events, by the names of their files."""
    seeds, events = tmp_path / "seeds", tmp_path / "docs" / "events"
    seeds.mkdir()
    events.mkdir(parents=True)
    (seeds / "talks.txt").write_text(TALKS, encoding="utf-8")
    (seeds / "talks.yml").write_text(f"published: 2023-05-24\n{notes}", encoding="utf-8")
    (seeds / "flood.txt").write_text(FLOOD, encoding="utf-8")
    for name, text in files.items():
        (events / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    return build(seeds, docs=tmp_path / "docs")


def shown(dossier: Dossier) -> Iterator[str]:
    """The events by hand, as readers get them."""
    for event in (event for event in dossier.events.values() if event.by_hand):
        when = event.when
        day = "" if when.day_stated else "; day not stated"
        part = f" {when.part}" if when.part else ""
        actors = f" [{', '.join(event.actors)}]" if event.actors else ""
        yield f"{event.heading}: {when.edtf or 'open'}{part}{day} ({when.basis}: {when.why}){actors}"
        for found in event.evidence:
            claims = (dossier.claims[claim] for claim in found.claims)
            whose = [f"{', '.join(c.speaker.actors)} {c.stance}" for c in claims]
            report = ", time of the report" if found.of_report else ""
            whose_or_own = "; ".join(whose) or found.place.article
            yield f"  {dossier.words(found.place)} ({whose_or_own}{report})"


def cases() -> Iterator[object]:
    """Files, what is told of them, and what is shown."""
    text = (CASES / "events" / "mistakes.txt").read_text(encoding="utf-8")
    for case in text.split("\n==== ")[1:]:
        name, _, rest = case.partition("\n")
        parts = rest.split("----\n")
        told, events = ([line for line in part.splitlines() if line] for part in parts[1:])
        yield pytest.param(parts[0], told, events, id=name)


@pytest.mark.parametrize(("file", "told", "events"), list(cases()))
def test_case(file: str, told: list[str], events: list[str], tmp_path: Path) -> None:
    """Every mistake is told at once, at its place and with the way out; what is right is shown."""
    dossier = site(tmp_path, the_dam=file)
    assert [str(problem) for problem in dossier.problems] == told
    assert list(shown(dossier)) == events


CLOSED = """---
event: The dam is closed
evidence: [{quote: the dam was closed}, {quote: The mill was closed on Friday}]
---
"""


def test_it_takes_the_place_of_what_was_read(tmp_path: Path) -> None:
    """An event by hand stands once, in all its articles, and knows what it stands for."""
    dossier = site(tmp_path, closed=CLOSED)
    event = dossier.events["closed"]
    before = build(tmp_path / "seeds").events
    assert set(event.replaces) == before.keys() - dossier.events.keys()
    assert {before[id_].when.edtf for id_ in event.replaces} == {"2023-05-22", None}
    assert event.articles == ("talks", "flood")
    for found in event.evidence:
        lines = dossier.sheets[found.place.article].lines
        assert [line.id for line in lines if "closed" in line.events] == [found.place.sentence]
    assert dossier.actors["anna-berg"].events == ()


def test_two_events_of_one_clause(tmp_path: Path) -> None:
    """What was read gives way once: an address leads to one place."""
    other = CLOSED.replace("is closed", "was shut")
    dossier = site(tmp_path, one=CLOSED, two=other)
    assert len(dossier.events["one"].replaces) == 2
    assert dossier.events["two"].replaces == ()


def test_the_time_of_a_report(tmp_path: Path) -> None:
    """A time beside the report is marked as such; one in what is reported is not."""
    file = "---\nevent: It rains\nevidence: [{quote: it rained}]\n---\n"
    dossier = site(tmp_path, closed=CLOSED)
    assert [found.of_report for found in dossier.events["closed"].evidence] == [False, False]
    (tmp_path / "seeds" / "rain.txt").write_text("On 4 June 2021, Eva Falk said that it rained.\n")
    (tmp_path / "docs" / "events" / "rain.md").write_text(file)
    (found,) = build(tmp_path / "seeds", docs=tmp_path / "docs").events["rain"].evidence
    assert found.of_report
    known = file.replace("evidence", "when: 2021-06-04\nbasis: It rained all day.\nevidence")
    (tmp_path / "docs" / "events" / "rain.md").write_text(known)
    dossier = build(tmp_path / "seeds", docs=tmp_path / "docs")
    assert (dossier.events["rain"].when.basis, dossier.problems) == ("given", ())


HIDE = "events: [{quote: %s, hide: %s, why: It is no event.}]\n"
HIDING = {
    "hidden": ("The dam burst on 3 June 2021", "true", 1, []),
    "hidden by a part of its words": ("burst on 3", "true", 1, []),
    "no event": (
        "The gate was painted", "true", 0,
        ["seeds/talks.yml:2:11: no event was read at these words: there is nothing to hide"
         " [needless-note]"],
    ),
    "another article's": (
        "The mill was closed", "true", 0,
        ["seeds/talks.yml:2:11: these words do not stand in talks; did you mean"
         ' `quote: "the dam was closed"`? [quote-not-found]'],
    ),
    "not hidden": (
        "The dam burst on 3 June 2021", "false", 0,
        ["seeds/talks.yml:2:48: hide: only true says something here; else leave it out;"
         " found 'false' [notes]"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("quote", "hide", "gone", "told"), HIDING.values(), ids=HIDING)
def test_hide(quote: str, hide: str, gone: int, told: list[str], tmp_path: Path) -> None:
    """A clause that is no event is taken off the timeline, and the dossier knows why."""
    dossier = site(tmp_path, notes=HIDE % (quote, hide))
    assert [hidden.why for hidden in dossier.hidden] == ["It is no event."] * gone
    assert [str(problem) for problem in dossier.problems] == told
    times = [event.when.edtf for event in dossier.events.values()]
    assert times.count("2021-06-03") == 2 - gone


def test_in_order_of_time(tmp_path: Path) -> None:
    """Years, days, parts of days and clock times are in order; what has no date comes last."""
    times = {
        "a": "when: 2021-06-03\npart: evening",
        "b": "when: 2021-06-03\npart: 14:30",
        "c": "when: 2021-06-03\npart: 09:05",
        "d": "when: 2021",
        "e": "when: 2021-21",
        "f": "when: -0044-03-15",
        "g": "when: 202X",
        "h": "when: ../2020",
        "i": "when: 2021-06-03/2021-06-09",
    }
    file = (
        "---\nevent: {0}\n{1}\nbasis: It is known.\nevidence: [{{quote: The gate was sold}}]\n---\n"
    )
    dossier = site(tmp_path, **{id_: file.format(id_, time) for id_, time in times.items()})
    by_hand = [event.id for event in dossier.events.values() if event.by_hand]
    assert by_hand == ["f", "h", "g", "d", "e", "i", "c", "b", "a"]
    assert [event.when.edtf for event in dossier.events.values()][-1] is None


CARRYING = [
    # the evidence's times, what a person says, whether they carry it
    (["2023-05-22"], "2023-05-22", True),
    (["2023-05-22"], "2023-05", True),
    (["2023-05-22"], "202X", True),
    (["2023-05"], "2023-05-22", False),
    (["2023-05~"], "2023-05", False),
    (["2023-05~"], "2023-05~", True),
    (["2023-05"], "2023-05?", True),
    (["2023-05~"], "2023", True),
    (["2023-05-15/2023-05-21"], "2023-05-15/2023-05-21", True),
    (["2023-05-15/2023-05-21"], "2023-05-16", False),
    (["2023-05-22", "2023-05-23"], "2023-05-22/2023-05-23", True),
    (["2023-05-22"], "2023-05-22/..", True),
    (["2023-05-22"], "2023-05-20/2023-05-22", False),
    ([], "2023", False),
]


@pytest.mark.parametrize(("times", "said", "carried"), CARRYING)
def test_no_more_exact_than_the_evidence(times: list[str], said: str, carried: bool) -> None:
    """A time is carried by one that says as much or more, a stretch by those at its ends."""
    assert bool(carrying(times, said)) is carried


def test_every_time_that_is_read_is_known() -> None:
    """Whatever the reading gives as EDTF has its days and its place in the order."""
    lines = [
        line.split(" | ")
        for path in sorted((CASES / "timexes").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    times = {fields[4] for fields in lines if len(fields) == 5 and fields[0][0] != "#"}
    assert len(times) > 80
    for time in times:
        first, last = bounds(checked(time))
        assert first <= last
        assert order(time) < order(None)


def test_events_of_one_day_stand_as_the_article_tells_them(tmp_path: Path) -> None:
    """Names of files do not decide what comes first."""
    file = "---\nevent: {}\nevidence: [{{quote: {}}}]\n---\n"
    first = file.format("The gate is painted", "The gate was painted")
    then = file.format("The gate is sold", "The gate was sold")
    dossier = site(tmp_path, b_first=first, a_then=then)
    assert [id_ for id_ in dossier.events if id_ in ("a-then", "b-first")] == ["b-first", "a-then"]


#: A correction of "Carl Dahl denies that the bridge fell in March", and what the clause is then.
CORRECTED = {
    "not at all": ("", "denied"),
    "the stance": ("stance: asserts, why: So.", "claimed"),
    "a stance that is as strong": ("stance: fears, why: So.", "feared"),
    "who": ("who: anna-berg, why: So.", "denied"),
    "that it is nobody's word": ("hide: true, why: So.", "happened"),
    "that it is right": ("checked: true", "denied"),
}


@pytest.mark.parametrize(("said", "status"), CORRECTED.values(), ids=CORRECTED)
def test_what_is_corrected_reaches_the_timeline(said: str, status: str, tmp_path: Path) -> None:
    """A claim that a person corrects is another one for what rests on it, read or by hand."""
    notes = f"corrections:\n  - {{quote: the bridge fell, {said}}}\n" if said else ""
    (tmp_path / "read").mkdir()
    (tmp_path / "hand").mkdir()
    read = site(tmp_path / "read", notes)
    (event,) = [e for e in read.events.values() if "in March" in read.words(e.place)]
    assert event.status == status
    file = "---\nevent: The bridge falls\nevidence: [{quote: the bridge fell in March}]\n---\n"
    hand = site(tmp_path / "hand", notes, bridge=file)
    assert hand.events["bridge"].status == status


def test_a_person_says_who_says_it(tmp_path: Path) -> None:
    """What the article told in its own voice is somebody's word if a claim is added there."""
    notes = "corrections:\n  - {quote: The mill was sold in early 2020, who: anna-berg, why: So.}\n"
    dossier = site(tmp_path, notes)
    (event,) = [e for e in dossier.events.values() if "sold in early" in dossier.words(e.place)]
    assert (event.status, len(event.claims)) == ("claimed", 1)


def test_a_person_says_whether_it_happened(tmp_path: Path) -> None:
    """The status in an event's file wins over what its evidence was read to tell."""
    file = "event: The dam bursts\nstatus: feared\nevidence: [{quote: The dam burst on 3 June}]"
    event = site(tmp_path, dam=f"---\n{file}\n---\n").events["dam"]
    assert (event.status, event.told_as, event.evidence[0].status) == (
        "feared",
        "feared",
        "happened",
    )
