"""The clause that a time expression dates, and whether it happened."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
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
from explainer.reading.extents import find_extents
from explainer.reading.model import Clause, Extent, Timex
from explainer.reading.status import Statuses
from explainer.reading.tagged import Tagged

_FINITE = AUXILIARY | MODAL | VERB_PAST | VERB_S


def find_clauses(
    tagged: Tagged,
    findings: Iterable[Finding],
    timexes: Sequence[Timex],
    published: date | None = None,
) -> tuple[Clause, ...]:
    """For each time expression the clause around it, and whether that happened.

    Inside a content it is a part of that content; a clause that reports ("On Monday, Russia
    declared …") is the whole sentence, for there the time is that of the saying.
    """
    clauses = _Clauses(tagged, findings, published)
    extents = find_extents(tagged.document.tokens, tagged.lexicon.times, timexes)
    pairs = zip(timexes, extents, strict=True)
    return tuple(clauses.clause(timex, extent) for timex, extent in pairs)


class _Clauses:
    """What is asked of an article for each of its time expressions, looked up once."""

    def __init__(self, tagged: Tagged, findings: Iterable[Finding], published: date | None) -> None:
        self._tagged = tagged
        self._findings = list(findings)
        self._statuses = Statuses(tagged, published)
        self._cues = sorted(f.cue[0] for f in self._findings if not f.is_hearsay)
        self._cue_tokens = {at for finding in self._findings for at in range(*finding.cue)}
        self._content: dict[int, tuple[Range, int]] = {}
        pieces = (
            (piece, number)
            for number, finding in enumerate(self._findings)
            for piece in finding.content
            if not finding.is_hearsay
        )
        for piece, number in sorted(pieces, reverse=True):
            # Of two contents around a word, the one that begins first counts.
            self._content.update(dict.fromkeys(range(*piece), (piece, number)))
        finite = (bool(bits & _FINITE) for bits in tagged.bits)
        self._finite = list(accumulate(finite, initial=0))

    def clause(self, timex: Timex, extent: Extent | None) -> Clause:
        tokens = self._tagged.document.tokens
        first = max(0, bisect_right(tokens.start, timex.span.start) - 1)
        stop = max(first + 1, bisect_left(tokens.start, timex.span.end))
        place = first, stop
        content, number = self._content.get(first, (None, None))
        floor, ceiling = content or self._sentence(first)
        right = self._right(stop, ceiling)
        left = self._left(first, floor, right)
        if number is not None:
            finding = self._findings[number]
            status = self._statuses.inside(finding, timex, place, (left, right))
        elif self._reports(left, right):
            status = self._statuses.saying(place, (left, right), self._content, self._cue_tokens)
            left, right = floor, ceiling
        else:
            status = self._statuses.told(timex, place, (left, right))
        edges = trimmed(self._tagged, left, right) or place
        # "Will not open until Friday" tells when something begins, and nothing of its end.
        goes_on = None if status == "denied" else extent
        return Clause(self._tagged.span(*edges), status, number, goes_on)

    def _sentence(self, token: int) -> Range:
        sentences = self._tagged.sentences
        number = bisect_right(sentences, (token, len(self._tagged.low))) - 1
        return sentences[max(0, number)]

    def _reports(self, left: int, right: int) -> bool:
        """Whether a cue stands between two tokens."""
        return bisect_left(self._cues, left) < bisect_left(self._cues, right)

    def _left(self, first: int, floor: int, right: int) -> int:
        """Back to the word that joins this clause to what it stands in, or to the one before it."""
        for at in range(first - 1, floor - 1, -1):
            if self._tagged.low[at] in (";", ":"):
                return at + 1
            if self._opens(at) and self._has_verb(at + 1, first):
                return at + 1
            joins = self._tagged.bits[at] & CONJUNCTION and self._tagged.low[at - 1] == ","
            if joins and self._has_verb(floor, at) and self._has_verb(at + 1, right):
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
