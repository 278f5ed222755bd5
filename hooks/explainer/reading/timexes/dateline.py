"""The date of publication that a text states of itself, in a line of its own or before its story."""

from datetime import date

from explainer.lexicons.times import Times
from explainer.reading.model import Published
from explainer.reading.timexes.calendar import Calendar
from explainer.reading.timexes.chain import candidates, chosen
from explainer.reading.timexes.clock import Clock
from explainer.reading.timexes.found import Found, Shape
from explainer.reading.timexes.joins import joined
from explainer.reading.timexes.page import Page
from explainer.reading.timexes.parts import OnDay
from explainer.reading.timexes.values import calendar_day
from explainer.text.document import Document
from explainer.text.spans import Span

#: A dateline stands among the first few blocks; the longest, with words and a time, has few tokens.
_BLOCKS = 5
_LINE_TOKENS = 24
_PLACE_TOKENS = 10

_DASHES = frozenset(("-", "--", "---", "–", "—", "_"))
_SIGNS = _DASHES | frozenset(",.:;|()/·•[]*")


def find_dateline(document: Document, times: Times) -> Published | None:
    """The date that the text bears: day, month and year, near its beginning.

    It stands alone in a block, where a weekday, a clock time and words such as "Published" may be
    with it, or opens a paragraph behind a place in capitals ("KYIV, May 24, 2023 (AP) —"). Dates in
    running text never count.
    """
    page = Page(document, times)
    tokens = document.tokens
    for block in document.blocks[:_BLOCKS]:
        within = tokens.within(block.span)
        if not within:
            continue
        stop = min(within.stop, within.start + _LINE_TOKENS + 1)
        found = joined(page, chosen(f for f in candidates(page, stop) if f.first >= within.start))
        page = Page(document, times)
        for one in found:
            day = _full_date(one.shape)
            alone = _alone(page, within, found, one) if day else False
            if day and (alone or _opens(page, within, one)):
                place = "in a line of its own" if alone else "before the story"
                span = Span(tokens.start[one.first], tokens.end[one.stop - 1])
                why = f"stands in the text, {place}: “{span.of(tokens.source)}”"
                return Published(day, "stated", why, span)
    return None


def _full_date(shape: Shape) -> date | None:
    if isinstance(shape, OnDay):
        shape = shape.day
    if isinstance(shape, Calendar) and shape.day:
        return calendar_day(shape.year, shape.month, shape.day)
    return None


def _alone(page: Page, within: range, found: list[Found], one: Found) -> bool:
    """Whether nothing but words of a dateline stands beside the date in its block."""
    if len(within) > _LINE_TOKENS:
        return False
    allowed = set(range(one.first, one.stop))
    for other in found:
        if isinstance(other.shape, Clock):
            allowed.update(range(other.first, other.stop))
    rest = [page.low[t] for t in within if t not in allowed and page.low[t] not in _SIGNS]
    return not rest or " ".join(rest) in page.times.dateline


def _opens(page: Page, within: range, one: Found) -> bool:
    """Whether a place in capitals stands before the date, and a dash soon behind it."""
    before = page.tokens.text[within.start : one.first]
    words = [word for word in before if word not in _SIGNS]
    if not words or len(before) > _PLACE_TOKENS or not words[0].isupper() or len(words[0]) < 3:
        return False
    if not all(word[:1].isupper() for word in words):
        return False
    behind = page.low[one.stop : min(one.stop + _PLACE_TOKENS, within.stop)]
    if not behind or (behind[0] == "(" and ")" in behind):
        behind = behind[behind.index(")") + 1 :] if behind else behind
    return bool(behind) and behind[0] in _DASHES
