"""What a time belongs to that is only awaited, told of or feared.

"Set for Friday"; "is waiting for a vote on Friday"; "fears of a strike on Friday drove prices up".
"""

from explainer.lexicons.statuses import Status
from explainer.lexicons.words import BE, DETERMINER, POSSESSIVE, PRONOUN, SUBJECT
from explainer.reading.attributions.finding import Range
from explainer.reading.marks import Marks
from explainer.reading.nouns import left_edge
from explainer.reading.predicates import Predicates
from explainer.reading.tagged import Tagged


class Awaited:
    """What is asked of an article for each of its time expressions.

    Args:
        tagged: the article.
        verbs: its finite verbs.
        marks: its hedges.
    """

    def __init__(self, tagged: Tagged, verbs: Predicates, marks: Marks) -> None:
        self._tagged, self._verbs, self._marks = tagged, verbs, marks

    def of(self, place: Range, around: Range) -> Status | None:
        """What the words before a time show."""
        return self._date(place, around) or self._toward(place, around) or self._noun(place, around)

    def _date(self, place: Range, around: Range) -> Status | None:
        """Set for Friday; moved to the Friday."""
        bits = self._tagged.bits
        at = place[0] - bool(bits[place[0] - 1] & DETERMINER)
        found = self._marks.inside("date", (around[0], place[0]))
        return next((status for _, stop, status in found if stop == at), None)

    def _toward(self, place: Range, around: Range) -> Status | None:
        """Awaits a vote on Friday; in hopes of a deal by Friday."""
        for _, stop, status in self._marks.inside("toward", (around[0], place[0])):
            if self._is_near(stop, place):
                return status
        return None

    def _noun(self, place: Range, around: Range) -> Status | None:
        """Fears of a strike on Friday …; there were reports of a fire on Monday."""
        for at, stop, status in self._marks.inside("noun", (around[0], place[0])):
            if self._is_near(stop, place) and self._is_head(at, around):
                return status
        return None

    def _is_near(self, stop: int, place: Range) -> bool:
        """Whether neither a verb nor a comma stands before the time."""
        told = self._verbs.between(stop, place[0])
        return not told and "," not in self._tagged.low[stop : place[0]]

    def _is_head(self, at: int, around: Range) -> bool:
        """Whether a noun opens its clause as the subject, or is told to exist."""
        first = left_edge(self._tagged, at + 1, around[0])
        first = at if first is None else first
        bits = self._tagged.bits
        while first > around[0] and bits[first - 1] & (DETERMINER | POSSESSIVE):
            first -= 1
        there = first - 1 > around[0] and bits[first - 1] & BE and bits[first - 2] & SUBJECT
        return first == around[0] or bool(there and not bits[first - 2] & PRONOUN)
