"""Who answers which question how: questions as rows, actors as columns."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.dossier.model import Answer, Cited, Claim, Dossier, Question

#: The column of those whom an article does not name, or not clearly.
OTHERS = ""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as one claim gives or denies it."""

    answer: Answer
    cited: Cited


@dataclass(frozen=True)
class Matrix:
    """The table of all questions.

    Args:
        columns: the ids of the actors that answer anything, those with most answers first, and last
            :data:`OTHERS`, if there are any.
        rows: each question with its cells, one a column, empty where nothing is reported.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Question, tuple[tuple[Given, ...], ...]], ...]


def matrix(dossier: Dossier) -> Matrix:
    """All questions and everyone who answers any of them."""
    answers = {q.id: by_actor(dossier, q) for q in dossier.questions.values()}
    counts: dict[str, int] = {}
    for given in answers.values():
        for actor in given:
            counts[actor] = counts.get(actor, 0) + 1
    columns = sorted(counts, key=lambda actor: (actor == OTHERS, -counts[actor]))
    return Matrix(
        tuple(columns),
        tuple(
            (question, tuple(tuple(answers[question.id].get(c, ())) for c in columns))
            for question in dossier.questions.values()
        ),
    )


def by_actor(dossier: Dossier, question: Question) -> dict[str, list[Given]]:
    """What each actor answers to a question, in the order of the answers."""
    found: dict[str, list[Given]] = {}
    for answer in question.answers:
        for cited in answer.cited:
            for actor in _columns_of(dossier.claims[cited.claim]):
                found.setdefault(actor, []).append(Given(answer, cited))
    return found


def silent(dossier: Dossier, question: Question) -> list[str]:
    """The actors that answer other questions, but not this one, in the order of the glossary."""
    heard = by_actor(dossier, question).keys()
    others: set[str] = set()
    for other in dossier.questions.values():
        others |= by_actor(dossier, other).keys()
    return [actor for actor in dossier.actors if actor in others - heard]


def _columns_of(claim: Claim) -> Iterable[str]:
    """Those whose claim it is; a claim of one of several is nobody's."""
    named = claim.speaker.relation in ("is", "for", "are")
    return claim.speaker.actors if named and claim.speaker.actors else (OTHERS,)
