"""What is counted: the first quarter of 2009; third-quarter; the second half; the 19th century."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from explainer.lexicons.times import Scale
from explainer.reading.timexes.calendar import Calendar, Rough
from explainer.reading.timexes.context import Context, on
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.months import year_after
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.steps import Stepped
from explainer.reading.timexes.values import When
from explainer.reading.timexes.years import Year

#: In these, years are counted, and they themselves from the birth of Christ.
_YEARS = {Scale.CENTURY: 100, Scale.MILLENNIUM: 1000}

#: A game is told within so many words of its quarter.
_NEAR = 12
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}\Z", re.ASCII)

_IN_MONTH = (Scale.DAY, Scale.WEEKEND, Scale.WEEK)

#: A quarter of the article's year that is over for so many months is not meant any more.
_FAR = 9


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """The n-th quarter or half of a year that the words do not name."""

    number: int
    scale: Scale
    fiscal: bool = False

    def in_year(self, year: int | None) -> When:
        return When(self.scale, year, number=self.number, fiscal=self.fiscal)

    def resolve(self, context: Context) -> Known:
        if context.day:
            year = self._nearest(context.day, context.tense())
            why = f"is read as in {year}, by the article’s date, {on(context.day)}"
            return Known(self.in_year(year), "inferred", why, published=True)
        told = context.year_told()
        if told is None or told.when.year is None:
            return Known(self.in_year(None), "open", "has no year in the text")
        why = f"is read as in {told.when.year}, by the date told before it"
        return told.known(self.in_year(told.when.year), why)

    def _nearest(self, published: date, tense: str) -> int:
        """The year of the quarter that is near: reports tell of the one just past."""
        months = 3 if self.scale is Scale.QUARTER else 6
        ahead = (self.number - 0.5) * months - published.month
        if ahead < -_FAR or (tense == "future" and ahead < -1):
            return published.year + 1
        return published.year - (ahead > (1 if tense == "past" else _FAR - months))


@dataclass(frozen=True, slots=True)
class DayOf:
    """The 20th of this month."""

    day: int
    month: Stepped
    names_day: ClassVar[bool] = True

    def resolve(self, context: Context) -> Known:
        known = self.month.resolve(context)
        if not isinstance(known.value, When):
            return known
        when = replace(known.value, scale=Scale.DAY, day=self.day)
        return replace(known, value=when, why=f"is a day of a month that {known.why}")


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The 20th: a day of the month told last."""

    day: int

    def resolve(self, context: Context) -> Known:
        told = context.told(Scale.MONTH)
        if told is None:
            why = "is a day of a month that the text does not tell"
            return Known(When(Scale.DAY, day=self.day), "open", why)
        when = replace(told.when, scale=Scale.DAY, day=self.day, time="", rough=False)
        return told.known(when, "is a day of the month told before it")


def find(page: Page, at: int) -> Iterator[Found]:
    """An ordinal in words before a quarter, half or century."""
    yield from _counted(page, at, page.times.ordinals[page.low[at]], at + 1)


def find_number(page: Page, at: int) -> Iterator[Found]:
    """An ordinal in digits: the 19th century; on the 20th."""
    if (number := page.ordinal(page.low[at])) is not None:
        yield from _counted(page, at, number, at + 1)
        if not (1 <= number <= 31 and page.has(at - 1, "the")):
            return
        if month := _month_behind(page, at + 1):
            yield Found(at - 1, at + 4, DayOf(number, month))
        elif _alone(page, at):
            yield Found(at - 1, at + 1, DayOfMonth(number))


def find_in_month(page: Page, at: int) -> Iterator[Found]:
    """The first week of May; the last weekend of June 2023: the month, of which a piece is meant."""
    unit = page.times.units.get(page.at(at + 1))
    named = page.times.months.get(page.at(at + 3))
    piece = page.has(at + 1, "half") or (unit and not unit.many and unit.scale in _IN_MONTH)
    if not (piece and named and page.has(at + 2, "of") and page.text(at + 3)[:1].isupper()):
        return
    stop, year = year_after(page, at + 4)
    first = at - 1 if page.has(at - 1, "the") else at
    month = Calendar(named.number, year=year)
    if unit and unit.scale is Scale.DAY and page.times.ordinals[page.low[at]] == 1:
        yield Found(first, stop if year else at + 4, replace(month, day=1))
    else:
        yield Found(first, stop if year else at + 4, Rough(month))


def find_phase(page: Page, at: int) -> Iterator[Found]:
    """The mid-19th century, the late-eighteenth century."""
    head, _, tail = page.low[at].partition("-")
    unit = page.times.units.get(page.at(at + 1))
    number = _number(page, tail)
    if head not in page.times.phases or not number or not unit or unit.scale is not Scale.CENTURY:
        return
    if shape := _shape(number, unit.scale, page, at + 2):
        first = at - 1 if page.has(at - 1, "the") else at
        yield Found(first, at + 3 if page.at(at + 2) in page.times.eras else at + 2, Rough(shape))


def find_joined(page: Page, at: int) -> Iterator[Found]:
    """One token: third-quarter, eighteenth-century, 19th-century."""
    head, _, tail = page.low[at].rpartition("-")
    unit = page.times.units.get(tail)
    number = _number(page, head)
    first = at - page.has(at - 1, "fiscal")
    if tail in page.times.glue["half"] and number in (1, 2) and page.has(at + 1, "accounts"):
        yield Found(at, at + 1, PartOfYear(number, Scale.HALF))
    if unit is None:
        return
    if number is not None and (shape := _shape(number, unit.scale, page, at + 1)):
        if isinstance(shape, PartOfYear) and first < at:
            yield Found(first, at + 1, replace(shape, fiscal=True))
        else:
            yield Found(at, at + 1, shape)


def _number(page: Page, word: str) -> int | None:
    """The number of an ordinal in digits or words: 19th, nineteenth."""
    number = page.ordinal(word)
    return page.times.ordinals.get(word) if number is None else number


def _counted(page: Page, at: int, number: int, unit_at: int) -> Iterator[Found]:
    tied = page.at(unit_at) == "-" and page.joined(at)
    fiscal = page.has(unit_at, "fiscal")
    unit_at += tied or fiscal
    unit = page.times.units.get(page.at(unit_at))
    scale = unit.scale if unit else Scale.HALF if page.has(unit_at, "half") else None
    if scale is None:
        return
    if scale is Scale.HALF and not (page.has(unit_at + 1, "of") and _dated(page, unit_at + 2)):
        return
    shape = _shape(number, scale, page, unit_at + 1)
    if isinstance(shape, PartOfYear) and _of_game(page, at):
        return
    if shape:
        first = at
        before = page.has(first - 1, "fiscal")
        if (before or fiscal) and isinstance(shape, PartOfYear):
            shape, first = replace(shape, fiscal=True), first - before
        # The 12th-century church: before a noun the article stays out.
        first -= page.has(first - 1, "the") and not tied
        stop = unit_at + 1
        if isinstance(shape, Year) and page.at(stop) in page.times.eras:
            stop += 1
        yield from _before_it(page, at, unit_at, shape)
        yield Found(first, stop, shape)


def _of_game(page: Page, at: int) -> bool:
    """Whether a quarter or half is played: touchdowns or a score, such as 21-7, stand near."""
    near = range(at - _NEAR, at + _NEAR)
    return any(page.has(n, "sport") or _SCORE.match(page.at(n)) for n in near)


def _before_it(page: Page, at: int, unit_at: int, shape: PartOfYear | Year) -> Iterator[Found]:
    """The other century of "the 17th and 18th centuries"."""
    # The second may have a phase of its own: the late 15th and early 16th centuries.
    link = at - 2 if page.at(at - 1) in page.times.phases else at - 1
    number = _number(page, page.at(link - 1))
    linked = page.has(link, "and") or page.has(link, "to")
    if number is None or not linked or not isinstance(shape, Year):
        return
    first = link - 2 if page.has(link - 2, "the") else link - 1
    if other := _shape(number, shape.scale, page, unit_at + 1):
        yield Found(first, link, other)


def _shape(number: int, scale: Scale, page: Page, after: int) -> PartOfYear | Year | None:
    if scale in _YEARS and 1 <= number <= 3000 // _YEARS[scale]:
        begin = (number - 1) * _YEARS[scale]
        era = page.times.eras.get(page.at(after))
        return Year(-begin or -1 if era and era[0] == "BC" else begin, scale)
    most = {Scale.QUARTER: 4, Scale.HALF: 2}.get(scale, 0)
    if number == -1 and most:
        number = most
    return PartOfYear(number, scale) if 1 <= number <= most else None


def _dated(page: Page, at: int) -> bool:
    word = page.at(at)
    if page.has(at, "the") or word in page.times.steps:
        return page.at(at + 1) in page.times.units
    return page.year(at) is not None


def _alone(page: Page, at: int) -> bool:
    """Whether "the 20th" is a day: "on the 20th" and no noun behind it."""
    after = page.at(at + 1)
    ends = not after.isalnum() or page.has(at + 1, "preposition") or page.has(at + 1, "and")
    # "On the 15th he left": who or what does it has words of its own.
    opens = page.text(at - 2).istitle() and page.has(at + 1, "subject")
    return page.has(at - 2, "on") and (ends or opens)


def _month_behind(page: Page, at: int) -> Stepped | None:
    """The month of "the 20th of this month", "the 3rd of next month"."""
    step, unit = page.step(at + 1), page.times.units.get(page.at(at + 2))
    monthly = unit and unit.scale is Scale.MONTH and not unit.many
    if not (page.has(at, "of") and step and monthly and step.point in ("now", "told")):
        return None
    return Stepped(Scale.MONTH, step.by, step.point)
