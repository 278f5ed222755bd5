"""The timeline as a small picture: a column for each day that is named, a bar for each entry.

The columns are in order and not to scale: no scale has room for a year and for an afternoon. A bar is as
broad as its time is rough, so no entry looks more exact than its words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explainer.dossier.edtf import Day, bounds, is_day
from explainer.dossier.model import Event, When

#: The hours of TIMEX3's parts of the day.
_PARTS = {
    "MO": (6, 12),
    "MI": (11, 13),
    "DT": (6, 20),
    "AF": (12, 18),
    "EV": (18, 22),
    "NI": (20, 24),
}
_PART = re.compile(r"T(?:(?P<hour>\d\d)|(?P<part>[A-Z]{2}))")
#: Between two bars in one row.
_GAP = 0.4


@dataclass(frozen=True, slots=True)
class Slot:
    """A column: its time, where it begins (in per cent), and how many entries have just this time."""

    edtf: str
    x: float
    entries: int


@dataclass(frozen=True, slots=True)
class Bar:
    """An entry: its left edge and its width in per cent, and the row that it is in."""

    event: Event
    x: float
    width: float
    row: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The picture: its columns, its bars, and how many rows they take."""

    slots: tuple[Slot, ...]
    bars: tuple[Bar, ...]
    rows: int


def precision(when: When) -> str:
    """How exact a time is: hour, part, day, month, or long for whatever is rougher."""
    if not when.edtf:
        return "none"
    if not is_day(when.edtf):
        return "month" if re.fullmatch(r"\d{4}-(0\d|1[0-2])", when.edtf) else "long"
    first, last = _hours(when)
    return "day" if last - first == 24 else "hour" if last - first == 1 else "part"


def overview(events: Sequence[Event]) -> Overview | None:
    """The picture of dated entries; None where it would show no more than one column."""
    times = {event.when.edtf: bounds(event.when.edtf) for event in events if event.when.edtf}
    columns = _columns(times)
    if len(columns) < 2:
        return None
    named = [event.when.edtf for event in events]
    bars: list[Bar] = []
    ends: list[float] = []
    for event in events:
        x, width = _place(event.when, columns, times)
        row = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        ends[row : row + 1] = [x + width]
        bars.append(Bar(event, round(x, 2), round(width - _GAP, 2), row))
    slots = tuple(
        Slot(edtf, round(100 * n / len(columns), 2), named.count(edtf))
        for n, edtf in enumerate(columns)
    )
    return Overview(slots, tuple(bars), len(ends))


def _columns(times: dict[str, tuple[Day, Day]]) -> list[str]:
    """The times that are columns: each day, and each longer time in which no day is named."""
    days = {edtf: first for edtf, (first, last) in times.items() if first == last}
    alone = {
        edtf: first
        for edtf, (first, last) in times.items()
        if first != last and not any(first <= day <= last for day in days.values())
    }
    return sorted({**days, **alone}, key=lambda edtf: times[edtf])


def _place(
    when: When, columns: list[str], times: dict[str, tuple[Day, Day]]
) -> tuple[float, float]:
    """The left edge and the width of a bar, in per cent."""
    assert when.edtf
    first, last = times[when.edtf]
    touched = [n for n, c in enumerate(columns) if times[c][0] <= last and first <= times[c][1]]
    column = 100 / len(columns)
    if not is_day(when.edtf):
        return touched[0] * column, (touched[-1] + 1 - touched[0]) * column
    start, end = _hours(when)
    return (columns.index(when.edtf) + start / 24) * column, (end - start) / 24 * column


def _hours(when: When) -> tuple[int, int]:
    """From which hour to which."""
    found = _PART.search(when.value)
    if found is None or (found["part"] and found["part"] not in _PARTS):
        return 0, 24
    hour = int(found["hour"] or 0)
    return _PARTS[found["part"]] if found["part"] else (hour, hour + 1)
