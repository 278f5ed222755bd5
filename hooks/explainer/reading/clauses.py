"""The clause that a time expression dates, and whether it happened."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from explainer.lexicons.words import VERB_BASE, VERB_PAST, VERB_S
from explainer.reading.attributions.finding import Finding, Range, trimmed
from explainer.reading.boundaries import DASHES, Boundaries
from explainer.reading.dated import compares, event_dated, thing_dated
from explainer.reading.extents import find_extents
from explainer.reading.model import Clause, Extent, Timex
from explainer.reading.status import Statuses
from explainer.reading.tagged import Tagged

#: Between the date of a dateline and its dash stand fewer tokens: "(Xinhua)".
_SHORT = 6


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
    clauses = _Clauses(tagged, findings, timexes, published)
    extents = find_extents(tagged.document.tokens, tagged.lexicon.times, timexes)
    pairs = zip(timexes, extents, strict=True)
    return tuple(clauses.clause(timex, extent) for timex, extent in pairs)


class _Clauses:
    """What is asked of an article for each of its time expressions, looked up once."""

    def __init__(
        self,
        tagged: Tagged,
        findings: Iterable[Finding],
        timexes: Iterable[Timex],
        published: date | None,
    ) -> None:
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
        self._spoken = {at: piece for at, (piece, _) in self._content.items()}
        self._times = dict(self._place(timex) for timex in timexes)
        self._boundaries = Boundaries(tagged, self._spoken, self._times)

    def clause(self, timex: Timex, extent: Extent | None) -> Clause:
        place = self._place(timex)
        bounds = self._boundaries.bounds(place)
        around, shown = bounds.around, bounds.shown
        number = self._content.get(place[0], (None, self._told_now(timex, place, around)))[1]
        if number is not None:
            finding = self._findings[number]
            status = self._statuses.inside(finding, timex, place, around)
        elif said := self._reported(around):
            status = self._statuses.saying(place, around, self._spoken, self._cue_tokens)
            within = self._boundaries.within(place)
            shown = _with_contents(shown, said, within)
        else:
            status = self._statuses.told(timex, place, around)
        if thing := self._thing(timex, place, around):
            known = self._statuses.thing(timex, number is not None)
            status, shown = known or status, thing if known else place
        elif self._is_dateline(place) or compares(self._tagged, place, around):
            shown = place
        edges = trimmed(self._tagged, *_hull(shown, place)) or place
        # "Will not open until Friday" tells when something begins, and nothing of its end.
        begins = status == "denied" or self._statuses.begins(place, around)
        goes_on = None if begins else extent
        return Clause(self._tagged.span(*edges), status, number, goes_on)

    def _told_now(self, timex: Timex, place: Range, around: Range) -> int | None:
        """The attribution whose content a time belongs to that stands before the report of it.

        "For the year 2009, the company says that it made no profit" is not what it said in 2009.
        """
        said = self._reported(around)
        if len(said) != 1 or not self._statuses.is_past(timex):
            return None
        source, verb = said[0].source, said[0].use.verb
        if not source or not verb or place[1] > source[0] or not verb.finite:
            return None
        bits = self._tagged.bits[verb.head] if verb.first == verb.head else 0
        now = bits & (VERB_S | VERB_BASE) and not bits & VERB_PAST
        return self._findings.index(said[0]) if now else None

    def _thing(self, timex: Timex, place: Range, around: Range) -> Range | None:
        """The thing that a time dates, and nothing else of its clause."""
        past = self._statuses.is_past(timex)
        return thing_dated(self._tagged, place, around) or event_dated(
            self._tagged, place, around, self._times, past
        )

    def _place(self, timex: Timex) -> Range:
        """The tokens of a time expression."""
        tokens = self._tagged.document.tokens
        first = max(0, bisect_right(tokens.start, timex.span.start) - 1)
        return first, max(first + 1, bisect_left(tokens.start, timex.span.end))

    def _is_dateline(self, place: Range) -> bool:
        """Whether a place in capitals and a date stand before a story: TEHRAN, August 8 (Xinhua) --."""
        tokens = self._tagged.document.tokens
        floor, _ = self._boundaries.within(place)
        behind = range(place[1], min(place[1] + _SHORT, len(tokens.low)))
        dash = next((at for at in behind if tokens.low[at] in DASHES), None)
        shouted = tokens.text[floor].isupper() and len(tokens.text[floor]) > 2
        return shouted and dash is not None and not self._boundaries.has_verb(floor, place[0])

    def _reported(self, around: Range) -> list[Finding]:
        """What is reported by cues of a clause."""
        left, right = around
        return self._said[bisect_left(self._cues, left) : bisect_left(self._cues, right)]


def _with_contents(around: Range, said: Iterable[Finding], within: Range) -> Range:
    """A clause that reports, with all that it reports, no further than its sentence."""
    pieces = [around, *(piece for one in said for piece in (*one.content, one.source or one.cue))]
    return (
        max(within[0], min(first for first, _ in pieces)),
        min(within[1], max(stop for _, stop in pieces)),
    )


def _hull(one: Range, other: Range) -> Range:
    return min(one[0], other[0]), max(one[1], other[1])
