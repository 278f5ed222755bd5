"""Years, decades and centuries: 2003; '82; 480 BC; 1994-1997; the 1990s; the 19th century."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.lexicons.times import Scale, Times
from explainer.reading.timexes.context import Context, on
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.signs import is_past
from explainer.reading.timexes.steps import Fiscal
from explainer.reading.timexes.values import When

_PLAIN = re.compile(r"1[0-9]\d\d|20\d\d\Z", re.ASCII)
_RANGE = re.compile(r"(?P<first>1[0-9]\d\d|20\d\d)[-/](?P<last>1[0-9]\d\d|20\d\d|\d{1,2})\Z")
_LAST_DIGITS = re.compile(r"\d+\Z")
_SIGNS = frozenset("$€£¥#+*=<>/:.")
_FIRST_DECADE, _LAST_DECADE = 1000, 2090
#: Hundreds of years before it are centuries: the 1800s.
_DECADES_FROM = 2000
#: So many years ahead of its date an article may mean with two digits.
_AHEAD = 10
_UNIT_SIGNS = frozenset("%°$€£¥=*/")
#: Years that reports write in one word with what makes them fiscal.
FISCAL = (1950, 2100)
_DASHES = frozenset("–—-")
QUOTES = frozenset("'’‘")
#: No telephone number has more groups of digits.
_MOST_GROUPS = 6


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or the first year of a decade or century, as it stands in the text."""

    year: int
    scale: Scale = Scale.YEAR
    fiscal: bool = False
    rough: bool = False

    def resolve(self, context: Context) -> Known:
        why = "stands in the text"
        if self.fiscal:
            why += "; which months it has, the text does not say"
        when = When(self.scale, self.year, rough=self.rough, fiscal=self.fiscal)
        return Known(when, "stated", why)


@dataclass(frozen=True, slots=True)
class EndOfRange:
    """The second of 1990-94, of the 1960s and 70s: two digits stand there, their century before them."""

    year: int
    begin: str
    scale: Scale = Scale.YEAR

    def resolve(self, context: Context) -> Known:
        why = f"is in the century of “{self.begin}”, right before it"
        return Known(When(self.scale, self.year), "inferred", why)


@dataclass(frozen=True, slots=True)
class TwoDigits:
    """'82, or the '60s: the century is that of the date it is read from."""

    digits: int
    scale: Scale = Scale.YEAR

    def resolve(self, context: Context) -> Known:
        told = context.year_told()
        if context.day:
            # A year in two digits may lie ahead; a decade that has a name has begun.
            ahead = _AHEAD if self.scale is Scale.YEAR else 0
            year = self._before(context.day.year + ahead)
            why = f"is the last such year by the article’s date, {on(context.day)}"
            return Known(When(self.scale, year), "inferred", why, published=True)
        if told and told.when.year and told.when.year > 0:
            century = told.when.year - told.when.year % 100
            why = "is in the century of the date told before it"
            return told.known(When(self.scale, century + self.digits), why)
        return Known(When(self.scale), "open", "does not tell its century")

    def _before(self, last: int) -> int:
        return last - (last - self.digits) % 100


def find(page: Page, at: int) -> Iterator[Found]:
    """A number that is a year."""
    word = page.low[at]
    era = page.times.eras.get(page.at(at + 1))
    if era and page.text(at + 1)[:1].isupper() and (number := page.integer(at)) and number < 10000:
        yield Found(at, at + 2, Year(-number if era[0] == "BC" else number))
    elif decade := page.tens(word):
        bc = era is not None and era[0] == "BC"
        yield from _decade_before_christ(page, at, decade) if bc else _decade(page, at, decade)
    elif (years := _RANGE.match(word)) and not _counted(page, at):
        yield from _range(page, at, years)
    elif page.at(at - 1) in QUOTES and page.joined(at - 1) and len(word) == 2 and word.isdigit():
        ends = not page.joined(at) or page.at(at + 1) in (".", ",", ";", ")")
        if ends and not _named(page, at - 2):
            yield Found(at - 1, at + 1, TwoDigits(int(word)))
    elif (last := _end_of_range(page, at)) is not None:
        yield Found(at, at + 1, EndOfRange(last, page.text(at - 2)))
    elif (year := page.year(at)) and not _counted(page, at) and not _of_a_car(page, at):
        first, fiscal = _first(page, at)
        stop = _fiscal_behind(page, at)
        if stop > at + 1 and page.has(first - 1, "the"):
            first -= 1
        rough = page.times.about.get(page.at(first - 1)) == "APPROX"
        yield Found(first, stop, Year(year, fiscal=fiscal or stop > at + 1, rough=rough))
    elif (first := _first(page, at)[0]) < at and (number := page.integer(at)) and number < 1000:
        yield Found(first, at + 1, Year(number))


def find_joined(page: Page, at: int) -> Iterator[Found]:
    """The year in one token with a word before it: post-1959, pre-2014."""
    head, _, tail = page.low[at].partition("-")
    if head in page.times.glue["before-a-year"] and len(tail) == 4 and _PLAIN.match(tail):
        yield Found(at, at + 1, Year(int(tail)), cut=(len(head) + 1, 0))


def fiscal_words(times: Times) -> Iterator[str]:
    """The forms of FY22 and FY2022."""
    for short in times.glue["fiscal-year"]:
        yield from (f"{short}{year}" for year in range(*FISCAL))
        yield from (f"{short}{year:02}" for year in range(100))


def find_fiscal(page: Page, at: int) -> Iterator[Found]:
    """A year of somebody's accounts in one token: FY22."""
    match = _LAST_DIGITS.search(page.low[at])
    if match and page.text(at)[:1].isupper():
        digits = match[0]
        year = Year(int(digits)) if len(digits) == 4 else TwoDigits(int(digits))
        yield Found(at, at + 1, Fiscal(year))


def _first(page: Page, at: int) -> tuple[int, bool]:
    """Where a year begins with what belongs to it (AD 79, the year 496), and whether it is fiscal."""
    era = page.times.eras.get(page.at(at - 1))
    if era and era[0] == "AD" and page.text(at - 1)[:1].isupper():
        return at - 1, False
    named = page.times.units.get(page.at(at - 1))
    year = at - 1 if named and named.scale is Scale.YEAR and not named.many else at
    if page.has(year - 1, "fiscal"):
        return year - 1, True
    return (year - 1, False) if year < at and page.has(year - 1, "the") else (at, False)


def _of_a_car(page: Page, at: int) -> bool:
    """Whether a year tells a model, not a time: her 1987 Ford; but "in 1987 Ford built …"."""
    return page.has(at - 1, "owner") and page.has(at + 1, "make") and page.text(at + 1)[0].isupper()


def _fiscal_behind(page: Page, at: int) -> int:
    """Where the 1996 of "the 1996 fiscal year" stops."""
    unit = page.times.units.get(page.at(at + 2))
    yearly = unit and unit.scale is Scale.YEAR and not unit.many
    return at + 3 if page.has(at + 1, "fiscal") and yearly else at + 1


def _end_of_range(page: Page, at: int) -> int | None:
    """The year that two digits behind a year and a dash mean: 1945–46."""
    first, word = page.year(at - 2), page.low[at]
    tied = page.at(at - 1) in _DASHES and page.joined(at - 1) and page.joined(at - 2)
    if not (tied and first and len(word) <= 2 and word.isdigit() and word.isascii()):
        return None
    last = _with_digits(first, word)
    return last if last > first and not _counted(page, at - 2) else None


def _with_digits(year: int, last: str) -> int:
    """The year that the last digits of one mean behind another one: 1945-46, 1592-3."""
    size = {1: 10, 2: 100}.get(len(last), 10_000)
    return year - year % size + int(last)


def _named(page: Page, before: int) -> bool:
    """Whether two digits belong to the name of something: Expo '92, iLife '11."""
    word = page.text(before)
    known = page.at(before) in page.times.months or page.at(before) in page.times.seasons
    placed = page.has(before, "preposition") or page.has(before, "in")
    return word != word.lower() and not known and not placed


def decade_of(page: Page, word: str) -> int | None:
    """The first year of a decade in four digits: "1990s" is 1990."""
    digits = page.tens(word)
    return (
        int(digits) if len(digits) == 4 and _FIRST_DECADE <= int(digits) <= _LAST_DECADE else None
    )


def _decade(page: Page, at: int, digits: str) -> Iterator[Found]:
    if (year := decade_of(page, page.low[at])) is not None:
        first = at - 1 if page.has(at - 1, "the") else at
        yield Found(first, at + 1, Year(year, scale_of_tens(year)))
    elif len(digits) == 2 and (begin := _decade_before(page, at)) is not None:
        year = begin - begin % 100 + int(digits)
        yield Found(at, at + 1, EndOfRange(year, page.text(at - 2), Scale.DECADE))
    elif len(digits) == 2 and page.at(at - 1) in page.times.phases and page.has(at - 2, "the"):
        # In "the mid-80s" and "the 80s" it may be a temperature; not in "the early 80s".
        yield Found(at, at + 1, TwoDigits(int(digits), Scale.DECADE))
    elif len(digits) == 2 and page.at(at - 1) in QUOTES and page.joined(at - 1):
        first = at - 2 if page.has(at - 2, "the") else at - 1
        yield Found(first, at + 1, TwoDigits(int(digits), Scale.DECADE))


def scale_of_tens(year: int) -> Scale:
    """The 1800s are a century; the 2000s are still told apart from the 2010s."""
    return Scale.CENTURY if year % 100 == 0 and year < _DECADES_FROM else Scale.DECADE


def _decade_before(page: Page, at: int) -> int | None:
    """The decade before one in two digits that shares its century: the 1960s and 70s."""
    linked = page.has(at - 1, "and") or page.has(at - 1, "to") or page.at(at - 1) in _DASHES
    begin = decade_of(page, page.at(at - 2)) if linked else None
    return begin if begin is not None and begin % 100 < int(page.tens(page.low[at])) else None


def _decade_before_christ(page: Page, at: int, digits: str) -> Iterator[Found]:
    if len(digits) <= 4:
        first = at - 1 if page.has(at - 1, "the") else at
        yield Found(first, at + 2, Year(-int(digits), Scale.DECADE))


def _range(page: Page, at: int, match: re.Match[str]) -> Iterator[Found]:
    first, last = int(match["first"]), match["last"]
    year = _with_digits(first, last)
    if not first < year <= 2199:
        return
    end = Year(year) if len(last) == 4 else EndOfRange(year, match["first"])
    yield Found(at, at + 1, Year(first), cut=(0, len(last) + 1))
    yield Found(at, at + 1, end, cut=(5, 0))


def _counted(page: Page, at: int) -> bool:
    """Whether a number of four digits counts or names something other than a year."""
    before, after = page.at(at - 1), page.at(at + 1)
    if (before in _SIGNS and page.joined(at - 1)) or _numbered(page, at):
        return True
    if _of_telephone(page, at) or _of_house(page, at) or _measured(page, at):
        return True
    if (after in _UNIT_SIGNS and page.joined(at)) or after == "%":
        return True
    unit = page.times.units.get(after)
    if unit and (unit.many or page.low[at].endswith("00")):
        return True
    if after in page.times.zones or after in page.times.clock:
        return True
    # "In 1914 sheep were sold": a year opens many a sentence.
    if page.has(at + 1, "counted") and not (page.has(at - 1, "in") and page.text(at - 1).istitle()):
        return True
    if _of_people(page, at):
        return True
    if (
        page.joined(at)
        and after == "-"
        and page.joined(at + 1)
        and page.at(at + 2) in page.times.units
    ):
        return True
    return _round_count(page, at)


def _of_people(page: Page, at: int) -> bool:
    """Whether people are counted: 1709 schoolchildren; not "the 1968 students", "in 1975 fishermen"."""
    people = page.has(at + 1, "people") or page.at(at + 1).endswith(
        tuple(page.times.glue["people-ending"])
    )
    before = page.has(at - 1, "the") or page.has(at - 1, "genitive") or page.has(at - 1, "owner")
    return people and not (before or page.has(at - 1, "in") or page.has(at - 1, "preposition"))


def _numbered(page: Page, at: int) -> bool:
    """Whether a number names a thing: Resolution 1998, p. 1999, Windows 2000, a Peugeot 2008."""
    dot = page.at(at - 1) == "." and page.joined(at - 2)
    if page.has(at - 1 - dot, "numbered"):
        return True
    model = page.has(at - 1, "model") or (page.has(at - 1, "make") and page.has(at - 2, "owner"))
    return model and page.text(at - 1)[:1].isupper()


def _of_telephone(page: Page, at: int) -> bool:
    """Whether digits stand before it, with a plus sign before the first: +44 20 1945 1999."""
    first = at
    while at - first < _MOST_GROUPS and page.at(first - 1).isdigit():
        first -= 1
    return first < at and page.at(first - 1) == "+" and page.joined(first - 1)


def _of_house(page: Page, at: int) -> bool:
    """Whether a street stands behind it: at 2001 Main Street; but "in 2001 Main Street was closed"."""
    named = page.text(at + 1)[:1].isupper()
    street = page.has(at + 2, "street") or (
        page.text(at + 2)[:1].isupper() and page.has(at + 3, "street")
    )
    return named and street and not (page.has(at - 1, "in") or page.has(at - 1, "preposition"))


def _measured(page: Page, at: int) -> bool:
    """Whether it is so many of something not named: about 2000 fled; nearly 1500; fell to 1987."""
    if page.has(at - 1, "moved") and not page.has(at + 1, "yearly"):
        # The index gained 4 to 1309.
        counted = page.at(at - 2)[:1].isdigit()
        if page.has(at - 2, "moves") or (counted and page.has(at - 3, "moves")):
            return True
    mark = page.times.about.get(page.at(at - 1))
    placed = page.has(at - 2, "in") or page.has(at - 2, "preposition")
    if mark is None or placed:
        return False
    return mark == "LESS_THAN" or is_past(page, at + 1)


def _round_count(page: Page, at: int) -> bool:
    """Whether "2000 soldiers" are meant: a round number, then a plural that is of no year."""
    after = page.text(at + 1)
    return (
        page.low[at].endswith("00")
        and after.islower()
        and page.plural(at + 1)
        and not page.has(at - 1, "in")
        and not page.has(at + 1, "yearly")
    )
