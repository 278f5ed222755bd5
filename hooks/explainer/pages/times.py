"""Times for readers: EDTF as a ``datetime`` value, as words, and as an order."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date

#: The hour by which TIMEX3's parts of the day are put in order.
_PART_HOURS = {"MO": 8, "MI": 12, "AF": 15, "DT": 12, "EV": 19, "NI": 22}

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_PART = re.compile(r"T(?:(\d\d)|([A-Z]{2}))")
_FIRST = re.compile(r"(-?\d[\dX]{3})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")
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
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        return f"{_end_in_words(start)} to {_end_in_words(end)}"
    qualifier = _QUALIFIERS.get(edtf[-1:], "")
    plain = edtf.rstrip("?~%")
    words = _plain_in_words(plain)
    return f"{words} ({qualifier})" if qualifier else words


def _end_in_words(edtf: str) -> str:
    return in_words(edtf) if edtf.strip(".") else "an open end"


def _plain_in_words(edtf: str) -> str:
    if day := _day(edtf):
        return format_date(day, "EEEE d MMMM y", locale="en")
    found = _MONTH.fullmatch(edtf)
    if found and 1 <= int(found[2]) <= 12:
        return format_date(date(int(found[1]), int(found[2]), 1), "MMMM y", locale="en")
    return edtf


def _day(edtf: str) -> date | None:
    if not _DAY.fullmatch(edtf):
        return None
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None


def order(edtf: str | None, value: str) -> tuple[str, int]:
    """A key that sorts times: what is less exact stands before what is more exact."""
    found = _FIRST.search(edtf or "")
    if not found:
        return ("~", 0)
    year, month, day = found[1], found[2] or "00", found[3] or "00"
    part = _PART.search(value)
    hour = 0
    if part:
        hour = int(part[1]) if part[1] else _PART_HOURS.get(part[2], 0)
    return (f"{year}-{month}-{day}".replace("X", "0"), hour)


def between(edtf: str | None, start: str, end: str) -> bool:
    """True if a time may lie from ``start`` to ``end``, both years, months or days, or ""."""
    found = _FIRST.search(edtf or "")
    if not found:
        return False
    first = found[0].split("X")[0].rstrip("-")
    last = _last(edtf or "", first)
    return (not start or last >= start[: len(last)]) and (not end or first[: len(end)] <= end)


def _last(edtf: str, first: str) -> str:
    if "/" not in edtf:
        return first
    found = _FIRST.search(edtf.partition("/")[2])
    return found[0].split("X")[0].rstrip("-") if found else "9999"
