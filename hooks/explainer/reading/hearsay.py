"""Whether what the article tells in its own voice is a fact: asked last, when the verb has said so."""

from collections.abc import Container

from explainer.lexicons.statuses import Status
from explainer.reading.accusations import Accusations
from explainer.reading.attributions.finding import Range
from explainer.reading.awaited import Awaited
from explainer.reading.framing import Framed
from explainer.reading.hedges import Hedged
from explainer.reading.marks import Marks
from explainer.reading.predicates import Predicates
from explainer.reading.tagged import Tagged
from explainer.reading.tellings import Tellings


class Hearsay:
    """What is asked of an article for each of its time expressions.

    Args:
        tagged: the article.
        verbs: its finite verbs.
        spoken: all tokens of what somebody says.
        times: the first tokens of all time expressions.
    """

    def __init__(
        self,
        tagged: Tagged,
        verbs: Predicates,
        spoken: Container[int],
        times: Container[int],
    ) -> None:
        self._verbs = verbs
        marks = Marks(tagged)
        self._hedged = Hedged(tagged, verbs, marks)
        self._accusations = Accusations(tagged, verbs, marks, times)
        self._awaited = Awaited(tagged, verbs, marks)
        self._tellings = Tellings(tagged, verbs, marks)
        self._framed = Framed(tagged, verbs, marks, spoken)

    def told(self, status: Status, place: Range, around: Range, within: Range) -> Status:
        """What a clause is, with all that stands in it and around it.

        Args:
            status: what its verb says.
            place: the tokens of the time expression.
            around: those of its clause.
            within: those of its sentence.
        """
        if status not in ("happened", "said", "planned"):
            return status
        condition = self._framed.conditional(place, around, within)
        if status == "planned":
            return condition or self._of_plan(place, around, within)
        shown = self._framed.asked(place, within) or self._hedged.of_verb(place, around)
        if status == "said":
            return shown or self._accusations.of(place, around) or status
        verb = self._verbs.nearest(place, around)
        return (
            self._framed.signed(place, within)
            or shown
            or self._tellings.of(place, around, within, verb)
            or self._framed.framed(place, around, within)
            or condition
            or self._hedged.of_rest(place, around)
            or self._accusations.of(place, around)
            or self._awaited.of(place, around)
            or status
        )

    def _of_plan(self, place: Range, around: Range, within: Range) -> Status:
        """What lies ahead is a plan, unless somebody fears or demands it or it is only likely."""
        if self._framed.signed(place, within) == "feared":
            return "feared"
        shown = self._hedged.of_verb(place, around)
        return shown if shown in ("conditional", "wanted") else "planned"

    def is_undone(self, place: Range, around: Range) -> bool:
        """Whether a thing with a time of its own was called off."""
        return self._hedged.undone(place, around) is not None

    def of_thing(self, status: Status, first: int, stop: int) -> Status:
        """What a thing is that is told of with its time: Monday's alleged raid."""
        return (status == "happened" and self._hedged.of_thing(first, stop)) or status
