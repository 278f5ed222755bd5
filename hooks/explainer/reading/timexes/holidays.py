"""Days with a name, by their place in the calendar: Thanksgiving Day; last Christmas; Easter 1998."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from dateutil.easter import EASTER_ORTHODOX, easter

from explainer.lexicons.times import Holiday, Scale
from explainer.reading.timexes.context import Context, on
from explainer.reading.timexes.found import Found, Known
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.parts import OnDay
from explainer.reading.timexes.values import When, of_day, of_week

#: The month in which Easter mostly lies.
_OF_EASTER = 4

#: The Gregorian calendar's first full year, and the last for which Easter is agreed.
_FIRST_EASTER, _LAST_EASTER = 1583, 4099


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A holiday, and -1 after "last", 1 after "next", else 0."""

    holiday: Holiday
    step: int = 0
    names_day: ClassVar[bool] = True

    def in_year(self, year: int | None) -> When:
        known = year and not self.holiday.open and _FIRST_EASTER <= year <= _LAST_EASTER
        day = _day_in(self.holiday, year) if known and year else None
        if day:
            return of_day(day)
        fixed = self.holiday.weekday == 0 and self.holiday.month
        month, number = (self.holiday.month, self.holiday.day) if fixed else (None, None)
        return When(Scale.DAY, year, month, number)

    def resolve(self, context: Context) -> Known:
        if self.holiday.open:
            why = "is a day that each country has at a time of its own"
            return Known(self.in_year(None), "open", why)
        if self.holiday.year:
            when = self.in_year(self.holiday.year)
            # What was done on "the 9/11 families" demand was not done then: no story goes on from it.
            why = f"is the name of a day, in {when.year}"
            return Known(when, "inferred", why, tells=False)
        if beside := context.stated_beside(self.holiday.month or _OF_EASTER, None):
            begin, year = beside
            why = f"is read as in {year}, going on from the date told before it"
            return begin.known(self.in_year(year), why)
        if context.day:
            when = self.in_year(self._year(context.day, context))
            why = f"is read as in {when.year}, by the article’s date, {on(context.day)}"
            return Known(when, "inferred", why, published=True)
        told = context.year_told()
        if told is None or told.when.year is None:
            return Known(
                self.in_year(None), "open", "is a day of a year that the text does not tell"
            )
        why = f"is read as in {told.when.year}, by the date told before it"
        return told.known(self.in_year(told.when.year), why)

    def _year(self, published: date, context: Context) -> int:
        this = _day_in(self.holiday, published.year)
        days = (this - published).days if this else 0
        if self.step < 0 or (not self.step and context.tense() != "future" and days > 31):
            return published.year - (days >= 0)
        if self.step > 0 or (context.tense() == "future" and days < 0):
            return published.year + (days <= 0)
        return published.year


@dataclass(frozen=True, slots=True)
class AroundHoliday:
    """The week in which a holiday lies, or its weekend: Easter week, Labor Day weekend."""

    holiday: NamedDay
    scale: Scale

    def resolve(self, context: Context) -> Known:
        known = self.holiday.resolve(context)
        when = known.value
        day = when.exact if isinstance(when, When) else None
        if day is None:
            return replace(known, value=When(self.scale), basis="open")
        weekend = self.scale is Scale.WEEKEND
        if weekend and day.weekday() == 0:
            # The weekend of a holiday on a Monday is the one that leads up to it.
            day -= timedelta(days=1)
        return replace(known, value=of_week(day, weekend))


def find(page: Page, at: int) -> Iterator[Found]:
    """A phrase of holidays.txt, written with a capital letter unless each country has its own day."""
    lower = page.text(at)[:1].islower()
    for phrase in page.times.phrases[page.low[at]]:
        holiday = page.times.holidays.get(" ".join(phrase))
        stop = at + len(phrase)
        if holiday is None or stop > page.hi or page.low[at:stop] != list(phrase):
            continue
        if lower and not holiday.open:
            return
        step = page.step(at - 1)
        # "Past Christmas" is after it.
        step = None if step and step.point == "length" else step
        if not step and page.in_name(at) and not _small(page, at - 1):
            return
        if not step and _goes_on_as_name(page, at, stop):
            return
        first = at - 1 if step else at
        if page.at(at) in page.times.months:
            # What happened on "September 11" tells of which year it is, and is no part of the day.
            stop = next((n + 1 for n in range(at, stop) if page.at(n)[:1].isdigit()), stop)
        day = NamedDay(holiday, step.by if step else 0)
        unit = page.times.units.get(page.at(stop))
        if holiday.part:
            yield Found(first, stop, OnDay(f"T{holiday.part}", day))
        elif unit and not unit.many and unit.scale in (Scale.WEEK, Scale.WEEKEND):
            yield Found(first, stop + 1, AroundHoliday(day, unit.scale))
        else:
            yield Found(first, stop, day)
        return


def _goes_on_as_name(page: Page, first: int, stop: int) -> bool:
    """Whether a day's name begins another one: Easter Road; but "on Thanksgiving Mr Roe spoke"."""
    dated = any(page.has(first - 1, role) for role in ("on", "at", "preceding-day", "since"))
    return page.text(stop)[:1].isupper() and not (dated or page.at(stop) in page.times.months)


def _small(page: Page, at: int) -> bool:
    """Whether a capital is that of a sentence's first word: On Christmas, not White Christmas."""
    word = page.at(at)
    return page.has(at, "opener") or page.has(at, "preposition") or word in page.times.phases


def _day_in(holiday: Holiday, year: int) -> date | None:
    """The day in a year."""
    if holiday.month == 0:
        sunday = easter(year, EASTER_ORTHODOX) if holiday.orthodox else easter(year)
        return sunday + timedelta(days=holiday.day)
    if holiday.weekday == 0:
        return date(year, holiday.month, holiday.day)
    first = date(year, holiday.month, 1)
    day = first + timedelta(days=(holiday.weekday - 1 - first.weekday()) % 7)
    if holiday.day > 0:
        return day + timedelta(weeks=holiday.day - 1)
    while (day + timedelta(weeks=1)).month == holiday.month:
        day += timedelta(weeks=1)
    return day
