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
    SIGN,
    SUBORDINATOR,
    THAT,
    VERB,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.attributions.finding import Finding, Range, trimmed
from explainer.reading.dated import compares, thing_dated
from explainer.reading.extents import find_extents
from explainer.reading.model import Clause, Extent, Timex
from explainer.reading.status import Statuses
from explainer.reading.tagged import Tagged

_DASHES = frozenset(("-", "--", "---", "–", "—", "_"))

_STOPS = frozenset((".", "?", "!"))

#: Between the date of a dateline and its dash stand fewer tokens: "(Xinhua)".
_SHORT = 6

#: "two and a half days" before "after": a length has at most so many tokens, with its comma.
_LENGTH = 6

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
        self._said = sorted(
            (f for f in self._findings if not f.is_hearsay), key=lambda finding: finding.cue
        )
        self._cues = [finding.cue[0] for finding in self._said]
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
        floor, ceiling = self._within(place, content)
        right = self._right(stop, ceiling, content)
        left = self._left(first, floor, right, content)
        if left - 1 == floor and self._tagged.bits[floor] & SUBORDINATOR:
            right = self._end_of_opening(left, stop, right)
        around = left, right
        if number is not None:
            finding = self._findings[number]
            status = self._statuses.inside(finding, timex, place, around)
        elif said := self._reported(around):
            status = self._statuses.saying(place, around, self._content, self._cue_tokens)
            around = _with_contents(around, said, (floor, ceiling))
        else:
            status = self._statuses.told(timex, place, around)
        if thing := thing_dated(self._tagged, place, around):
            known = self._statuses.thing(timex, number is not None)
            status, around = known or status, thing if known else place
        elif self._is_dateline(place, floor) or compares(self._tagged, place, around):
            around = place
        edges = trimmed(self._tagged, *_hull(around, place)) or place
        # "Will not open until Friday" tells when something begins, and nothing of its end.
        begins = status == "denied" or self._statuses.begins(place, around)
        goes_on = None if begins else extent
        return Clause(self._tagged.span(*edges), status, number, goes_on)

    def _within(self, place: Range, content: Range | None) -> Range:
        """The tokens in which a clause lies: its sentence, and no more of it than somebody says."""
        first, stop = self._sentence(place[0])
        if content:
            first, stop = max(first, content[0]), min(stop, content[1])
        return first, max(stop, place[1])

    def _sentence(self, token: int) -> Range:
        sentences = self._tagged.sentences
        number = bisect_right(sentences, (token, len(self._tagged.low))) - 1
        return sentences[max(0, number)]

    def _is_dateline(self, place: Range, floor: int) -> bool:
        """Whether a place in capitals and a date stand before a story: TEHRAN, August 8 (Xinhua) --."""
        tokens = self._tagged.document.tokens
        behind = range(place[1], min(place[1] + _SHORT, len(tokens.low)))
        dash = next((at for at in behind if tokens.low[at] in _DASHES), None)
        shouted = tokens.text[floor].isupper() and len(tokens.text[floor]) > 2
        return shouted and dash is not None and not self._has_verb(floor, place[0])

    def _reported(self, around: Range) -> list[Finding]:
        """What is reported by cues of a clause."""
        left, right = around
        return self._said[bisect_left(self._cues, left) : bisect_left(self._cues, right)]

    def _apart(self, at: int, content: Range | None) -> bool:
        """Whether a word stands in what somebody says, and the clause does not."""
        return at in self._content and self._content[at][0] != content

    def _left(self, first: int, floor: int, right: int, content: Range | None) -> int:
        """Back to the word that joins this clause to what it stands in, or to the one before it."""
        for at in range(first - 1, floor - 1, -1):
            if self._apart(at, content):
                continue
            if self._ends(at):
                return at + 1
            bits = self._tagged.bits
            # "That's what happened on Monday" is one clause.
            pronoun = at == floor and bits[at] & THAT and bits[at + 1] & AUXILIARY
            if self._opens(at) and not pronoun and self._has_verb(at + 1, first):
                return at + 1
            joins = self._tagged.bits[at] & CONJUNCTION and self._tagged.low[at - 1] == ","
            if joins and self._has_verb(floor, at) and self._has_verb(at + 1, right):
                return at + 1
        return floor

    def _right(self, stop: int, ceiling: int, content: Range | None) -> int:
        """On to a word that begins another clause."""
        low, bits = self._tagged.low, self._tagged.bits
        for at in range(stop, ceiling):
            if self._apart(at, content):
                continue
            if self._ends(at):
                return at
            if bits[at] & THAT and bits[at - 1] & VERB:
                # "The study revealed that …" is nothing without what it revealed.
                continue
            joins = low[at] == "," and at + 1 < ceiling and bits[at + 1] & CONJUNCTION
            if (self._opens(at) or joins) and self._has_verb(at + 1, ceiling):
                return self._before_length(stop, at)
        return ceiling

    def _end_of_opening(self, left: int, stop: int, right: int) -> int:
        """The comma at which a clause ends that opens its sentence: When it fell on Monday, he left."""
        for at in range(stop, right):
            if self._tagged.low[at] == "," and self._has_verb(at + 1, right):
                return at if self._has_verb(left, at) else right
        return right

    def _before_length(self, stop: int, at: int) -> int:
        """Back over "…, hours" and "…, two days" before "after" and "before"."""
        comma = next(
            (
                n
                for n in range(at - 1, max(stop, at - _LENGTH) - 1, -1)
                if self._tagged.low[n] == ","
            ),
            at,
        )
        units = self._tagged.lexicon.times.units
        return comma if comma < at and self._tagged.low[at - 1] in units else at

    def _ends(self, at: int) -> bool:
        """Whether a clause ends at a sign: a semicolon, a full stop inside a quotation."""
        word = self._tagged.low[at]
        after = self._tagged.document.tokens.text[at + 1 : at + 2]
        stop = word in _STOPS and self._tagged.bits[at] & SIGN and after
        return word in (";", ":") or bool(stop and after[0][:1].isupper())

    def _opens(self, at: int) -> bool:
        bits = self._tagged.bits[at]
        if bits & SUBORDINATOR and bits & PREPOSITION:
            # "before the war", "since the regime launched …": a clause only if a verb follows soon.
            return self._has_verb(at + 1, min(len(self._tagged.low), at + 8))
        return bool(bits & (SUBORDINATOR | RELATIVE | THAT))

    def _has_verb(self, first: int, stop: int) -> bool:
        return first < stop and self._finite[first] < self._finite[stop]


def _with_contents(around: Range, said: Iterable[Finding], within: Range) -> Range:
    """A clause that reports, with all that it reports, no further than its sentence."""
    pieces = [around, *(piece for one in said for piece in (*one.content, one.source or one.cue))]
    return (
        max(within[0], min(first for first, _ in pieces)),
        min(within[1], max(stop for _, stop in pieces)),
    )


def _hull(one: Range, other: Range) -> Range:
    return min(one[0], other[0]), max(one[1], other[1])
