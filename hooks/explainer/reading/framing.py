"""What stands around a clause and keeps it from being told as a fact.

A question, a condition ("…, if the diary is genuine"), a setting ("in the novel"), a headline's
"Sources:", and quotation marks of nobody.
"""

from collections.abc import Container

from explainer.lexicons.cues import Cue
from explainer.lexicons.statuses import Status
from explainer.lexicons.words import (
    ADVERB,
    AS,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MODAL,
    POSSESSIVE,
    PREPOSITION,
    SIGN,
    SUBJECT,
    TO,
    VERB,
    VERB_FINITE,
    VERB_ING,
    VERB_PARTICIPLE,
    WH,
)
from explainer.reading.attributions.finding import Range
from explainer.reading.marks import Marks
from explainer.reading.predicates import Predicates
from explainer.reading.tagged import Tagged

#: "In her first long novel": how far a setting stands from the head of its sentence.
_NEAR = 6


class Framed:
    """What is asked of an article for each of its time expressions.

    Args:
        tagged: the article.
        verbs: its finite verbs.
        marks: its hedges.
        spoken: all tokens of what somebody says.
    """

    def __init__(
        self, tagged: Tagged, verbs: Predicates, marks: Marks, spoken: Container[int]
    ) -> None:
        self._tagged, self._verbs, self._marks, self._spoken = tagged, verbs, marks, spoken
        self._hedges = tagged.lexicon.statuses.hedges

    def asked(self, place: Range, within: Range) -> Status | None:
        """Whether a sentence of the article asks, or is turned as in "Had it rained on Monday, …"."""
        floor, end = within[0], within[1] - 1
        while end > place[1] and self._tagged.bits[end] & SIGN and self._tagged.low[end] != "?":
            end -= 1
        if end >= place[1] and self._tagged.low[end] == "?" and end not in self._spoken:
            # Behind a colon it asks what somebody said on that day.
            if ":" in self._tagged.low[place[1] : end]:
                return None
            alike = self._tagged.quotation[end] == self._tagged.quotation[place[0]]
            return "conditional" if alike else None
        turned = self._hedges.at("turned", self._tagged.low, floor)
        subject = self._tagged.bits[floor + 1] & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL)
        if turned and subject and "," not in self._tagged.low[floor : place[0]]:
            return turned[1]
        return None

    def conditional(self, place: Range, around: Range, within: Range) -> Status | None:
        """Whether the clause has a condition, before it or behind it."""
        floor = within[0] + (self._tagged.bits[within[0]] & SIGN > 0)
        if opened := self._case(place, floor):
            return opened
        for at, stop, status in self._marks.inside("if", within):
            if at in self._spoken:
                continue
            if stop == around[0] and at < place[0]:
                # "as though he had left on Monday"
                return status
            comma = self._comma(stop, within[1])
            if not self._verbs.between(stop, comma):
                # "if necessary"
                continue
            inserted = around[0] < at and self._tagged.low[at - 1] == ","
            if comma < place[0] and (inserted or at == floor < around[0]):
                return status
            if at >= place[1] and self._belongs(place, at, around):
                return status
        return None

    def _case(self, place: Range, floor: int) -> Status | None:
        """In case of rain, …; pending a vote on Friday, …"""
        found = self._hedges.at("case", self._tagged.low, floor)
        return found[1] if found and found[0] <= place[0] else None

    def signed(self, place: Range, within: Range) -> Status | None:
        """Whose word a sentence is that ends in ", the mayor fears", where no rule read a report."""
        end = within[1] - 1
        while end > place[1] and self._tagged.bits[end] & SIGN:
            end -= 1
        reach = range(end - 1, max(place[1], end - _NEAR) - 1, -1)
        comma = next((at for at in reach if self._tagged.bits[at] & SIGN), None)
        if comma is None or self._tagged.low[comma] != ",":
            return None
        cue = self._cue_behind(comma, end)
        if cue is None or not self._verbs.between(within[0], comma):
            # "On Monday, the mayor spoke"
            return None
        known = self._tagged.lexicon.statuses.contents
        return known.get(cue.type) or known.get(cue.stance, "claimed")

    def _cue_behind(self, comma: int, end: int) -> Cue | None:
        """The cue of ", the mayor fears", or ", fear farmers"."""
        low, bits, cues = self._tagged.low, self._tagged.bits, self._tagged.lexicon.cues.verbs
        opens = bits[comma + 1] & (SUBJECT | DETERMINER | POSSESSIVE | CAPITAL)
        other = AUXILIARY | MODAL | PREPOSITION | CONJUNCTION | TO | WH
        if comma == end - 1 or any(bits[at] & other for at in range(comma + 1, end + 1)):
            return None
        first = cues.get(low[comma + 1])
        if first and "post" in first.frames and bits[comma + 1] & VERB_FINITE:
            return first
        return cues.get(low[end]) if opens else None

    def framed(self, place: Range, around: Range, within: Range) -> Status | None:
        """What a clause stands in."""
        return (
            self._setting(place, within)
            or self._colon(place, within)
            or self._aside(within)
            or self._quoted(place, around)
        )

    def _comma(self, first: int, stop: int) -> int:
        """The next sign."""
        return next((at for at in range(first, stop) if self._tagged.bits[at] & SIGN), stop)

    def _belongs(self, place: Range, at: int, around: Range) -> bool:
        """Whether "if" behind a time is that of its clause: not in "met on Monday to see if"."""
        bits = self._tagged.bits
        if bits[at - 1] & (VERB | AUXILIARY | MODAL | ADVERB | AS) or at > around[1] + 1:
            return False
        between = range(place[1], at)
        if any(bits[n] & (TO | VERB_ING | AUXILIARY | MODAL) for n in between):
            return False
        before = self._verbs.between(around[0], place[0])
        asks = before and bits[before[-1].head] & CUE
        return not asks and not self._verbs.between(place[1], at)

    def _setting(self, place: Range, within: Range) -> Status | None:
        """In the novel, …; in a drill on Monday, …"""
        floor = within[0]
        inside = self._hedges.at("inside", self._tagged.low, floor)
        owner = DETERMINER | POSSESSIVE | CAPITAL
        if not inside or not self._tagged.bits[floor + 1] & owner:
            return None
        reach = floor + 2, min(floor + _NEAR, place[0], self._comma(floor, within[1]))
        for _, stop, status in self._marks.inside("setting", reach):
            if stop == within[1] or status == "happened":
                break
            if self._tagged.low[stop] == "," and self._tagged.bits[stop + 1] & VERB_PARTICIPLE:
                # "In the novel, published on Monday, …"
                break
            after = self._tagged.bits[stop]
            if self._tagged.low[stop] == "," or stop == place[0] or after & PREPOSITION:
                return status
        return None

    def _colon(self, place: Range, within: Range) -> Status | None:
        """Sources: mayor shot on Monday."""
        reach = within[0], min(place[0], within[0] + _NEAR)
        for _, stop, status in self._marks.inside("colon", reach):
            if stop < within[1] and self._tagged.low[stop] == ":":
                return status
        return None

    def _aside(self, within: Range) -> Status | None:
        for at, _, status in self._marks.inside("aside", within):
            if at not in self._spoken:
                return status
        return None

    def _quoted(self, place: Range, around: Range) -> Status | None:
        """Whether a whole clause stands between quotation marks of which nobody knows whose they are."""
        number = self._tagged.quotation[place[0]]
        if number < 0:
            return None
        first, stop = self._tagged.quoted[number]
        told = self._verbs.between(max(first, around[0]), min(stop, around[1]))
        return "claimed" if told else None
