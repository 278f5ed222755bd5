"""How long what a clause dates goes on: from May 3 to June 4; since Monday; until 1999.

A time expression is one end; the other one stands behind it, or is open.
"""

from bisect import bisect_left
from collections.abc import Iterable

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
    if not (hyphen or linked or pair) or _bare(begin) >= _bare(end):
        return None
    return Extent(Span(one.span.start, other.span.end), f"{begin}/{end}")


def _open(tokens: Tokens, times: Times, timex: Timex) -> Extent | None:
    """One end is open: since Monday; until 1999, but not "not until 1999"."""
    at = bisect_left(tokens.start, timex.span.start) - 1
    if at < 0:
        return None
    word, span = tokens.low[at], Span(tokens.start[at], timex.span.end)
    if word in times.glue["since"] and (begin := _end(timex, 0)):
        return Extent(span, f"{begin}/{_OPEN}")
    denied = at > 0 and tokens.low[at - 1] in times.glue["not"]
    if word in times.glue["until"] and not denied and (end := _end(timex, -1)):
        return Extent(span, f"{_OPEN}/{end}")
    return None


def _end(timex: Timex, side: int) -> str:
    """The first or last point of a date in EDTF; "" for what has none, and for parts of a day."""
    if timex.type != "DATE" or not timex.edtf:
        return ""
    return timex.edtf.split("/")[side]


def _bare(edtf: str) -> str:
    """A point without its sign; years before Christ are not compared."""
    return "" if edtf.startswith("-") else edtf.rstrip("~")
