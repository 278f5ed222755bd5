"""The clause that a time expression dates."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

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
    clauses = _Clauses(tagged, findings)
    return tuple(clauses.clause(timex.span) for timex in timexes)


class _Clauses:
    """What is asked of an article for each of its time expressions, looked up once."""

    def __init__(self, tagged: Tagged, findings: Iterable[Finding]) -> None:
        self._tagged = tagged
        findings = list(findings)
        self._cues = sorted(finding.cue[0] for finding in findings)
        self._content: dict[int, Range] = {}
        for piece in sorted((p for f in findings for p in f.content), reverse=True):
            # Of two contents around a word, the one that begins first counts.
            self._content.update(dict.fromkeys(range(*piece), piece))
        finite = (bool(bits & _FINITE) for bits in tagged.bits)
        self._finite = list(accumulate(finite, initial=0))

    def clause(self, span: Span) -> Span:
        tokens = self._tagged.document.tokens
        first = max(0, bisect_right(tokens.start, span.start) - 1)
        stop = max(first + 1, bisect_left(tokens.start, span.end))
        content = self._content.get(first)
        floor, ceiling = content or self._sentence(first)
        left, right = self._left(first, floor), self._right(stop, ceiling)
        if content is None and self._reports(left, right):
            left, right = floor, ceiling
        edges = trimmed(self._tagged, left, right) or (first, stop)
        return self._tagged.span(*edges)

    def _sentence(self, token: int) -> Range:
        sentences = self._tagged.sentences
        number = bisect_right(sentences, (token, len(self._tagged.low))) - 1
        return sentences[max(0, number)]

    def _reports(self, left: int, right: int) -> bool:
        """Whether a cue stands between two tokens."""
        return bisect_left(self._cues, left) < bisect_left(self._cues, right)

    def _left(self, first: int, floor: int) -> int:
        """Back to the word that joins this clause to what it stands in."""
        for at in range(first - 1, floor - 1, -1):
            if self._tagged.low[at] in (";", ":"):
                return at + 1
            if self._opens(at) and self._has_verb(at + 1, first):
                return at + 1
        return floor

    def _right(self, stop: int, ceiling: int) -> int:
        """On to a word that begins another clause."""
        low, bits = self._tagged.low, self._tagged.bits
        for at in range(stop, ceiling):
            if low[at] in (";", ":"):
                return at
            joins = low[at] == "," and at + 1 < ceiling and bits[at + 1] & CONJUNCTION
            if (self._opens(at) or joins) and self._has_verb(at + 1, ceiling):
                return at
        return ceiling

    def _opens(self, at: int) -> bool:
        bits = self._tagged.bits[at]
        if bits & SUBORDINATOR and bits & PREPOSITION:
            # "before the war", "since the regime launched …": a clause only if a verb follows soon.
            return self._has_verb(at + 1, min(len(self._tagged.low), at + 8))
        return bool(bits & (SUBORDINATOR | RELATIVE | THAT))

    def _has_verb(self, first: int, stop: int) -> bool:
        return first < stop and self._finite[first] < self._finite[stop]
