"""The clause that a time expression dates."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from explainer.lexicons.words import (
    AUXILIARY,
    CONJUNCTION,
    MODAL,
    PREPOSITION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.attributions.finding import Finding, Range, trimmed
from explainer.reading.model import Timex
from explainer.reading.tagged import Tagged
from explainer.text.spans import Span

_FINITE = AUXILIARY | MODAL | VERB_PAST | VERB_S


def find_clauses(
    tagged: Tagged, findings: Iterable[Finding], timexes: Iterable[Timex]
) -> tuple[Span, ...]:
    """For each time expression the clause around it.

    Inside a content it is a part of that content; a clause that reports ("On Monday, Russia
    declared …") is the whole sentence, for there the time is that of the saying.
    """
    contents = sorted(piece for finding in findings for piece in finding.content)
    cues = sorted(finding.cue[0] for finding in findings)
    return tuple(_clause(tagged, timex.span, contents, cues) for timex in timexes)


def _clause(tagged: Tagged, span: Span, contents: list[Range], cues: list[int]) -> Span:
    tokens = tagged.document.tokens
    first = max(0, bisect_right(tokens.start, span.start) - 1)
    stop = max(first + 1, bisect_left(tokens.start, span.end))
    sentence = _sentence(tagged, first)
    floor, ceiling = _around(contents, first) or sentence
    inside_content = (floor, ceiling) != sentence
    left, right = _left(tagged, first, floor), _right(tagged, stop, ceiling)
    reports = bisect_left(cues, left) < bisect_left(cues, right)
    if reports and not inside_content:
        left, right = sentence
    edges = trimmed(tagged, left, right) or (first, stop)
    return tagged.span(*edges)


def _around(contents: list[Range], token: int) -> Range | None:
    """The content that a token stands in; contents do not overlap."""
    at = bisect_right(contents, token, key=lambda content: content[0]) - 1
    return contents[at] if at >= 0 and contents[at][0] <= token < contents[at][1] else None


def _sentence(tagged: Tagged, token: int) -> Range:
    number = bisect_right(tagged.sentences, (token, len(tagged.low))) - 1
    return tagged.sentences[max(0, number)]


def _left(tagged: Tagged, first: int, floor: int) -> int:
    """Back to the word that joins this clause to what it stands in."""
    for at in range(first - 1, floor - 1, -1):
        if tagged.low[at] in (";", ":"):
            return at + 1
        if _opens(tagged, at) and _has_verb(tagged, at + 1, first):
            return at + 1
    return floor


def _right(tagged: Tagged, stop: int, ceiling: int) -> int:
    """On to a word that begins another clause."""
    for at in range(stop, ceiling):
        if tagged.low[at] in (";", ":"):
            return at
        joins = tagged.low[at] == "," and at + 1 < ceiling and tagged.bits[at + 1] & CONJUNCTION
        if (_opens(tagged, at) or joins) and _has_verb(tagged, at + 1, ceiling):
            return at
    return ceiling


def _opens(tagged: Tagged, at: int) -> bool:
    b = tagged.bits[at]
    if b & SUBORDINATOR and b & PREPOSITION:
        # "before the war", "since the regime launched …": a clause only if a verb follows soon.
        return _has_verb(tagged, at + 1, min(len(tagged.low), at + 8))
    return bool(b & (SUBORDINATOR | RELATIVE | THAT))


def _has_verb(tagged: Tagged, first: int, stop: int) -> bool:
    return any(tagged.bits[at] & _FINITE for at in range(first, stop))
