"""Hints at contradictions: a denial or a doubt beside what somebody else says in like words.

A hint is for contributors to look at, no more: nothing here knows what the words mean.
"""

import re
from dataclasses import dataclass

from explainer.dossier.model import Claim
from explainer.pages.index import Index

_AGAINST = frozenset({"denies", "doubts"})
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


def contradictions(index: Index) -> list[Hint]:
    """Denials and doubts beside others' claims, one sentence away at most.

    In the same paragraph that is enough; else the two must share words, or the other claim must name
    who denies.
    """
    claims = index.dossier.claims
    found: dict[frozenset[str], Hint] = {}
    for claim in claims.values():
        if claim.stance not in _AGAINST:
            continue
        near = index.neighbours[claim.place.article, claim.place.sentence]
        for other in (claims[name] for line in near for name in line.claims):
            if other.id == claim.id or _same_speaker(claim, other):
                continue
            common = ", ".join(sorted(_words(index, claim) & _words(index, other)))
            named = tuple(actor for actor in claim.speaker.actors if actor in other.about)
            beside = _paragraph(index, claim) == _paragraph(index, other)
            if common or named or beside:
                hint = Hint(claim, other, common, named)
                found.setdefault(frozenset({claim.id, other.id}), hint)
    return list(found.values())


def _same_speaker(one: Claim, other: Claim) -> bool:
    return bool(one.speaker.actors) and one.speaker.actors == other.speaker.actors


def _paragraph(index: Index, claim: Claim) -> int:
    return index.paragraphs[claim.place.article, claim.place.sentence]


def _words(index: Index, claim: Claim) -> set[str]:
    text = " ".join(index.text(claim.place.article, span) for span in claim.content)
    return set(_WORD.findall(text.casefold()))
