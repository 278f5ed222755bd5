"""Expressions that stand side by side and are one: Tuesday evening; the end of May; 9 a.m. Monday."""

from collections.abc import Callable
from dataclasses import replace

from explainer.lexicons.times import Scale
from explainer.reading.timexes.calendar import Calendar, Rough
from explainer.reading.timexes.clock import Clock
from explainer.reading.timexes.counted_days import InMonth, with_weekday
from explainer.reading.timexes.found import Found, Shape, is_day, of_day_beside
from explainer.reading.timexes.holidays import NamedDay
from explainer.reading.timexes.lengths import together
from explainer.reading.timexes.neighbours import with_neighbour
from explainer.reading.timexes.ordinals import PartOfYear
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.parts import OnDay, Part
from explainer.reading.timexes.phases import OfYear, with_phase
from explainer.reading.timexes.seasons import Season
from explainer.reading.timexes.steps import Stepped
from explainer.reading.timexes.twice import ago_and_day, length_and_day, weeks_on
from explainer.reading.timexes.vague import Lasting
from explainer.reading.timexes.weekdays import EveryPart, EveryWeekday, Short, Weekday
from explainer.reading.timexes.yearly import same_part
from explainer.reading.timexes.years import TwoDigits, Year

Join = Callable[[Page, Found, Found], Found | None]


def weekday_and_date(page: Page, one: Found, other: Found) -> Found | None:
    """Friday, July 21, 2017: the date decides."""
    if not isinstance(one.shape, Weekday | Short) or not is_day(other.shape):
        return None
    gap = page.low[one.stop : other.first]
    if gap in ([], [","]) and isinstance(other.shape, Calendar):
        dated = replace(other.shape, weekday=one.shape.number)
        return Found(one.first, other.stop, dated)
    return None


def time_and_day(page: Page, one: Found, other: Found) -> Found | None:
    """12:00 UTC Monday; 9 a.m. on May 3; the morning of April 19."""
    day = of_day_beside(other.shape)
    if day is None:
        return None
    gap = page.low[one.stop : other.first]
    on = len(gap) == 1 and gap[0] in page.times.glue["on"]
    if isinstance(one.shape, Clock) and (gap == [] or on):
        return Found(one.first, other.stop, OnDay(one.shape.time, day))
    of = len(gap) == 1 and gap[0] in page.times.glue["of"]
    if day is other.shape and isinstance(one.shape, Part) and not one.shape.by and (on or of):
        return Found(one.first, other.stop, OnDay(f"T{one.shape.code}", other.shape))
    return None


def part_and_year(page: Page, one: Found, other: Found) -> Found | None:
    """October of last year; the first quarter of 2009; the summer of that year."""
    shape = one.shape
    if not isinstance(shape, Calendar | Season | PartOfYear | NamedDay | InMonth):
        return None
    month = shape.month if isinstance(shape, InMonth) else shape
    if isinstance(month, Calendar) and month.year is not None:
        return None
    yearly = isinstance(other.shape, Year | TwoDigits) and other.shape.scale is Scale.YEAR
    stepped = isinstance(other.shape, Stepped) and other.shape.scale is Scale.YEAR
    gap = page.low[one.stop : other.first]
    if (yearly or stepped) and (
        gap in ([], [","]) or (len(gap) == 1 and gap[0] in page.times.glue["of"])
    ):
        return Found(one.first, other.stop, OfYear(shape, other.shape))
    return None


def year_and_part(page: Page, one: Found, other: Found) -> Found | None:
    """Their 1982 summer offensive; 1998's second quarter; not the 1998 Winter Olympics, a name."""
    if not (isinstance(one.shape, Year) and one.shape.scale is Scale.YEAR):
        return None
    shape, gap = other.shape, page.low[one.stop : other.first]
    beside = not gap and page.text(other.first).islower()
    owned = len(gap) == 1 and gap[0] in page.times.glue["genitive"]
    if isinstance(shape, Season) and shape.step is None and beside:
        return Found(one.first, other.stop, OfYear(shape, one.shape))
    if isinstance(shape, PartOfYear) and (beside or owned):
        first = one.first - (beside and page.has(one.first - 1, "the"))
        return Found(first, other.stop, OfYear(shape, one.shape))
    return None


def lengths_together(page: Page, one: Found, other: Found) -> Found | None:
    """Two years and three months; 3 minutes 32 seconds."""
    if not isinstance(one.shape, Lasting) or not isinstance(other.shape, Lasting):
        return None
    gap = page.low[one.stop : other.first]
    glue = page.times.glue
    linked = all(word == "," or word in glue["and"] - glue["or"] for word in gap)
    # No "two years, five to ten days".
    linked = linked and page.low[other.stop - 1] in page.times.units
    both = together(one.shape, other.shape) if linked else None
    # What stands side by side without a word are minutes and seconds: not "two years 30 days".
    if both is None or (not gap and "T" not in one.shape.value):
        return None
    return Found(one.first, other.stop, both)


JOINS: tuple[tuple[str, Join], ...] = (
    ("weekday and date", weekday_and_date),
    ("time and day", time_and_day),
    ("part of a year", part_and_year),
    ("year and its part", year_and_part),
    ("length and length", lengths_together),
    ("ago and day", ago_and_day),
    ("weeks from a day", weeks_on),
    ("length and day", length_and_day),
    ("same part of another year", same_part),
)


def with_part(page: Page, found: Found) -> Found:
    """A day with the part of the day behind it: Tuesday evening, May 3 morning."""
    part = page.times.parts.get(page.at(found.stop))
    if part and (
        isinstance(found.shape, EveryWeekday)
        or (isinstance(found.shape, Weekday) and part.use == "many")
    ):
        both = EveryPart(found.shape.number, part.code)
        return replace(found, stop=found.stop + 1, shape=both, rule="weekday, part of day")
    if part and part.use != "many" and is_day(found.shape):
        shape = OnDay(f"T{part.code}", found.shape)
        return replace(found, stop=found.stop + 1, shape=shape, rule=found.rule + ", part of day")
    return found


def with_shared_year(page: Page, one: Found, other: Found | None) -> Found:
    """A month, day or season that shares the year behind its neighbour: August and September 1914."""
    shape = one.shape
    if other is not None and _year_behind(page, one, other):
        return replace(one, shape=_in_year(shape, other.shape))
    if other is None or not page.links(one.stop, other.first):
        return one
    if isinstance(shape, Season):
        shared = _of_season(other.shape) if shape.step is None else None
        return replace(one, shape=OfYear(shape, shared)) if shared else one
    if not isinstance(shape, Calendar) or not isinstance(other.shape, Calendar):
        return one
    year = other.shape.year
    if shape.year is not None or year is None:
        return one
    # December to March 1916 began in 1915.
    earlier = shape.month > other.shape.month and year > 1
    return replace(one, shape=replace(shape, year=year - earlier))


def _year_behind(page: Page, one: Found, other: Found) -> bool:
    """Whether a year with "in" stands behind what has none: on Dec. 26 in 2004."""
    gap, day = page.low[one.stop : other.first], _day_of(one.shape)
    beside = len(gap) == 1 and gap[0] in page.times.glue["in"]
    yearly = isinstance(other.shape, Year) and other.shape.scale is Scale.YEAR
    open_ = isinstance(day, NamedDay) or (isinstance(day, Calendar) and day.year is None)
    return beside and yearly and open_


def _day_of(shape: Shape) -> Shape:
    """The day of a part of it."""
    return shape.day if isinstance(shape, OnDay) else shape


def _in_year(shape: Shape, year: Shape) -> Shape:
    """A month or day in a year that stands behind it."""
    if isinstance(shape, OnDay):
        return replace(shape, day=_in_year(shape.day, year))
    return OfYear(shape, year) if isinstance(shape, Calendar | NamedDay) else shape


def _of_season(shape: Shape) -> Shape | None:
    """The year of the season that stands there, as in "the autumn of 1914"."""
    if isinstance(shape, Rough):
        shape = shape.inner
    if isinstance(shape, OfYear) and isinstance(shape.inner, Season):
        return shape.year
    return None


def joined(page: Page, found: list[Found]) -> list[Found]:
    """The expressions, those that are one put together; each may be joined again with the next."""
    page.lo, page.hi = 0, page.size
    result: list[Found] = []
    for single in reversed(found):
        if result and _is_piece(single, result[-1]):
            continue
        one = with_part(page, single)
        while result and (both := _one_of_both(page, one, result[-1])):
            result.pop()
            one = both
        one = with_shared_year(page, one, result[-1] if result else None)
        result.append(with_weekday(page, with_neighbour(page, with_phase(page, one))))
    return result[::-1]


def _is_piece(one: Found, other: Found) -> bool:
    """Whether one was taken into the other as its piece: the last quarter of the 19th century."""
    return one.first >= other.first and not other.cut[0]


def _one_of_both(page: Page, one: Found, other: Found) -> Found | None:
    if other.first < one.stop or other.first - one.stop > 2 or _apart(page, one, other):
        return None
    for name, join in JOINS:
        if both := join(page, one, other):
            return replace(both, rule=name)
    return None


def _apart(page: Page, one: Found, other: Found) -> bool:
    """Whether a line ends between two expressions."""
    between = page.tokens.source[page.tokens.end[one.stop - 1] : page.tokens.start[other.first]]
    return "\n" in between
