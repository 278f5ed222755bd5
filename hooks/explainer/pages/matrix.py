"""Who answers which question how: questions as rows, actors as columns."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal

from explainer.dossier.model import Answer, Cited, Dossier, Question

#: The column of those whom an article does not name, or not clearly.
OTHERS = ""

#: How a claim is an actor's: it makes it, makes it together with others, or may be the one who does.
How = Literal["claims", "shared", "possible"]
_HOW: tuple[How, ...] = ("claims", "shared", "possible")


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as one claim gives or denies it, and how the claim is the actor's."""

    answer: Answer
    cited: Cited
    how: How


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor answers to a question.

    Args:
        given: its answers, and those that may be its own.
        through: where there is none, the ids of its parts that answer.
    """

    given: tuple[Given, ...] = ()
    through: tuple[str, ...] = ()

    @property
    def answers(self) -> list[tuple[Answer, list[Given]]]:
        """What is given, answer by answer."""
        return [(answer, list(same)) for answer, same in groupby(self.given, lambda g: g.answer)]


@dataclass(frozen=True)
class Matrix:
    """The table of all questions.

    Args:
        columns: the ids of the actors that surely answer anything, those with most answers first, and
            last :data:`OTHERS`, if there are any.
        rows: each question with its cells, one a column, empty where nothing is reported.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Question, tuple[Cell, ...]], ...]


class Answered:
    """Who answers the questions of a dossier.

    A claim is an answer of those whose pages have it. That of one of several is nobody's, and may be
    each of theirs.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def matrix(self) -> Matrix:
        """All questions and everyone who answers any of them."""
        counts = self._counts
        columns = sorted(counts, key=lambda actor: (actor == OTHERS, -counts[actor]))
        rows = (
            (question, tuple(self.cell(question, column) for column in columns))
            for question in self._dossier.questions.values()
        )
        return Matrix(tuple(columns), tuple(rows))

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        """How many questions each actor surely answers; who may answer only is not here."""
        return Counter(
            actor
            for cells in self._cells.values()
            for actor, given in cells.items()
            if any(one.how != "possible" for one in given)
        )

    def cell(self, question: Question, actor: str) -> Cell:
        """What an actor answers to a question."""
        cells = self._cells[question.id]
        given = cells.get(actor, ())
        parts = () if given else self._parts(actor, {actor})
        return Cell(tuple(given), tuple(part for part in parts if part in cells))

    def rest(self, question: Question) -> list[tuple[str, Cell]]:
        """The actors that answer other questions, but not surely this one, in the glossary's order."""
        answering = (actor for actor in self._dossier.actors if actor in self._counts)
        cells = ((actor, self.cell(question, actor)) for actor in answering)
        return [
            (actor, cell)
            for actor, cell in cells
            if all(given.how == "possible" for given in cell.given)
        ]

    @cached_property
    def _cells(self) -> Mapping[str, dict[str, list[Given]]]:
        """By question and actor what is given, in the order of the answers."""
        found: dict[str, dict[str, list[Given]]] = {}
        for question in self._dossier.questions.values():
            cells = found.setdefault(question.id, {})
            for answer in question.answers:
                for cited in answer.cited:
                    for actor, how in self._whose_of(cited.claim).items():
                        cells.setdefault(actor, []).append(Given(answer, cited, how))
        return found

    def _whose_of(self, claim: str) -> Mapping[str, How]:
        """The actors whose page has a claim, and the others where it is nobody's surely."""
        whose = self._whose.get(claim, {})
        sure = any(how != "possible" for how in whose.values())
        return whose if sure else {**whose, OTHERS: "claims"}

    @cached_property
    def _whose(self) -> Mapping[str, dict[str, How]]:
        """The actors whose pages have a claim."""
        found: dict[str, dict[str, How]] = {}
        for actor in self._dossier.actors.values():
            for how in _HOW:
                for claim in getattr(actor, how):
                    found.setdefault(claim, {}).setdefault(actor.id, how)
        return found

    def _parts(self, whole: str, seen: set[str]) -> Iterator[str]:
        """Those that are a part of an actor, and their parts."""
        for actor in self._dossier.actors.values():
            if actor.part_of == whole and actor.id not in seen:
                seen.add(actor.id)
                yield actor.id
                yield from self._parts(actor.id, seen)
