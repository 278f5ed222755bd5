"""What words before a time make of it: a stretch, or a bound.

A stretch goes on: from May 3 to June 4; since Monday; until 1999. What is bound lies somewhere on one
side, as "died after 2010" does: EDTF writes it as one of a set, ``[2010..]``.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, timedelta

from explainer.lexicons.times import Times
from explainer.reading.model import Extent, Timex
from explainer.text.spans import Span
from explainer.text.tokens import Tokens

_DASHES = frozenset("-–—")
_OPEN = ".."


def find_extents(
    tokens: Tokens, times: Times, timexes: Iterable[Timex]
) -> tuple[Extent | None, ...]:
    """For each time expression the stretch of which it is an end, if it is one."""
    found: list[Extent | None] = []
    last: Timex | None = None
    for timex in timexes:
        extent = _between(tokens, times, last, timex)
        if extent and last:
            found[-1] = extent
        found.append(extent or _open(tokens, times, timex))
        last = timex
    return tuple(found)


def _between(tokens: Tokens, times: Times, one: Timex | None, other: Timex) -> Extent | None:
    """Both ends are told: May 3 to June 4, 1940–1945, between 1998 and 2001."""
    if one is None or not (begin := _end(one, 0)) or not (end := _end(other, -1)):
        return None
    first, stop = (
        bisect_left(tokens.start, one.span.end),
        bisect_left(tokens.start, other.span.start),
    )
    between = tokens.low[first:stop]
    before = tokens.low[max(0, bisect_left(tokens.start, one.span.start) - 1)]
    hyphen = not between and tokens.source[one.span.end : other.span.start] in _DASHES
    linked = len(between) == 1 and (between[0] in times.glue["to"] or between[0] in _DASHES)
    pair = before in times.glue["between"] and len(between) == 1 and between[0] in times.glue["and"]
    if not (hyphen or linked or pair) or not _is_earlier(begin, end):
        return None
    return Extent(Span(one.span.start, other.span.end), f"{begin}/{end}")


def _open(tokens: Tokens, times: Times, timex: Timex) -> Extent | None:
    """One end is open: since Monday; until 1999, but not "not until 1999"; by Friday, after 2010."""
    at = bisect_left(tokens.start, timex.span.start) - 1
    begin, end = _end(timex, 0), _end(timex, -1)
    if at < 0 or not begin:
        return None
    glue, word, earlier = times.glue, tokens.low[at], tokens.low[at - 1] if at else ""
    bound = word in glue["by"] or (word in glue["than"] and earlier in glue["later"])
    first = at - (earlier in glue["prior"] or word in glue["than"])
    if word in glue["since"]:
        edtf = f"{begin}/{_OPEN}"
    elif word in glue["lasting"] and earlier not in glue["not"]:
        edtf = f"{_OPEN}/{end}"
    elif bound:
        edtf = f"[{_OPEN}{end}]"
    elif word in glue["before"] or (first < at and word in glue["to"]):
        # "Before dawn on Monday" is on Monday, and so may be "on or before Monday".
        within = timex.part or earlier in glue["or"]
        edtf = f"[{_OPEN}{begin if within else _before(begin)}]"
    elif word in glue["after"]:
        edtf = f"[{begin}{_OPEN}]"
    else:
        return _onward(tokens, times, timex, at)
    return Extent(Span(tokens.start[first], timex.span.end), edtf)


def _onward(tokens: Tokens, times: Times, timex: Timex, at: int) -> Extent | None:
    """ "From 1 June on"; "from 1 June" alone may only tell where something comes from."""
    after = bisect_left(tokens.start, timex.span.end)
    if tokens.low[at] not in times.glue["from"] or after >= len(tokens.low):
        return None
    if tokens.low[after] not in times.glue["onward"]:
        return None
    return Extent(Span(tokens.start[at], tokens.end[after]), f"{_end(timex, 0)}/{_OPEN}")


def _end(timex: Timex, side: int) -> str:
    """The first or last point of a date in EDTF; "" for what has none."""
    if not timex.edtf or not timex.day_stated:
        return ""
    return timex.edtf.split("/")[side]


def _before(edtf: str) -> str:
    """The year, month or day before one; for any other time that time itself, which says less."""
    try:
        numbers = [int(number) for number in edtf.split("-")]
        if len(numbers) == 3:
            return (date(*numbers) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return edtf
    year, *month = numbers
    if not month:
        return f"{year - 1:04}" if year > 1 else edtf
    if not 1 <= month[0] <= 12 or year <= 1:
        return edtf
    return f"{year:04}-{month[0] - 1:02}" if month[0] > 1 else f"{year - 1:04}-12"


def _is_earlier(one: str, other: str) -> bool:
    """Whether a point lies before another one; of years before Christ, the greater number does."""
    if one.startswith("-") and other.startswith("-"):
        return one > other
    return one.rstrip("~") < other.rstrip("~")
