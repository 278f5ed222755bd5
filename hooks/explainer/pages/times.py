"""Times for readers: EDTF as a ``datetime`` value and as words."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from explainer.dossier.edtf import bounds

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
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


def between(edtf: str | None, start: str, end: str) -> bool:
    """True if a time may lie from ``start`` to ``end``, both years, months or days, or ""."""
    if not edtf:
        return False
    first, last = bounds(edtf)
    return (not start or last >= bounds(start)[0]) and (not end or first <= bounds(end)[1])
