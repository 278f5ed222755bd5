"""Beginnings, middles and ends: early March, the end of the year, later that month, mid-2011."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from explainer.lexicons.times import Scale, Times, Unit
from explainer.reading.timexes.calendar import Calendar, Rough
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.counted_days import InMonth
from explainer.reading.timexes.deictic import Deictic
from explainer.reading.timexes.found import Found, Known, Shape, is_day
from explainer.reading.timexes.holidays import NamedDay
from explainer.reading.timexes.months import year_after
from explainer.reading.timexes.ordinals import PartOfYear
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.parts import Part
from explainer.reading.timexes.seasons import Season
from explainer.reading.timexes.steps import Stepped, SteppedMonth
from explainer.reading.timexes.values import When
from explainer.reading.timexes.years import TwoDigits, Year, decade_of

#: Which phases may stand right before a date, before "of", and before "in".
_BESIDE, _OF, _IN = (
    frozenset(("before", "both")),
    frozenset(("linked", "both")),
    frozenset(("both",)),
)

#: Halves of these have no value of their own, as those of years have.
_HALVED = (Scale.DECADE, Scale.CENTURY)

#: Pieces of centuries, which words of order tell: the last quarter of the century.
_COUNTED = (Scale.QUARTER, Scale.YEAR, Scale.DECADE)

#: Units whose end or middle is a date: year-end, mid-month, by week's end, mid-century.
_ENDING = (
    Scale.WEEK, Scale.MONTH, Scale.QUARTER, Scale.YEAR, Scale.DECADE, Scale.CENTURY,
)  # fmt: skip


def with_phase(page: Page, found: Found) -> Found:
    """An expression with the words before it that narrow it: late, the end of, later."""
    if (begin := _piece(page, found)) is not None:
        return replace(found, first=begin, shape=Rough(found.shape), rule=found.rule + ", phase")
    first, places = found.first - 1, _BESIDE
    phase = page.times.phases.get(page.at(first))
    if phase is None and (page.has(first, "of") or page.has(first, "in")):
        places = _OF if page.has(first, "of") else _IN
        first -= 1
        phase = page.times.phases.get(page.at(first))
    if phase is None or phase.place not in places:
        return found
    if not _wide(found.shape, phase.edge and places != _OF):
        return found
    if page.has(first - 1, "the"):
        first -= 1
    shape = Rough(found.shape) if phase.edge else found.shape
    return replace(found, first=first, shape=shape, rule=found.rule + ", phase")


def _piece(page: Page, found: Found) -> int | None:
    """Where "the second half of the 18th century", "the latter part of the year" begins."""
    if not page.has(found.first - 1, "of") or not isinstance(found.shape, Year | Stepped | OfYear):
        return None
    at = found.first - 2
    unit = page.times.units.get(page.at(at))
    half = page.has(at, "half") and getattr(found.shape, "scale", None) in _HALVED
    if not (half or page.has(at, "part") or _piece_of_century(found.shape, unit)):
        return None
    counted = page.at(at - 1) in page.times.ordinals or page.at(at - 1) in page.times.phases
    if not counted and not page.has(at - 1, "bound"):
        return None
    return at - 2 if page.has(at - 2, "the") else at - 1


def _piece_of_century(shape: Shape, unit: Unit | None) -> bool:
    """Whether quarters, decades and years of it are counted: the first decades of this century."""
    scale = getattr(shape, "scale", None)
    return unit is not None and scale is Scale.CENTURY and unit.scale in _COUNTED


def find_joined(page: Page, at: int) -> Iterator[Found]:
    """One token: mid-2011, late-November, mid-1990s, mid-summer."""
    head, _, tail = page.low[at].partition("-")
    yield from _in_one_word(page, at, head, tail)


def fused(times: Times) -> Iterator[str]:
    """Midweek, midyear, midsummer: without a hyphen."""
    yield from (head + tail for head, tail in _fused(times))


def find_fused(page: Page, at: int) -> Iterator[Found]:
    """The same: in midsummer."""
    word = page.low[at]
    head, tail = next((one for one in _fused(page.times) if "".join(one) == word), ("", ""))
    if page.text(at).islower():
        yield from _in_one_word(page, at, head, tail)


def _fused(times: Times) -> Iterator[tuple[str, str]]:
    for head in times.glue["fused"]:
        yield from ((head, unit) for unit, kind in times.units.items() if kind.scale in _ENDING)
        yield from ((head, season) for season, kind in times.seasons.items() if not kind.use)


def _in_one_word(page: Page, at: int, head: str, tail: str) -> Iterator[Found]:
    """What narrows a date, and the date, in one word."""
    phase = page.times.phases.get(head)
    if phase is None or phase.place not in _BESIDE:
        return
    first = at - 1 if page.has(at - 1, "the") else at
    if named := page.times.months.get(tail):
        stop, year = year_after(page, at + 1)
        # Before a noun the article is the noun's: the late-November trip.
        first = at if page.may_be_noun(stop) else first
        yield Found(first, stop, Rough(Calendar(named.number, year=year)))
    elif (part := page.times.parts.get(tail)) and not part.use:
        # Late-night calls are of no night in particular.
        if not page.may_be_noun(at + 1):
            yield Found(first, at + 1, Part(part.code))
    elif (unit := page.times.units.get(tail)) and not unit.many and unit.scale in _ENDING:
        yield Found(first, at + 1, Rough(Stepped(unit.scale, 0, "now")))
    elif (season := page.times.seasons.get(tail)) and not season.use:
        yield Found(first, at + 1, Season(season.code))
    elif len(tail) == 4 and tail.isdigit() and tail.isascii():
        yield Found(at, at + 1, Rough(Year(int(tail))))
    elif decade := decade_of(page, tail):
        yield Found(first, at + 1, Rough(Year(decade, Scale.DECADE)))


def find_end(page: Page, at: int) -> Iterator[Found]:
    """The end of a year or month by its name: at year end; by month end; by the year's end."""
    unit_at = at - 2 if page.has(at - 1, "genitive") else at - 1
    first = unit_at - 1 if unit_at < at - 1 and page.has(unit_at - 1, "the") else unit_at
    if page.has(first - 1, "preposition") or page.has(first - 1, "at"):
        yield from _end_of(page, page.at(unit_at), page.low[at], first, at + 1)


def find_end_joined(page: Page, at: int) -> Iterator[Found]:
    """The same in one token: year-end."""
    unit, _, end = page.low[at].partition("-")
    yield from _end_of(page, unit, end, at, at + 1)


def _end_of(page: Page, word: str, end: str, first: int, stop: int) -> Iterator[Found]:
    unit = page.times.units.get(word)
    if unit is None or unit.many or unit.scale not in _ENDING:
        return
    phase = page.times.phases.get(end)
    if phase is None or not phase.edge or phase.place in _BESIDE:
        return
    if unit.scale is Scale.YEAR and (year := page.year(stop)) is not None:
        yield Found(first, stop + 1, Rough(Year(year)))
    else:
        yield Found(first, stop, Rough(Stepped(unit.scale, 0, "now")))


def _wide(shape: Shape, edge: bool) -> bool:
    """Whether words narrow this: early March, later today, the end of the day; but no early Monday."""
    if isinstance(shape, Deictic):
        return not edge
    if isinstance(shape, Calendar):
        return shape.day is None
    if isinstance(shape, Stepped):
        return shape.scale is not Scale.DAY or not edge
    return isinstance(
        shape, Year | TwoDigits | Season | PartOfYear | SteppedMonth | NamedDay | OfYear
    )


@dataclass(frozen=True, slots=True)
class OfYear:
    """A month, season, quarter or named day of a year that stands behind it."""

    inner: Calendar | Season | PartOfYear | NamedDay | InMonth
    year: Shape

    @property
    def names_day(self) -> bool:
        return is_day(self.inner)

    def resolve(self, context: Context) -> Known:
        known = self.year.resolve(context)
        year = known.value.year if isinstance(known.value, When) else None
        return replace(known, value=self.inner.in_year(year))
