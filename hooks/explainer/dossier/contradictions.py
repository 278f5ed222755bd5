"""Hints at contradictions: a denial or a doubt beside what somebody else says in like words.

A hint is for contributors to look at, no more: nothing here knows what the words mean.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.dossier.model import Claim, Dossier, Sheet

#: Stances that turn against what somebody else says.
AGAINST = frozenset({"denies", "doubts"})
#: Shorter words stand in every other sentence.
_WORD = re.compile(r"\w{5,}")


@dataclass(frozen=True, slots=True)
class Hint:
    """A denial or doubt, another's claim beside it, and why the two were put together.

    Args:
        against: the denial or doubt.
        other: the claim of somebody else.
        common: the words that both contents use, or "".
        named: the actors that deny and that the other claim names.
    """

    against: Claim
    other: Claim
    common: str
    named: tuple[str, ...]


def contradictions(dossier: Dossier) -> list[Hint]:
    """Denials and doubts beside others' claims, one sentence away at most.

    In the same paragraph that is enough; else the two must share words, or the other claim must name
    who denies. Those that a question holds side by side already need no hint.
    """
    asked = [{cited.claim for cited in question.cited} for question in dossier.questions.values()]
    found: dict[frozenset[str], Hint] = {}
    for sheet in dossier.sheets.values():
        near = _Near(dossier, sheet)
        for claim in near.claims:
            if claim.stance not in AGAINST:
                continue
            for other in near.neighbours(claim):
                pair = {claim.id, other.id}
                if len(pair) == 1 or _same_speaker(claim, other) or any(pair <= q for q in asked):
                    continue
                common = ", ".join(sorted(_words(sheet, claim) & _words(sheet, other)))
                named = tuple(actor for actor in claim.speaker.actors if actor in other.about)
                if common or named or near.beside(claim, other):
                    both = dossier.claims[claim.id], dossier.claims[other.id]
                    found.setdefault(frozenset(pair), Hint(*both, common, named))
    return list(found.values())


class _Near:
    """The claims of an article, in its words, and which of them stand near each other."""

    def __init__(self, dossier: Dossier, sheet: Sheet) -> None:
        slug = sheet.article.slug
        lines = list(sheet.lines)
        self._number = {line.id: number for number, line in enumerate(lines)}
        self._of = [
            [dossier.claims[name].seen_from(slug) for name in line.claims] for line in lines
        ]
        self._passage = {
            line.id: number for number, p in enumerate(sheet.passages) for line in p.lines
        }
        # A claim stands in each sentence that it touches.
        self.claims = list({claim.id: claim for some in self._of for claim in some}.values())

    def neighbours(self, claim: Claim) -> Iterator[Claim]:
        """The claims of a claim's sentence, the one before it and the one after it."""
        number = self._number[claim.place.sentence]
        for some in self._of[max(0, number - 1) : number + 2]:
            yield from some

    def beside(self, one: Claim, other: Claim) -> bool:
        """True for two claims of one paragraph."""
        return self._passage[one.place.sentence] == self._passage[other.place.sentence]


def _same_speaker(one: Claim, other: Claim) -> bool:
    return bool(one.speaker.actors) and one.speaker.actors == other.speaker.actors


def _words(sheet: Sheet, claim: Claim) -> set[str]:
    text = " ".join(sheet.words(span) for span in claim.content)
    return set(_WORD.findall(text.casefold()))
