"""EDTF (as far as articles need it): which days a time may mean, and what comes first.

Known are years, months, days and seasons, decades (202X) and centuries (20XX), each perhaps with a
sign for *about* or *uncertain*, and stretches between two of them (levels 0 and 1). Of level 2 what
lies somewhere on one side of a time: by 2020 (``[..2020]``), after 2010 (``[2010..]``); people write
none, for in YAML it is a list.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from time import strptime
from typing import NamedTuple


class Day(NamedTuple):
    """A day; years before Christ count down to 0, as EDTF's do."""

    year: int
    month: int
    day: int


#: The ends of time, for a stretch that is open.
_FIRST, _LAST = Day(-10_000, 1, 1), Day(10_000, 12, 31)

_POINT = re.compile(
    r"(?:(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"|(?P<decade>-?\d{3})X|(?P<century>-?\d\d)XX)(?P<sign>[?~%]?)"
)
_LEAP = r"(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_IN_MONTHS = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
    r"|02-(?:0[1-9]|1\d|2[0-8]))"
)
#: The days that there are, as a pattern for those who read YAML and know no calendar.
DAY_PATTERN = rf"(?:\d{{4}}-{_IN_MONTHS}|{_LEAP}-02-29)"
#: A time that is no stretch, and one that may be; which end comes first no pattern can tell.
TIME_PATTERN = (
    rf"(?!-0000)-?(?:{DAY_PATTERN}|\d{{4}}(?:-(?:0[1-9]|1[0-2]|2[1-4]))?|\d{{3}}X|\d\dXX)[?~%]?"
)
STRETCH_PATTERN = rf"(?:{TIME_PATTERN}(?:/(?:{TIME_PATTERN}|\.\.))?|\.\./{TIME_PATTERN})"
#: The months of EDTF's seasons; winter lies on both ends of its year.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}
#: How people write dates, as Python reads them, and how much of 2024-05-14 is in them.
_IN_WORDS = {
    "%d %B %Y": 10, "%B %d %Y": 10, "%d %b %Y": 10, "%b %d %Y": 10, "%B %Y": 7, "%b %Y": 7,
}  # fmt: skip
#: The hours by which TIMEX3's parts of the day are put in order.
_PART_HOURS = {"MO": 8, "MI": 12, "AF": 15, "DT": 12, "EV": 19, "NI": 22}
_PART = re.compile(r"T(?:(\d\d)(?::(\d\d))?|([A-Z]{2}))")


def checked(edtf: str) -> str:
    """The same, if it is a time.

    Raises:
        ValueError: it is none; the message says why, and what to write.
    """
    ends = edtf.split("/")
    if len(ends) > 2 or "" in ends:
        raise ValueError(_no_date(edtf))
    days = [_point(end) for end in ends if end != ".." or len(ends) == 1]
    if not days:
        raise ValueError("at least one end of a stretch is a date")
    if len(days) == 2 and days[0][0] > days[1][1]:
        raise ValueError(f"it ends before it begins; did you mean {ends[1]}/{ends[0]}?")
    return edtf


def is_day(edtf: str) -> bool:
    """True for a single day: parts of a day and clock times belong to one."""
    first, last = bounds(edtf)
    return first == last


def bounds(edtf: str) -> tuple[Day, Day]:
    """The first and the last day that a time may mean.

    Raises:
        ValueError: it is no time.
    """
    start, _, end = _as_stretch(edtf).partition("/")
    first = _FIRST if start == ".." else _point(start)[0]
    if not end:
        return first, _point(start)[1]
    return first, _LAST if end == ".." else _point(end)[1]


def carrying(times: Sequence[str], edtf: str) -> list[int]:
    """Which of some times carry another one, by their numbers; none, if it is more exact than they are.

    A stretch is carried by the times that begin and end it.
    """
    start, _, end = edtf.partition("/")
    if not end:
        return [number for number, time in enumerate(times) if _carries(time, edtf)]
    found = [
        [number for number, time in enumerate(times) if _inside(bounds(time)[side], bounds(point))]
        for side, point in enumerate((start, end))
        if point != ".."
    ]
    return sorted({some[0] for some in found}) if all(found) else []


def order(edtf: str | None, value: str = "") -> tuple[int, ...]:
    """A key that sorts times: what is less exact stands before what is more exact, no date last.

    Args:
        edtf: the time.
        value: the same as TIMEX3 writes it, which knows parts of the day.
    """
    if not edtf:
        return (1,)
    start, _, end = _as_stretch(edtf).partition("/")
    first = bounds(start if start != ".." else end)[0]
    length = 0 if start == ".." else len(start)
    part = _PART.search(value)
    if part is None:
        return (0, *first, length, 0, 0)
    hour = _PART_HOURS.get(part[3], 0) if part[3] else int(part[1])
    return (0, *first, length, hour, int(part[2] or 0))


def bound(edtf: str) -> tuple[str, str]:
    """The first and the last time of those of which one is meant, "" for none: ("", "2020") of
    ``[..2020]``; of any other time two times "".
    """
    if not edtf.startswith("["):
        return "", ""
    first, _, last = edtf[1:-1].partition("..")
    return first, last


def _as_stretch(edtf: str) -> str:
    """The stretch in which a bound time lies; any other time as it is."""
    first, last = bound(edtf)
    return f"{first or '..'}/{last or '..'}" if first or last else edtf


def _carries(time: str, edtf: str) -> bool:
    """True if whatever the first may mean, the second says no more."""
    (first, last), (start, end) = bounds(time), bounds(edtf)
    if (first, last) == (start, end):
        return not _is_rough(time) or _is_rough(edtf)
    return start <= first and last <= end


def _inside(day: Day, days: tuple[Day, Day]) -> bool:
    return days[0] <= day <= days[1]


def _is_rough(edtf: str) -> bool:
    return edtf[-1] in "?~%"


def _point(edtf: str) -> tuple[Day, Day]:
    """The first and the last day of a time that is no stretch."""
    found = _POINT.fullmatch(edtf)
    if found is None or edtf.startswith("-0000"):
        raise ValueError(_no_date(edtf))
    if found["decade"] or found["century"]:
        known = found["decade"] or found["century"]
        size = 10 if found["decade"] else 100
        years = sorted(int(f"{known}{digits:0{len(str(size)) - 1}}") for digits in (0, size - 1))
        return Day(years[0], 1, 1), Day(years[1], 12, 31)
    year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
    if month == 0 and not found["month"]:
        return Day(year, 1, 1), Day(year, 12, 31)
    if month in _SEASONS and not found["day"]:
        begin, end = _SEASONS[month]
        return Day(year, begin, 1), Day(year, end, _length(year, end))
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {found['month']}")
    if not found["day"]:
        return Day(year, month, 1), Day(year, month, _length(year, month))
    if not 1 <= day <= _length(year, month):
        raise ValueError(f"the month {edtf[:-3]} has {_length(year, month)} days")
    return Day(year, month, day), Day(year, month, day)


def _length(year: int, month: int) -> int:
    """How many days a month has; leap years return every 400 years."""
    return monthrange(2000 + year % 400, month)[1]


def _from_words(written: str) -> str:
    """A date with its month in words as EDTF: 14 May 2024, May 14th, 2024, May 2024; or ""."""
    plain = " ".join(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[,.]", " ", written).split())
    for form, length in _IN_WORDS.items():
        try:
            return date(*strptime(plain, form)[:3]).isoformat()[:length]
        except ValueError:
            continue
    return ""


def _no_date(edtf: str) -> str:
    """What to write instead; a date whose numbers lack a digit is put right."""
    numbers = re.fullmatch(r"(\d{4})[-./](\d\d?)(?:[-./](\d\d?))?", edtf)
    if numbers:
        ready = "-".join(number.zfill(2) for number in numbers.groups() if number)
        return f"a date is written with hyphens and two digits; did you mean {ready}?"
    ends = re.fullmatch(r"(\d{4}(?:-\d\d){0,2})\s*(?:-|–|\.\.+|\s)\s*(\d{4}(?:-\d\d){0,2})", edtf)
    if ends:
        return f"a stretch is written with a `/`; did you mean {ends[1]}/{ends[2]}?"
    if ready := _from_words(edtf):
        return f"a date is written in digits, the year first; did you mean {ready}?"
    if re.match(r"-?\d{4}-\d\d-\d\dT", edtf):
        return f"the time of day stands in `part:`; write {edtf.partition('T')[0]} here"
    return (
        "write a date as 2023, 2023-05 or 2023-05-22, a decade as 202X, a stretch as"
        " 2023-05-22/2023-05-23; a sign at its end means about (~) or uncertain (?)"
    )
