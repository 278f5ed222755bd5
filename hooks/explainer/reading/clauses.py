"""The clause that a time expression dates, and whether it happened."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from explainer.lexicons.statuses import Status
from explainer.lexicons.words import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    PREPOSITION,
    RELATIVE,
    SIGN,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    VERB_BASE,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.attached import Bounds
from explainer.reading.attributions.finding import Finding, Range, trimmed
from explainer.reading.boundaries import Boundaries
from explainer.reading.dated import compares, event_dated, is_before_noun, thing_dated
from explainer.reading.extents import find_extents
from explainer.reading.hearsay import Hearsay
from explainer.reading.model import Clause, Extent, Timex
from explainer.reading.nouns import left_edge
from explainer.reading.predicates import Predicates
from explainer.reading.status import Statuses
from explainer.reading.tagged import Tagged
from explainer.text.spans import Span

#: Types of cues that are deeds with a time of their own: "rejected the offer on Monday".
_DEEDS = frozenset({"speech", "question", "support", "decree"})

#: "Declined to comment on Monday": nothing else is told.
_DECLINED = "declines"

#: "2023": the time of a thing that is spoken of, more often than that of speaking.
_YEAR = 4

#: What tells nothing of its own.
_LOOSE = PREPOSITION | DETERMINER | THAT | SIGN | CONJUNCTION | SUBORDINATOR

#: What a thing of the past may still be said to do, or not to.
_MOODS = frozenset({"denied", "conditional", "planned"})

_FINITE = VERB | AUXILIARY | MODAL


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
        timexes: Sequence[Timex],
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
        self._sets = {self._place(timex)[0] for timex in timexes if timex.type == "SET"}
        verbs = Predicates(tagged)
        self._boundaries = Boundaries(tagged, verbs, self._spoken, self._times)
        self._hearsay = Hearsay(tagged, verbs, self._spoken, self._times)

    def clause(self, timex: Timex, extent: Extent | None) -> Clause:
        place = self._place(timex)
        number = self._content.get(place[0], (None, None))[1]
        if number is not None and self._is_of_report(timex, place):
            bounds, number = self._report(place), None
        else:
            bounds = self._boundaries.bounds(place)
            if number is None:
                number = self._told_now(timex, place, bounds.around)
        around, shown = bounds.around, bounds.shown
        if number is not None:
            status = self._statuses.inside(self._findings[number], timex, place, around)
            shown = self._with_subject(shown, place, self._findings[number])
        elif said := self._reported(around):
            status = self._statuses.saying(timex, place, around, self._spoken, self._cue_tokens)
            shown = _with_contents(shown, said, self._boundaries.within(place))
        else:
            status = self._statuses.told(timex, place, around)
        if number is None:
            within = self._boundaries.within(place)
            status = self._hearsay.told(status, place, around, within)
        return self._clause(timex, extent, place, status, number, Bounds(around, shown))

    def _clause(
        self,
        timex: Timex,
        extent: Extent | None,
        place: Range,
        status: Status,
        number: int | None,
        bounds: Bounds,
    ) -> Clause:
        """The clause, or only what a time dates in it."""
        around, shown = bounds.around, bounds.shown
        # "Said Berg, a candidate in next week's election": nothing is said next week.
        ahead = status == "said" and self._statuses.is_ahead(timex)
        # "Monday's debate might not help": the debate was held.
        undone = self._hearsay.is_undone(place, around)
        apart = ahead or (status in _MOODS and self._statuses.is_past(timex) and not undone)
        if thing := self._thing(timex, place, around, apart):
            # "The 1993-1994 season" is a stretch, a thing before 1993 is of 1993.
            extent = extent if extent and ".." not in extent.edtf else None
            known = self._statuses.thing(timex, number is not None) if thing != place else None
            status, shown = known or status, thing if known else place
            status = self._hearsay.of_thing(status, *thing)
        elif self._is_undated(timex, extent, place, around) or self._is_bare(shown, place):
            shown = place
        ends = extent and shown != place and ".." not in extent.edtf
        first, stop = _hull(shown, self._tokens(extent.span) if extent and ends else place)
        first = self._begin(first, place)
        while stop > place[1] and self._is_loose_end(stop - 1):
            stop -= 1
        edges = trimmed(self._tagged, *self._without_odd_mark(first, stop, place)) or place
        # "Will not open until Friday" tells when something begins, and nothing of its end.
        goes_on = None if self._statuses.begins(place, around) else extent
        # One end of "1973-1974" is less than a token.
        span = timex.span if edges == place else self._tagged.span(*edges)
        return Clause(span, status, number, goes_on)

    def _begin(self, first: int, place: Range) -> int:
        """Where a clause begins: behind "and", and not with its verb where its subject stands before."""
        floor = self._boundaries.floor(place)
        if floor < first < place[0] and self._tagged.bits[first] & CONJUNCTION:
            return first + 1
        if not floor < first < place[0] or not self._boundaries.has_verb(first, first + 1):
            return first
        noun = self._boundaries.with_noun(first - 1, place)
        if noun < first - 1:
            return noun
        subject = left_edge(self._tagged, first, floor)
        if subject is None or not self._tagged.bits[subject] & RELATIVE:
            return first if subject is None else subject
        before = left_edge(self._tagged, subject, floor)
        return subject if before is None else before

    def _without_odd_mark(self, first: int, stop: int, place: Range) -> Range:
        """A clause without a quotation mark whose partner is not in it."""
        bits, quotation, quoted = self._tagged.bits, self._tagged.quotation, self._tagged.quoted
        edges = trimmed(self._tagged, first, stop)
        if edges is None:
            return first, stop
        first, stop = edges
        opening, closing = quotation[first], quotation[stop - 1]
        if opening >= 0 and quoted[opening][0] == first < place[0] and quoted[opening][1] > stop:
            first += 1
        ends = closing >= 0 and quoted[closing][1] == stop > place[1] and quoted[closing][0] < first
        return first, stop - bool(ends and bits[stop - 1] & SIGN)

    def _is_loose_end(self, at: int) -> bool:
        """Whether a clause does not end in a token: "and", a bracket that opens."""
        return bool(self._tagged.bits[at] & CONJUNCTION) or self._tagged.low[at] in ("(", "[")

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
        if said[0].use.cue.type != "speech" or self._boundaries.has_verb(around[0], source[0]):
            return None
        bits = self._tagged.bits[verb.head] if verb.first == verb.head else 0
        now = bits & (VERB_S | VERB_BASE) and not bits & VERB_PAST
        return self._findings.index(said[0]) if now else None

    def _is_of_report(self, timex: Timex, place: Range) -> bool:
        """Whether a time in a content is that of the report: "asked for a visa on Monday".

        So it is where the content is no clause, or begins with the time: "said Monday in Oslo that".
        """
        piece, number = self._content[place[0]]
        finding = self._findings[number]
        verb = finding.use.verb
        opens = piece[0] == self._boundaries.floor(place) and self._times.get(piece[0], piece[1])
        if opens and opens < piece[1] <= finding.cue[0]:
            # "Sunday on radio’s “Midday,” Berg said that …": a title, and nothing that he said.
            return not self._boundaries.has_verb(*piece)
        if any(at in self._times for at in range(self._boundaries.floor(place), piece[0])):
            # "On Monday he condemned the attack on Friday": the saying has its own time.
            return False
        if verb is None or not verb.finite or piece[0] < finding.cue[1]:
            return False
        if self._statuses.is_ahead(timex) or len(timex.edtf or "") <= _YEAR:
            return False
        if is_before_noun(self._tagged, place, piece) or place[1] >= len(self._tagged.bits):
            return False
        opens = place[0] == piece[0] and not self._tagged.bits[place[1]] & _FINITE
        spoken = finding.use.cue.type in _DEEDS and not self._boundaries.has_sure_verb(*piece)
        declined = finding.use.cue.stance == _DECLINED
        return opens or declined or (finding.rule == "noun_object" and spoken)

    def _with_subject(self, shown: Range, place: Range, finding: Finding) -> Range:
        """What is said, with the words that it is nothing without.

        "*Berg asks her* to leave on Monday"; "*the dam, says Berg,* broke on Monday". The "that" before
        a clause is left out.
        """
        piece = self._spoken.get(place[0])
        if piece is None or shown[0] != piece[0]:
            return shown
        bits, begin = self._tagged.bits, shown[0]
        floor = self._boundaries.floor(place)
        wish = any(bits[at] & TO for at in range(begin, place[0]))
        wish = wish and not self._boundaries.has_verb(begin, place[0])
        if (wish or self._is_bare(shown, place)) and finding.cue[1] == begin:
            first = min(finding.cue[0], finding.source[0] if finding.source else begin)
        elif begin != finding.content[0][0] and self._boundaries.has_verb(begin, begin + 1):
            first = min(piece[0] for piece in finding.content)
            first = self._boundaries.with_noun(first, place)
        elif begin > floor and self._boundaries.has_verb(begin, begin + 1):
            first = self._boundaries.with_noun(begin - 1, place)
            first = begin if first == begin - 1 else first
        else:
            is_that = bits[begin] & THAT and begin + 1 < place[0] and not bits[begin + 1] & _FINITE
            return begin + bool(is_that), shown[1]
        return max(floor, first), shown[1]

    def _is_bare(self, shown: Range, place: Range) -> bool:
        """Whether nothing is told but the time: that in 1990."""
        rest = [*range(shown[0], place[0]), *range(place[1], shown[1])]
        return all(self._tagged.bits[at] & _LOOSE for at in rest)

    def _report(self, place: Range) -> Bounds:
        """The clause of a report with the piece of its content that a time stands in."""
        piece, number = self._content[place[0]]
        finding = self._findings[number]
        whole = _hull(_hull(finding.source or finding.cue, finding.cue), piece)
        if piece[1] <= finding.cue[0]:
            whole = self._boundaries.whole(place)
        return Bounds(whole, whole)

    def _is_undated(self, timex: Timex, extent: Extent | None, place: Range, around: Range) -> bool:
        """Whether a time dates no clause: before a story, compared with, or every day anew."""
        if self._boundaries.is_dateline(place):
            return True
        if timex.type == "TIME" and any(at in self._sets for at in range(*around)):
            return True
        year = len(timex.edtf or "") == _YEAR and place[0] == self._boundaries.floor(place)
        if year and not self._boundaries.has_verb(*around):
            # A heading: "2016 candidates"
            return is_before_noun(self._tagged, place, around)
        ends = extent is not None and ".." not in extent.edtf
        return not ends and compares(self._tagged, place, around)

    def _thing(self, timex: Timex, place: Range, around: Range, apart: bool) -> Range | None:
        """The thing that a time dates, and nothing else of its clause."""
        past = self._statuses.is_past(timex)
        lasting = self._tagged.lexicon.times.glue["lasting-thing"]
        others = any(at in self._times for at in range(*around) if at != place[0])
        thing = thing_dated(self._tagged, place, around, others, apart)
        named = thing and not lasting.isdisjoint(self._tagged.low[place[1] : thing[1]])
        if named and len(timex.edtf or "") == _YEAR:
            # "The 2016 campaign" is no event of 2016.
            return place
        named = self._statuses.is_name(timex)
        if thing is None and (named or self._is_of_feast(timex, place, around)):
            # "9/11 families" and "Christmas presents" date nothing, "the 9/11 attacks" did.
            noun = is_before_noun(self._tagged, place, around)
            return place if noun and not self._begins_thing(place, around) else None
        ahead = self._statuses.is_ahead(timex)
        of_other = past or (apart and ahead)
        return thing or event_dated(self._tagged, place, around, self._times, of_other, ahead)

    def _is_of_feast(self, timex: Timex, place: Range, around: Range) -> bool:
        """Whether a holiday stands where no time does: "to Christmas presents"."""
        before = place[0] - 1
        if timex.rule != "holiday" or before < around[0]:
            return False
        glue, low = self._tagged.lexicon.times.glue, self._tagged.low[before]
        when = ("on", "within", "since", "lasting", "by", "before", "after")
        loose = self._tagged.bits[before] & (SIGN | SUBORDINATOR | CONJUNCTION)
        return not loose and not any(low in glue[role] for role in when)

    def _begins_thing(self, place: Range, around: Range) -> bool:
        """Whether a thing of that time stands in a clause that is of the same time."""
        return thing_dated(self._tagged, place, around, apart=True) is not None

    def _place(self, timex: Timex) -> Range:
        """The tokens of a time expression."""
        return self._tokens(timex.span)

    def _tokens(self, span: Span) -> Range:
        """The tokens that a span touches."""
        tokens = self._tagged.document.tokens
        first = max(0, bisect_right(tokens.start, span.start) - 1)
        return first, max(first + 1, bisect_left(tokens.start, span.end))

    def _reported(self, around: Range) -> list[Finding]:
        """What is reported by cues of a clause."""
        left, right = around
        return self._said[bisect_left(self._cues, left) : bisect_left(self._cues, right)]


def _with_contents(around: Range, said: Iterable[Finding], within: Range) -> Range:
    """A clause that reports, with all that it reports, no further than its sentence."""
    pieces = [around, *(piece for one in said for piece in (*one.content, one.source or one.cue))]
    first = max(within[0], min(first for first, _ in pieces))
    stop = min(within[1], max(stop for _, stop in pieces))
    return _hull(around, (first, stop))


def _hull(one: Range, other: Range) -> Range:
    return min(one[0], other[0]), max(one[1], other[1])
