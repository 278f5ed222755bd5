"""Times for readers: EDTF as a ``datetime`` value and as words."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from explainer.dossier.edtf import bound, bounds

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(?!-0000)(?:(-?\d{3})X|(-?\d\d)XX|(-?\d{4})(?:-(2[1-4]))?)")
_DAY_BEFORE_CHRIST = re.compile(r"(-\d{4}|0000)-(\d\d)(?:-(\d\d))?")
#: Years below it are told with what they are counted from.
_PLAIN_YEAR = 1000
#: A leap year: any day that a year before Christ may have had exists in it.
_LEAP_YEAR = 2000
#: EDTF's numbers for seasons.
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUALIFIERS = {"?": "uncertain", "~": "about", "%": "about, uncertain"}


def datetime_value(edtf: str | None) -> str:
    """A valid value for the ``datetime`` attribute, or "" where HTML has none for this time."""
    if not edtf:
        return ""
    if _DAY.fullmatch(edtf):
        return edtf if _day(edtf) else ""
    if found := _MONTH.fullmatch(edtf):
        return edtf if 1 <= int(found[2]) <= 12 else ""
    return edtf if _YEAR.fullmatch(edtf) and edtf != "0000" else ""


@lru_cache(maxsize=10_000)
def in_words(edtf: str) -> str:
    """An EDTF time as readers write it, never more exact than it is."""
    first, last = bound(edtf)
    if first or last:
        return f"{in_words(first)} or later" if first else f"{in_words(last)} or earlier"
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        if ".." in (start, end):
            return f"from {in_words(start)} on" if end == ".." else f"until {in_words(end)}"
        return f"{in_words(start)} to {in_words(end)}"
    qualifier = _QUALIFIERS.get(edtf[-1:], "")
    plain = edtf.rstrip("?~%")
    words = _plain_in_words(plain)
    return f"{words} ({qualifier})" if qualifier else words


def _plain_in_words(edtf: str) -> str:
    if day := _day(edtf):
        return format_date(day, "EEEE d MMMM y", locale="en")
    found = _MONTH.fullmatch(edtf)
    if found and 1 <= int(found[2]) <= 12:
        return format_date(date(int(found[1]), int(found[2]), 1), "MMMM y", locale="en")
    return _years_in_words(edtf)


def _years_in_words(edtf: str) -> str:
    """Decades, centuries, seasons, and years before Christ, which EDTF counts down to 0."""
    day, found = _DAY_BEFORE_CHRIST.fullmatch(edtf), _YEARS.fullmatch(edtf)
    if found is None:
        return (day and _day_before_christ(int(day[1]), int(day[2]), day[3])) or edtf
    first, last = (end.year for end in bounds(edtf))
    if found[3]:
        year = _year(first)
        return f"{_SEASONS[found[4]]} {year}" if found[4] else year
    if last <= 0:
        return f"{1 - first} to {1 - last} BC"
    if last < _PLAIN_YEAR:
        return f"AD {max(first, 1)} to {last}"
    return f"the {first}s" if found[1] else f"{first} to {last}"


def _year(year: int) -> str:
    """A year that EDTF counts, as readers write it: 2023, AD 79, 44 BC."""
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year >= _PLAIN_YEAR else f"AD {year}"


def _day_before_christ(year: int, month: int, day: str | None) -> str:
    """A day or month of a year before Christ; "" if there is none."""
    try:
        exact = date(_LEAP_YEAR, month, int(day or 1))
    except ValueError:
        return ""
    return f"{format_date(exact, 'd MMMM' if day else 'MMMM', locale='en')} {_year(year)}"


def _day(edtf: str) -> date | None:
    if not _DAY.fullmatch(edtf):
        return None
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None


def between(edtf: str | None, start: str, end: str) -> bool:
    """True if a time may lie from ``start`` to ``end``, both years, months or days, or ""."""
    if not edtf:
        return False
    first, last = bounds(edtf)
    return (not start or last >= bounds(start)[0]) and (not end or first <= bounds(end)[1])
