"""Time expressions, by cases in plain data: tests/cases/timexes/."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from explainer.lexicons import load
from explainer.lexicons.tables import read_table
from explainer.lexicons.times import Times, load_times
from explainer.problems import Problems
from explainer.reading import read
from explainer.reading.model import Published, Timex
from explainer.reading.timexes import find_dateline, find_timexes
from explainer.reading.timexes.chain import RULES
from explainer.reading.timexes.joins import JOINS
from explainer.text.article import Article
from explainer.text.document import Document, parse

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "timexes"
WORDS = ROOT / "hooks" / "explainer" / "lexicons" / "en" / "times"
DATELINES = "datelines.txt"

#: Rules that find no times, and keep others from finding any.
KEEPS_AWAY = ("name", "opening hours", "idiom")
RULED = ROOT / "tests" / "cases" / "timex_rules" / "rules.txt"

HOSTILE = {
    "digits": "1" * 10_000,
    "grouped digits": ",".join(["111"] * 5_000) + " years",
    "dates without end": "1/1/" * 5_000,
    "of": "the end " + "of " * 10_000,
    "units": "year " * 10_000,
    "hyphens": "mid-" * 5_000 + "2011",
    "numbers": "two hundred " * 5_000 + "years ago",
    "unit chains": "a year and a half ago the same quarter of last year " * 1_000,
    "ranges": "Monday to " * 5_000,
    "fiscal": "fiscal year " * 5_000 + "1998",
    "brackets": "[ten] " * 5_000 + "years ago",
    "months": "May " * 5_000 + "2011",
    "weekdays": "Monday, " * 5_000,
    "clock": "10:30 " * 5_000,
    "phases": "the early late " * 3_000 + "2003",
    "signs": "'" * 10_000 + "82",
    "nested pieces": "the second half of " * 5_000 + "the 18th century",
    "eras": "300 to " * 5_000 + "200 BC, AD 69–" * 2_000 + "79",
    "plus": "four" + "-plus" * 10_000 + " years",
    "halves": "half a dozen " * 5_000
    + "years and " * 5_000
    + "seven"
    + "-and-a-half" * 5_000
    + " years",
    "lengths in a row": "two years, three months and " * 3_000 + "a day",
    "recent": "one recent " * 5_000 + "Sunday night",
    "shared years": "the summer and " * 5_000 + "the autumn of 1914",
    "all that counts": "Yesterday, last week, tomorrow, on Friday, last night, next century, two"
    " centuries ago, 900 years ago, last March, next May, at Easter, the weekend, next Sunday.",
    "years beyond the calendar": "31 December 9999. The next day. 9999 BC. 0000. 29 February 1900.",
}


def blocks_of(path: Path) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line and not line.startswith("#"):
            lines.append(line)
        elif lines:
            yield lines
            lines = []


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.txt")):
        if path.name != DATELINES:
            for lines in blocks_of(path):
                yield pytest.param(lines, id=f"{path.stem}: {lines[0].removeprefix('text: ')}")


def document(line: str) -> Document:
    text = line.removeprefix("text: ").replace("\\n", "\n")
    return parse(Article("case", "seeds/case.txt", text))


def on(day: str) -> Published:
    return Published(date.fromisoformat(day), "given", "for this test")


def written(timex: Timex, text: str) -> str:
    fields = [timex.span.of(text), timex.type, timex.value, timex.basis, timex.edtf]
    return " | ".join(field for field in fields if field)


@pytest.fixture(scope="module")
def times() -> Times:
    problems = Problems()
    loaded = load_times(WORDS, problems)
    assert not list(problems)
    return loaded


@pytest.mark.parametrize("lines", list(cases()))
def test_case(lines: list[str], times: Times) -> None:
    """What a sentence says of when is found, with its value, and nothing else is."""
    read = document(lines[0])
    day = lines[1].removeprefix("published: ")
    found = find_timexes(read, times, None if day == "none" else on(day))
    assert [written(timex, read.article.text) for timex in found] == lines[2:]


@pytest.mark.parametrize("lines", list(blocks_of(RULED)), ids=lambda lines: lines[0])
def test_rule(lines: list[str], times: Times) -> None:
    """Each rule finds what it is for, and not what only looks like it."""
    name, *sentences = (line.partition(": ")[2] for line in lines)
    for line, sentence in zip(lines[1:], sentences, strict=True):
        text = sentence.replace("*", "")
        by_rule = [
            t for t in find_timexes(document(text), times, on("2023-05-24")) if t.rule == name
        ]
        wanted = sentence.split("*")[1::2] if line.startswith("yes: ") else []
        assert [timex.span.of(text) for timex in by_rule] == wanted, sentence


def test_every_rule_has_its_sentences() -> None:
    """One in which it finds something and one in which it does not; names only keep others away."""
    told = {lines[0].removeprefix("rule: "): lines[1:] for lines in blocks_of(RULED)}
    assert set(told) == {name for name, *_ in RULES} | {name for name, _ in JOINS}
    for name, lines in told.items():
        kinds = [line.partition(": ")[0] for line in lines]
        assert kinds == (["no"] if name in KEEPS_AWAY else ["yes", "no"]), name


@pytest.mark.parametrize("lines", list(blocks_of(CASES / DATELINES)), ids=lambda lines: lines[0])
def test_dateline(lines: list[str], times: Times) -> None:
    """A text's own date is taken from a line of its own or from before the story, and nowhere else."""
    read = document(lines[0])
    found = find_dateline(read, times)
    if lines[1] == "none":
        assert found is None
    else:
        assert found is not None
        assert found.span is not None
        assert found.basis == "stated"
        assert lines[1] == f"day: {found.day} | {found.span.of(read.article.text)}"


def test_reasons(times: Times) -> None:
    """Every value says in plain words how it is known, and whether it rests on the article's date."""
    read = document("text: The raid began on Monday. It ended in the afternoon. It was in 2023.")
    monday, afternoon, year = find_timexes(read, times, on("2023-05-24"))
    assert monday.why == (
        "“Monday” is the Monday before the article’s date, 24 May 2023;"
        " its sentence is about the past"
    )
    assert monday.uses_publication
    assert afternoon.why == (
        "“the afternoon” is read as on the day told before it, “Monday”;"
        " the text does not say which day"
    )
    assert (afternoon.part, afternoon.day_stated) == ("afternoon", False)
    assert afternoon.uses_publication
    assert year.why == "“2023” stands in the text"
    assert not year.uses_publication


def test_a_weekday_that_contradicts_its_date(times: Times) -> None:
    """The date is kept, and a notice says where the two do not fit, as does the reason on the page."""
    line = "text: The vote was on Monday, 24 May 2023, and not on Monday, 22 May 2023."
    odd, even = find_timexes(document(line), times, on("2023-05-25"))
    assert (odd.value, odd.basis, odd.odd) == (
        "2023-05-24",
        "stated",
        "is a Wednesday, and not a Monday",
    )
    assert odd.why.endswith("stands in the text with its year; it is a Wednesday, and not a Monday")
    assert even.odd == ""
    problems = [str(p) for p in read(document(line), load("en")).problems]
    assert problems == [
        "seeds/case.txt:1:17: “Monday, 24 May 2023” is a Wednesday, and not a Monday:"
        " the date is kept [odd-weekday]"
    ]


def test_a_clock_time_beside_its_day_is_stated(times: Times) -> None:
    """The day of "Monday at noon" is in the text; that of a later "at noon" is read from it."""
    read = document("text: On Monday at noon the bells rang. At 5 p.m. they fell silent.")
    _, noon, five = find_timexes(read, times, on("2023-05-24"))
    assert (noon.part, noon.day_stated, noon.uses_publication) == ("12:00", True, True)
    assert (five.part, five.day_stated, five.uses_publication) == ("17:00", False, True)


def test_no_year_from_nowhere(times: Times) -> None:
    """Without a date of publication no value has a year that does not stand in the text."""
    for path in CASES.glob("*.txt"):
        for lines in blocks_of(path):
            read = document(lines[0])
            for timex in find_timexes(read, times, None):
                year = timex.value.removeprefix("BC")[:4].lstrip("0")
                if year.isdigit() and timex.basis != "stated":
                    assert year in read.article.text or ends_range(timex, read.article.text), timex


def ends_range(timex: Timex, text: str) -> bool:
    """Whether digits share the first ones of what stands before them: 1945–46, 1592–3, 1960s and 70s."""
    before = re.search(r"(\d{4})(?:[-–/]|s and )$", text[: timex.span.start])
    digits = timex.span.of(text).removesuffix("s")
    if before is None:
        return False
    year = before[1][: -len(digits)] + digits
    return timex.value == (year[:-1] if before[0].endswith(" ") else year)


def test_the_clock_is_never_asked(times: Times, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a text says of when does not depend on the day on which it is read."""

    class Today(date):
        @classmethod
        def today(cls) -> "Today":
            raise AssertionError("the clock was asked")

        @classmethod
        def fromtimestamp(cls, _: float) -> "Today":
            raise AssertionError("the clock was asked")

    for module in [m for name, m in sys.modules.items() if name.startswith("explainer.")]:
        for name in ("date", "datetime", "time"):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, Today)
    read = document(
        "text: Today, on Monday, last week, in March, two years ago, at 5 p.m., in '82."
    )
    for published in (None, on("2023-05-24"), on("1911-01-02")):
        assert len(find_timexes(read, times, published)) == 7


@pytest.mark.parametrize("table", sorted(WORDS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_word_can_be_read(table: Path, times: Times) -> None:
    """No form of any table, wherever it stands, keeps a reading from its end."""
    rows = read_table(table, Problems(), range(1, 9))
    forms = [form.strip() for row in rows for form in row.fields[0].split(",")]
    frames = ("{}", "On {}.", "the last {} of May 2020", "June {} 4, {} 20, 2019", "two {}s to {}")
    said = [frame.format(form, form) for form in forms for frame in frames]
    read = document("text: " + "\n\n".join([*said, *map(str.capitalize, said)]))
    for published in (None, on("2023-05-24")):
        spans = [timex.span for timex in find_timexes(read, times, published)]
        assert spans == sorted(spans)


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile(text: str, times: Times) -> None:
    """Any text ends in a result whose spans lie in it, in order."""
    read = document(text)
    for published in (None, on("2023-05-24"), on("0001-01-01"), on("9999-12-31")):
        found = find_timexes(read, times, published)
        spans = [timex.span for timex in found]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        find_dateline(read, times)
