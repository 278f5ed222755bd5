"""What time expressions are worth: always well-formed, and no year from nowhere, whatever the text."""

import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from explainer.dossier.edtf import checked
from explainer.lexicons.times import Times, load_times
from explainer.problems import Problems
from explainer.reading.model import Published, Timex
from explainer.reading.timexes import find_timexes
from explainer.text.article import Article
from explainer.text.document import parse

WORDS = Path(__file__).parents[2] / "hooks" / "explainer" / "lexicons" / "en" / "times"

_YEAR = r"(?:(?:BC)?\d{4}|XXXX)"
_MONTH = r"(?:0[1-9]|1[0-2]|XX)"
_DAY = rf"{_YEAR}-(?:{_MONTH}-(?:0[1-9]|[12]\d|3[01]|XX)|WXX-[1-7])"
_PART = r"T(?:MO|AF|EV|NI|DT|XX|(?:[01]\d|2[0-4]):[0-5]\d(?:Z|[+-]\d\d(?::\d\d)?)?)"
_MANY = r"(?:\d+(?:\.\d+)?|X)"

#: TIMEX3, by type.
TIMEX3 = {
    "DATE": rf"(?:FY)?{_YEAR}(?:-{_MONTH}|-Q[1-4X]|-H[12]|-(?:SP|SU|FA|WI))?"
    rf"|{_DAY}|{_YEAR}-W(?:0[1-9]|[1-4]\d|5[0-3]|XX)(?:-WE)?"
    r"|(?:BC)?\d{1,3}|X{1,3}|(?:PAST|PRESENT|FUTURE)_REF",
    "TIME": rf"{_DAY}{_PART}",
    "DURATION": rf"P(?:{_MANY}(?:Y|M|WE|W|D|Q|S))+(?:T(?:{_MANY}[HMS])+)?|PT(?:{_MANY}[HMS])+",
    "SET": rf"P{_MANY}(?:Y|M|WE|W|D|Q|S)|PT{_MANY}[HMS]"
    rf"|XXXX-(?:\d\d|SP|SU|FA|WI)|XXXX-WXX-(?:[1-7]|WE|WD)(?:{_PART})?|XXXX-XX-XX{_PART}",
}

#: What ties words of time together, and what only looks like them.
_LOOSE = (
    *(
        "1914",
        "1999",
        "2023",
        "1,500",
        "12",
        "3",
        "24",
        "31",
        "9:30",
        "16.5",
        "7/8/07",
        "2021-05-03",
    ),
    *(
        "1990-94",
        "1960s",
        "'82",
        "5th",
        "19th",
        "480",
        "300-200",
        "BC",
        "AD",
        "1Q22",
        "10/31",
        "0530",
    ),
    *("mid-May", "two-year", "Monday-Friday", "third-quarter", "post-1959", "year-end", "$", "%"),
    *(
        ".",
        ",",
        "–",
        "-",
        "/",
        "(",
        ")",
        "“",
        "”",
        "'s",
        "\n",
        "met",
        "will meet",
        "he",
        "The",
        "Berg",
    ),
)


def lexicon_words() -> list[str]:
    """All forms of all tables, as written and with a capital."""
    forms = {
        form.strip()
        for path in sorted(WORDS.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
        for form in line.split("|")[0].split(",")
    } - {""}
    return sorted(forms | {form[0].upper() + form[1:] for form in forms}) + list(_LOOSE) * 8


def texts(seed: int, count: int) -> Iterator[str]:
    """Short texts of such words in any order; the same for the same seed."""
    chance, words = random.Random(seed), lexicon_words()
    for _ in range(count):
        yield " ".join(chance.choices(words, k=chance.randint(1, 14)))


@pytest.fixture(scope="module")
def times() -> Times:
    return load_times(WORDS, Problems())


def found(text: str, times: Times, day: str | None) -> tuple[Timex, ...]:
    published = Published(date.fromisoformat(day), "given", "for this test") if day else None
    return find_timexes(parse(Article("case", "seeds/case.txt", text)), times, published)


@pytest.mark.parametrize("seed", range(8))
def test_values_are_well_formed(seed: int, times: Times) -> None:
    """TIMEX3 and EDTF as they are defined, from any words in any order."""
    for text in texts(seed, 250):
        for day in ("2023-05-24", None):
            for timex in found(text, times, day):
                told = f"{timex} in {text!r}"
                assert re.fullmatch(TIMEX3[timex.type], timex.value), told
                if timex.edtf is not None:
                    checked(timex.edtf)


@pytest.mark.parametrize("seed", range(8, 16))
def test_no_year_from_nowhere(seed: int, times: Times) -> None:
    """Without a date of publication no year is given whose last digits do not stand in the text."""
    for text in texts(seed, 250):
        digits = set(re.findall(r"\d+", text.replace(",", "")))
        for timex in found(text, times, None):
            year = re.match(r"(?:FY|BC)?(\d{4})", timex.value)
            if year and timex.basis != "stated":
                known = {year[1], year[1].lstrip("0"), year[1][2:], year[1][3:]} & digits
                named = timex.rule.startswith("holiday")
                assert known or named, f"{timex} in {text!r}"
