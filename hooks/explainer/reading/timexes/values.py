"""What a time expression is worth: one type for places in time, one for lengths, one for the rest.

Each writes itself twice: as TIMEX3 writes values, and as EDTF (level 0 to 1), which has a place on a
timeline. What is not known is left open in both, never filled in.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Protocol

from explainer.lexicons.times import Scale

_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)(?P<zone>.*)")

#: Some time of a day.
OPEN_TIME = "TXX"

#: Nobody counts more minutes than those of a month from a clock time.
_LONGEST = 31 * 24 * 60

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Value(Protocol):
    """What every value can say of itself."""

    @property
    def type(self) -> Type: ...

    @property
    def timex3(self) -> str: ...

    @property
    def edtf(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class When:
    """A place in time, as precise as the words.

    Args:
        scale: its size. DAY also carries clock times and parts of the day, in ``time``.
        year: of our calendar; negative before Christ, there being no year 0; None if open. The
            first year, for decades and centuries.
        month: 1 to 12, or None.
        day: 1 to 31, or None. Of a week or weekend: its Monday.
        number: the quarter, the half, or the weekday of an open day (1 to 7).
        season: SP, SU, FA or WI.
        time: "TEV" and the like, "T14:30", "T16:08Z"; "" for none.
        rough: early, mid, late: EDTF marks it as approximate.
        fiscal: counted in the years of somebody's accounts, which the calendar does not know.
    """

    scale: Scale
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    season: str = ""
    time: str = ""
    rough: bool = False
    fiscal: bool = False

    @property
    def type(self) -> Type:
        return "TIME" if self.time else "DATE"

    @property
    def timex3(self) -> str:
        return ("FY" if self.fiscal else "") + _timex3_date(self) + self.time

    @property
    def edtf(self) -> str | None:
        if self.year is None or (self.number and self.scale is Scale.DAY):
            return None
        if self.fiscal:
            return _edtf_year(self.year) + "~"
        return _edtf(self)

    @property
    def exact(self) -> date | None:
        """The day, if it is a known one after Christ."""
        if self.scale is not Scale.DAY or self.month is None or self.day is None:
            return None
        return calendar_day(self.year, self.month, self.day)

    @property
    def first(self) -> date | None:
        """The first day of it, if its year is known and after Christ."""
        month = self.month or 1
        if self.scale in (Scale.QUARTER, Scale.HALF) and self.number:
            month = 1 + (self.number - 1) * (3 if self.scale is Scale.QUARTER else 6)
        return calendar_day(self.year, month, self.day or 1)

    def minutes_on(self, minutes: float) -> "When | None":
        """So many minutes on (or, below 0, back) by the clock; None if it tells no clock time."""
        clock = _CLOCK.match(self.time)
        if clock is None or self.exact is None or abs(minutes) > _LONGEST:
            return None
        total = int(clock["hour"]) * 60 + int(clock["minute"]) + round(minutes)
        days, rest = divmod(total, 24 * 60)
        time = f"T{rest // 60:02}:{rest % 60:02}{clock['zone']}"
        try:
            return of_day(self.exact + timedelta(days=days), time)
        except OverflowError:
            return None

    def at(self, time: str) -> "When":
        """The same day with a clock time or part of the day."""
        return replace(self, scale=Scale.DAY, time=time)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, as TIMEX3 writes it: P1Y, PT5H30M, PXD."""

    timex3: str

    @property
    def type(self) -> Type:
        return "DURATION"

    @property
    def edtf(self) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Repeated:
    """How often: "every Tuesday" is XXXX-WXX-2, "daily" is P1D."""

    timex3: str

    @property
    def type(self) -> Type:
        return "SET"

    @property
    def edtf(self) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Vague:
    """A time without a place on the calendar: PAST_REF, PRESENT_REF, FUTURE_REF."""

    timex3: str

    @property
    def type(self) -> Type:
        return "DATE"

    @property
    def edtf(self) -> None:
        return None


def of_day(day: date, time: str = "") -> When:
    """That day."""
    return When(Scale.DAY, day.year, day.month, day.day, time=time)


def of_week(day: date, weekend: bool = False) -> When:
    """The week, from Monday on, in which a day lies."""
    monday = day - timedelta(days=day.weekday())
    scale = Scale.WEEKEND if weekend else Scale.WEEK
    return When(scale, monday.year, monday.month, monday.day)


def calendar_day(year: int | None, month: int, day: int) -> date | None:
    """A day that exists, or None."""
    if year is None or not 1 <= year <= 9999:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(when: When, scale: Scale, count: int) -> When | None:
    """Another place in time, of that scale, so many units on (or back); None if it is unknown.

    The result is as precise as the unit: two months after 22 May 2023 is in July 2023.
    """
    if when.year is None:
        return None
    if scale >= Scale.YEAR:
        return _years_on(when, scale, count)
    first = when.first
    if first is None:
        return None
    try:
        if scale is Scale.MONTH:
            months = first.year * 12 + first.month - 1 + count
            return When(scale, *_year_and_month(months)) if 12 <= months < 120_000 else None
        if scale is Scale.QUARTER:
            quarters = first.year * 4 + (first.month - 1) // 3 + count
            return When(scale, quarters // 4, number=quarters % 4 + 1)
        if scale in (Scale.WEEK, Scale.WEEKEND, Scale.FORTNIGHT):
            weeks = count * (2 if scale is Scale.FORTNIGHT else 1)
            return of_week(first + timedelta(weeks=weeks), scale is Scale.WEEKEND)
        if scale is Scale.DAY and when.exact:
            return of_day(first + timedelta(days=count))
    except OverflowError:
        return None
    return None


def _year_and_month(months: int) -> tuple[int, int]:
    return months // 12, months % 12 + 1


def _years_on(when: When, scale: Scale, count: int) -> When | None:
    assert when.year is not None
    size = {Scale.YEAR: 1, Scale.DECADE: 10, Scale.CENTURY: 100, Scale.MILLENNIUM: 1000}[scale]
    year = when.year + count * size
    if (year > 0) != (when.year > 0) or year > 9999:
        return None
    # Before Christ the years count down: 465 BC lies in the 460s.
    rest = year % size if year > 0 else -(-year % size)
    return When(scale, year - rest)


def _year(year: int | None) -> str:
    if year is None:
        return "XXXX"
    return f"{year:04}" if year >= 0 else f"BC{-year:04}"


def _two(number: int | None) -> str:
    return "XX" if number is None else f"{number:02}"


#: How many digits of its first year do not tell a decade, a century or a millennium.
_ROUND = {Scale.DECADE: 1, Scale.CENTURY: 2, Scale.MILLENNIUM: 3}


def _timex3_date(when: When) -> str:
    year = _year(when.year)
    match when.scale:
        case Scale.MILLENNIUM | Scale.CENTURY | Scale.DECADE:
            return year[: -_ROUND[when.scale]]
        case Scale.YEAR:
            return year
        case Scale.HALF:
            return f"{year}-H{when.number}"
        case Scale.QUARTER:
            return f"{year}-Q{when.number or 'X'}"
        case Scale.SEASON:
            return f"{year}-{when.season}"
        case Scale.MONTH:
            return f"{year}-{_two(when.month)}"
        case Scale.WEEK | Scale.WEEKEND:
            return _timex3_week(when)
    if when.day is None and when.number:
        return f"{year}-WXX-{when.number}"
    return f"{year}-{_two(when.month)}-{_two(when.day)}"


def _timex3_week(when: When) -> str:
    end = "-WE" if when.scale is Scale.WEEKEND else ""
    if not (monday := when.first) or when.day is None:
        return f"{_year(when.year)}-WXX{end}"
    year, week, _ = monday.isocalendar()
    return f"{year:04}-W{week:02}{end}"


def _edtf_year(year: int) -> str:
    """EDTF counts years as astronomers do: the year before AD 1 is 0."""
    if year >= 0:
        return f"{year:04}"
    return f"-{-year - 1:04}" if year < -1 else "0000"


def _edtf_round(scale: Scale, first: int) -> str:
    """A decade, century or millennium. No X of EDTF tells those before Christ, but for centuries."""
    year = _edtf_year(first)
    if scale is Scale.MILLENNIUM and first < 0:
        # 3000 to 2001 BC are the years -2999 to -2000.
        number = -first // 1000
        return f"-{number}999/{f'-{number}000' if number else '0000'}"
    if scale is Scale.MILLENNIUM:
        return f"{_edtf_year(first or 1)}/{_edtf_year(first + 999)}"
    if scale is Scale.CENTURY:
        # 500 to 401 BC are the years -0499 to -0400.
        return f"{year[:-2]}XX" if first >= 0 else f"-{-first // 100:02}XX"
    # 469 to 460 BC are the years -0468 to -0459, which are no decade of EDTF's.
    return f"{year[:-1]}X" if first >= 0 else f"{_edtf_year(first - 9)}/{year}"


def _edtf(when: When) -> str | None:
    rough = "~" if when.rough else ""
    assert when.year is not None
    year = _edtf_year(when.year)
    match when.scale:
        case Scale.MILLENNIUM | Scale.CENTURY | Scale.DECADE:
            return _edtf_round(when.scale, when.year)
        case Scale.YEAR:
            return year + rough
        case Scale.SEASON:
            return f"{year}-{_SEASONS[when.season]}{rough}"
        case Scale.MONTH:
            return f"{year}-{when.month:02}{rough}" if when.month else f"{year}"
        case Scale.QUARTER | Scale.HALF | Scale.WEEK | Scale.WEEKEND:
            return _edtf_interval(when, year)
    if when.month is None or when.day is None:
        return f"{year}-{when.month:02}" if when.month else year
    return f"{year}-{when.month:02}-{when.day:02}{rough}"


#: EDTF's numbers for seasons.
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def _edtf_interval(when: When, year: str) -> str | None:
    if when.scale in (Scale.WEEK, Scale.WEEKEND):
        monday = when.first
        if monday is None or when.day is None:
            return None
        begin = monday + timedelta(days=5 if when.scale is Scale.WEEKEND else 0)
        return f"{begin.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if when.number is None:
        return year
    months = 3 if when.scale is Scale.QUARTER else 6
    return f"{year}-{(when.number - 1) * months + 1:02}/{year}-{when.number * months:02}"
