"""Times for readers: EDTF as a ``datetime`` value and as words."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from explainer.dossier.edtf import bounds

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(\d{3})X|(\d\d)XX|(-?\d{4})(?:-(2[1-4]))?")
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
    found = _YEARS.fullmatch(edtf)
    if found is None:
        return edtf
    if decade := found[1]:
        return f"the {decade}0s"
    if century := found[2]:
        return f"{century}00 to {century}99"
    year = found[3] if int(found[3]) > 0 else f"{1 - int(found[3])} BC"
    return f"{_SEASONS[found[4]]} {year}" if found[4] else year


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
