"""Weekdays that are counted off a date: the last Friday in March; the Sunday before Christmas."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from explainer.lexicons.times import Scale
from explainer.reading.timexes import amounts
from explainer.reading.timexes.calendar import Calendar
from explainer.reading.timexes.context import Context
from explainer.reading.timexes.found import Found, Known, Shape, is_day
from explainer.reading.timexes.months import year_after
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.vague import Often
from explainer.reading.timexes.values import When, calendar_day, of_day, shifted
from explainer.reading.timexes.weekdays import AnyWeekday

#: No month has more Mondays.
_MOST = 5


@dataclass(frozen=True, slots=True)
class InMonth:
    """The n-th such weekday of a month; -1 is its last."""

    number: int
    nth: int
    month: Calendar
    names_day: ClassVar[bool] = True

    def in_year(self, year: int | None) -> When:
        first = calendar_day(year, self.month.month, 1)
        day = _nth(first, self.number, self.nth) if first else None
        return of_day(day) if day else When(Scale.DAY, year, self.month.month)

    def resolve(self, context: Context) -> Known:
        known = self.month.resolve(context)
        # "Is held on the last Sunday of October" is said of every year.
        told = self.month.year is not None or not context.day or context.tells_once()
        year = known.value.year if told and isinstance(known.value, When) else None
        when = self.in_year(year)
        if when.exact is None:
            why = "is a day of a month whose year the text does not tell"
            return replace(known, value=when, basis="open", why=why)
        return replace(known, value=when, basis="inferred", why=f"lies in a month that {known.why}")


def _nth(first: date, number: int, nth: int) -> date | None:
    """The n-th such weekday from the first of a month on."""
    begin = 1 + (number - 1 - first.weekday()) % 7
    weeks = (_MOST - 1, _MOST - 2) if nth < 0 else (nth - 1,)
    days = (calendar_day(first.year, first.month, begin + 7 * week) for week in weeks)
    return next(filter(None, days), None)


@dataclass(frozen=True, slots=True)
class ByDay:
    """The n-th such weekday before (below 0) or after a day that the text names."""

    number: int
    nth: int
    day: Shape
    names_day: ClassVar[bool] = True

    def resolve(self, context: Context) -> Known:
        known = self.day.resolve(context)
        exact = known.value.exact if isinstance(known.value, When) else None
        when = self._when(exact) if exact else None
        if when is None:
            why = "is counted from a day that the text does not tell"
            return replace(known, value=When(Scale.DAY, number=self.number), basis="open", why=why)
        side = "before" if self.nth < 0 else "after"
        return replace(known, value=when, basis="inferred", why=f"is {side} a day that {known.why}")

    def _when(self, day: date) -> When | None:
        ahead = (self.number - 1 - day.weekday()) % 7
        weeks = self.nth - 1 if ahead and self.nth > 0 else self.nth
        return shifted(of_day(day), Scale.DAY, ahead + 7 * weeks)


def find(page: Page, at: int) -> Iterator[Found]:
    """The last Friday in March, the third Thursday of May 2022; the first Monday of each month;
    the Sunday before the vote.
    """
    named = page.times.weekdays[page.low[at]]
    if named.use or page.text(at)[:1].islower():
        return
    nth = _ordinal(page, at - 1)
    first = at - 1 if nth else at
    if not page.has(first - 1, "the"):
        return
    month = page.times.months.get(page.at(at + 2))
    placed = page.has(at + 1, "of") or page.has(at + 1, "in")
    if nth and placed and month and page.text(at + 2)[:1].isupper():
        stop, year = year_after(page, at + 3)
        shape = InMonth(named.number, nth, Calendar(month.number, year=year))
        yield Found(first - 1, stop, shape)
    elif nth and placed and page.has(at + 2, "every") and _is_month(page, at + 3):
        yield Found(first - 1, at + 4, Often(amounts.length(1, Scale.MONTH)))
    elif nth and placed and page.has(at + 2, "the") and _is_month(page, at + 3):
        yield Found(first - 1, at + 1, AnyWeekday(named.number))
    elif _side(page, at + 1) and page.has(at + 2, "the"):
        # The Sunday before the vote: only a date would tell which one; see with_weekday.
        yield Found(first - 1, at + 1, AnyWeekday(named.number))


def with_weekday(page: Page, found: Found) -> Found:
    """A day with a weekday in front that is counted from it: the second Sunday after Easter."""
    at = found.first - 2
    named = page.times.weekdays.get(page.at(at))
    side = _side(page, at + 1)
    if not is_day(found.shape) or not named or named.use or not side:
        return found
    nth = _ordinal(page, at - 1)
    first = at - 1 if nth else at
    if not page.has(first - 1, "the"):
        return found
    shape = ByDay(named.number, side * abs(nth or 1), found.shape)
    return replace(found, first=first - 1, shape=shape, rule=found.rule + ", weekday by it")


def _ordinal(page: Page, at: int) -> int:
    nth = page.times.ordinals.get(page.at(at), 0)
    return nth if nth <= _MOST else 0


def _is_month(page: Page, at: int) -> bool:
    unit = page.times.units.get(page.at(at))
    return unit is not None and unit.scale is Scale.MONTH and not unit.many


def _side(page: Page, at: int) -> int:
    return page.has(at, "following-day") - page.has(at, "preceding-day")
