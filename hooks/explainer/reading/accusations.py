"""What somebody is to have done: accused of fleeing on 5 March, arrested for the theft of a car in May.

A time behind such a deed is the deed's or the arrest's. It is the deed's where the arrest has a time of
its own or is told of now, and where a month or a year stands behind a deed with an article.
"""

from collections.abc import Container

from explainer.lexicons.statuses import Status, Use
from explainer.lexicons.words import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    NUMBER,
    RELATIVE,
    SIGN,
    SUBJECT,
    TO,
    VERB_ING,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.attributions.finding import Range
from explainer.reading.marks import Marks
from explainer.reading.predicates import Predicate, Predicates
from explainer.reading.tagged import Tagged

#: "accused *last week in Oslo* of": how far a deed stands from the accusation.
_REACH = 8

#: What a court has found has mostly the time of the court: "was convicted of the murder in 1999".
_KINDS: tuple[Use, ...] = ("accusation", "verdict")


class Accusations:
    """What is asked of an article for each of its time expressions.

    Args:
        tagged: the article.
        verbs: its finite verbs.
        marks: its hedges.
        times: the first tokens of all time expressions.
    """

    def __init__(
        self, tagged: Tagged, verbs: Predicates, marks: Marks, times: Container[int]
    ) -> None:
        self._tagged, self._verbs, self._marks, self._times = tagged, verbs, marks, times

    def of(self, place: Range, around: Range) -> Status | None:
        """What a time stands behind, if it is such a deed."""
        for use in _KINDS:
            for _, stop, status in self._marks.inside(use, (around[0], place[0])):
                deed = self._deed(stop, place)
                if deed is not None and self._is_of_deed(use, stop, deed, place, around):
                    return status
        return None

    def _deed(self, stop: int, place: Range) -> int | None:
        """The first token of a deed behind the accusation."""
        reach = stop, min(place[0], stop + _REACH)
        deed = next((at for _, at, _ in self._marks.inside("deed", reach)), None)
        return None if deed is None or self._verbs.between(stop, deed) else deed

    def _is_of_deed(self, use: Use, stop: int, deed: int, place: Range, around: Range) -> bool:
        verbs = self._verbs.between(deed, place[0])
        if self._is_gerund(deed):
            return not any(self._is_next(one) for one in verbs)
        bits = self._tagged.bits
        # "has been sentenced to death", "is jailed for two years"
        if deed >= place[0] or bits[deed - 1] & TO or bits[deed] & NUMBER or verbs:
            return False
        if any(at in self._times and at != deed for at in range(stop, place[0])):
            return True
        told = use == "accusation" and self._is_told(deed, place)
        return told or self._is_told_now(stop - 1, around)

    def _is_gerund(self, at: int) -> bool:
        """Whether "stealing" stands there, or "having stolen"."""
        bits = self._tagged.bits[at]
        return bool(bits & VERB_ING or (bits & AUXILIARY and self._tagged.low[at].endswith("ing")))

    def _is_told(self, deed: int, place: Range) -> bool:
        """Whether "in May" stands behind a deed with an article: "the murder of a guard in May"."""
        times = self._tagged.lexicon.times
        inside = self._tagged.low[deed : place[0]]
        length = any(word in times.units for word in inside)
        told = self._tagged.bits[deed] & DETERMINER and inside[-1] in times.glue["in"]
        return bool(told and not length)

    def _is_next(self, verb: Predicate) -> bool:
        """Whether a verb goes on with the sentence: accused of theft, *and held*; no "gas attack"."""
        bits = self._tagged.bits
        before = bits[verb.first - 1] & (CONJUNCTION | SIGN | SUBJECT | RELATIVE)
        return bool(before or bits[verb.first] & (AUXILIARY | MODAL))

    def _is_told_now(self, at: int, around: Range) -> bool:
        """Whether the verb of a word is in the present or the perfect, which no past time goes with."""
        verb = self._verbs.governing(at, around, ahead=False)
        if verb is None:
            return False
        # "stands accused"
        first = verb.first if verb.first < at else at - 1
        if first == at - 1 and not self._tagged.bits[first] & (AUXILIARY | VERB_S):
            return False
        past = self._tagged.low[first] in self._tagged.lexicon.statuses.past
        return not past and not self._tagged.bits[first] & (MODAL | VERB_PAST)
