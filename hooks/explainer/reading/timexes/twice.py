"""Steps from a day that is named: two weeks ago on Tuesday; a week on Monday; two days after 3 May."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from explainer.lexicons.times import Scale
from explainer.reading.timexes.context import Context, on
from explainer.reading.timexes.deictic import Deictic
from explainer.reading.timexes.found import Found, Known, Shape, is_day
from explainer.reading.timexes.lengths import Shifted
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.steps import Stepped
from explainer.reading.timexes.vague import Lasting
from explainer.reading.timexes.values import When, calendar_day, of_day, of_week, shifted
from explainer.reading.timexes.weekdays import Weekday

_WEEKS = {"P1W": 1, "P2W": 2, "P3W": 3}

#: A whole number of units, as TIMEX3 writes lengths.
_COUNTED = re.compile(r"P(?P<count>\d{1,4})(?P<unit>[DWMY])")
_UNITS = {"D": Scale.DAY, "W": Scale.WEEK, "M": Scale.MONTH, "Y": Scale.YEAR}


@dataclass(frozen=True, slots=True)
class Back:
    """A day or unit as near as "today", so many units back: a year ago today; a week ago Monday."""

    length: Shifted
    place: Weekday | Deictic | Stepped

    @property
    def names_day(self) -> bool:
        return not isinstance(self.place, Stepped)

    def resolve(self, context: Context) -> Known:
        scale = self.place.scale if isinstance(self.place, Stepped) else Scale.DAY
        if context.published is None or context.history:
            return Known(When(scale), "open", "counts from a day that the text does not tell")
        published = context.published.day
        when = self._when(published)
        if when is None:
            why = "may be either of two, and nothing tells which"
            return Known(When(scale), "open", why)
        why = f"is counted from the article’s date, {on(published)}"
        return Known(when, "inferred", why, published=True, tells=False)

    def _when(self, published: date) -> When | None:
        count, scale = self.length.count, self.length.scale
        if isinstance(self.place, Stepped):
            if self.place.scale is Scale.WEEK and scale in (Scale.MONTH, Scale.YEAR):
                # Five years ago this week: the week in which the same day lay.
                day = _months_on(of_day(published), scale, count)
                return of_week(day.exact) if day and day.exact else None
            near = shifted(of_day(published), self.place.scale, 0)
            fits = scale is self.place.scale or scale is Scale.YEAR
            return _months_on(near, scale, count) if near and fits else None
        if isinstance(self.place, Deictic):
            return _months_on(of_day(published), scale, count)
        ahead = self.place.number - 1 - published.weekday()
        weekly = scale is Scale.WEEK or (scale is Scale.DAY and count % 7 == 0)
        if not weekly or ahead > 0:
            # "A week ago Friday", said on a Wednesday: this week's Friday less seven days, or last's.
            return None
        weeks = count if scale is Scale.WEEK else count // 7
        return of_day(published + timedelta(days=ahead, weeks=weeks))


def _months_on(when: When, scale: Scale, count: int) -> When | None:
    """The same place in another week, month or year."""
    if when.exact and scale in (Scale.DAY, Scale.WEEK):
        return shifted(when, Scale.DAY, count * (7 if scale is Scale.WEEK else 1))
    if scale is when.scale:
        return shifted(when, scale, count)
    if when.year is None or when.month is None or scale not in (Scale.MONTH, Scale.YEAR):
        return None
    months = when.year * 12 + when.month - 1 + count * (12 if scale is Scale.YEAR else 1)
    there = replace(when, year=months // 12, month=months % 12 + 1)
    if when.scale is Scale.MONTH:
        return there
    exact = when.day and calendar_day(there.year, months % 12 + 1, when.day)
    return there if when.scale is Scale.DAY and exact else None


@dataclass(frozen=True, slots=True)
class WeeksOn:
    """So many weeks after the coming day of that name: a week on Monday; two weeks from tomorrow."""

    weeks: int
    day: Weekday | Deictic
    names_day: ClassVar[bool] = True

    def resolve(self, context: Context) -> Known:
        day = replace(self.day, step=1) if isinstance(self.day, Weekday) else self.day
        known = day.resolve(context)
        exact = known.value.exact if isinstance(known.value, When) else None
        if exact is None:
            return known
        when = shifted(of_day(exact), Scale.DAY, 7 * self.weeks)
        if when is None:
            return known
        weeks = "a week" if self.weeks == 1 else f"{self.weeks} weeks"
        return replace(known, value=when, why=f"is {weeks} after a day that {known.why}")


def ago_and_day(page: Page, one: Found, other: Found) -> Found | None:
    """Two weeks ago on Tuesday; a year ago today; a year ago this month."""
    length, place = one.shape, other.shape
    if not (isinstance(length, Shifted) and length.point == "now" and length.count < 0):
        return None
    gap = page.low[one.stop : other.first]
    on_day = len(gap) == 1 and gap[0] in page.times.glue["on"]
    if not (isinstance(place, Weekday) and on_day) and gap:
        return None
    if isinstance(place, Weekday | Deictic | Stepped) and _is_near(place):
        return Found(one.first, other.stop, Back(length, place))
    return None


def _is_near(place: Weekday | Deictic | Stepped) -> bool:
    if isinstance(place, Weekday):
        return not place.step
    if isinstance(place, Stepped):
        return not place.by and place.point == "now"
    return place == Deictic(0)


def weeks_on(page: Page, one: Found, other: Found) -> Found | None:
    """A week on Monday, a week from tomorrow; but "for a week from Monday" is a week."""
    weeks = _WEEKS.get(one.shape.value) if isinstance(one.shape, Lasting) else None
    gap = page.low[one.stop : other.first]
    if weeks is None or len(gap) != 1 or page.has(one.first - 1, "for-a-length"):
        return None
    day = other.shape
    if not isinstance(day, Weekday | Deictic) or not _is_plain(day):
        return None
    onward = gap[0] in page.times.glue["from"]
    onward = onward or (gap[0] in page.times.glue["on"] and isinstance(day, Weekday))
    owned = page.has(other.stop, "genitive")
    return Found(one.first, other.stop, WeeksOn(weeks, day)) if onward and not owned else None


def _is_plain(day: Weekday | Deictic) -> bool:
    return isinstance(day, Deictic) or not day.step


@dataclass(frozen=True, slots=True)
class FromDay:
    """So many units after or, below 0, before a day; by days and weeks it is a day as well."""

    count: int
    scale: Scale
    day: Shape

    @property
    def names_day(self) -> bool:
        return self.scale in (Scale.DAY, Scale.WEEK)

    def resolve(self, context: Context) -> Known:
        known = self.day.resolve(context)
        exact = known.value.exact if isinstance(known.value, When) else None
        days = self.count * (7 if self.scale is Scale.WEEK else 1)
        scale, count = (Scale.DAY, days) if self.names_day else (self.scale, self.count)
        when = shifted(of_day(exact), scale, count) if exact else None
        if when is None:
            why = "is counted from a day that the text does not tell"
            return replace(known, value=When(scale), basis="open", why=why)
        why = f"is counted from a day that {known.why}"
        return replace(known, value=when, basis="inferred", why=why, tells=self.count > 0)


def length_and_day(page: Page, one: Found, other: Found) -> Found | None:
    """Two days after 3 May, a week before Christmas; but "for two days after 3 May" is a length."""
    counted = _COUNTED.fullmatch(one.shape.value) if isinstance(one.shape, Lasting) else None
    if counted is None or other.first != one.stop + 1 or not is_day(other.shape):
        return None
    side = page.has(one.stop, "following-day") - page.has(one.stop, "preceding-day")
    lasts = page.has(one.first - 1, "for-a-length") or page.has(one.first - 1, "the")
    if not side or lasts or page.has(one.first, "the"):
        return None
    shape = FromDay(side * int(counted["count"]), _UNITS[counted["unit"]], other.shape)
    return Found(one.first, other.stop, shape)
