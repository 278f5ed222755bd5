"""Hints at contradictions: a denial or a doubt beside what somebody else says in like words.

A hint is for contributors to look at, no more: nothing here knows what the words mean.
"""

import re

from explainer.dossier.model import Claim
from explainer.pages.index import Index

_AGAINST = frozenset({"denies", "doubts"})
_WORD = re.compile(r"\w{4,}")


def contradictions(index: Index) -> list[tuple[Claim, Claim, str]]:
    """Pairs of a denial or doubt and another's claim in the same or a neighbouring sentence.

    The third item is the words that both contents use, or "" where the denial has no content.
    """
    claims = index.dossier.claims
    found: dict[frozenset[str], tuple[Claim, Claim, str]] = {}
    for claim in claims.values():
        if claim.stance not in _AGAINST:
            continue
        near = index.neighbours[claim.place.article, claim.place.sentence]
        for other in (claims[name] for line in near for name in line.claims):
            if other.id == claim.id or _same_speaker(claim, other):
                continue
            common = _words(index, claim) & _words(index, other)
            beside = not claim.content and other.place.sentence == claim.place.sentence
            if len(common) >= 1 or beside:
                pair = (claim, other, ", ".join(sorted(common)))
                found.setdefault(frozenset({claim.id, other.id}), pair)
    return list(found.values())


def _same_speaker(one: Claim, other: Claim) -> bool:
    return bool(one.speaker.actors) and one.speaker.actors == other.speaker.actors


def _words(index: Index, claim: Claim) -> set[str]:
    text = " ".join(index.text(claim.place.article, span) for span in claim.content)
    return set(_WORD.findall(text.casefold()))
