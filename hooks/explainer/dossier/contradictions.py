"""Hints at contradictions: a denial or a doubt beside what somebody else says in like words.

A hint is for contributors to look at, no more: nothing here knows what the words mean.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.dossier.model import Claim, Dossier, Sheet

#: Stances that turn against what somebody else says.
AGAINST = frozenset({"denies", "doubts"})
#: Stances that neither hold nor deny what is said, and those opposite to each other.
_OPEN = frozenset({"asks", "declines", "opposes"})
_OPPOSITE = {"opposes": frozenset({"supports", "promises"})}
#: So many words and this share of the shorter content's; or all of these, if they are so many.
_LEAST, _SHARE, _ALL = 3, 0.5, 2
#: What more claims speak of is what the article is about, and finds no pair.
_COMMON = 12
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
    """Denials and doubts beside others' claims, one sentence away at most, and opposite stances on what
    is said in like words anywhere in an article.

    In the same paragraph the first are told always; else the two must share words, or the other claim
    must name who denies. Those that a question holds side by side already need no hint.
    """
    asked = [{cited.claim for cited in question.cited} for question in dossier.questions.values()]
    found: dict[frozenset[str], Hint] = {}
    for sheet in dossier.sheets.values():
        near = _Near(dossier, sheet)
        for claim, other, common, named in (*_beside(sheet, near), *_apart(sheet, near)):
            pair = {claim.id, other.id}
            if len(pair) == 2 and not any(pair <= q for q in asked):
                both = dossier.claims[claim.id], dossier.claims[other.id]
                found.setdefault(frozenset(pair), Hint(*both, common, named))
    return list(found.values())


_Pair = tuple[Claim, Claim, str, tuple[str, ...]]


def _beside(sheet: Sheet, near: "_Near") -> Iterator[_Pair]:
    """Denials and doubts, and what others say nearby."""
    for claim in near.claims:
        if claim.stance not in AGAINST:
            continue
        for other in near.neighbours(claim):
            if _same_speaker(claim, other):
                continue
            common = ", ".join(sorted(_words(sheet, claim) & _words(sheet, other)))
            named = tuple(actor for actor in claim.speaker.actors if actor in other.about)
            if common or named or near.beside(claim, other):
                yield claim, other, common, named


def _apart(sheet: Sheet, near: "_Near") -> Iterator[_Pair]:
    """Opposite stances on what is said in like words, wherever they stand and whosever they are."""
    words = {claim.id: _words(sheet, claim) for claim in near.claims}
    by_word: dict[str, list[Claim]] = {}
    for claim in near.claims:
        for word in words[claim.id]:
            by_word.setdefault(word, []).append(claim)
    telling = {word: claims for word, claims in by_word.items() if len(claims) <= _COMMON}
    for claim in near.claims:
        against = claim.stance in AGAINST or claim.stance in _OPPOSITE
        mine = sorted(words[claim.id] & telling.keys()) if against else ()
        for other in {other.id: other for word in mine for other in telling[word]}.values():
            common = words[claim.id] & words[other.id]
            shorter = min(len(words[claim.id]), len(words[other.id]))
            alike = len(common) >= min(max(_LEAST, _SHARE * shorter), max(_ALL, shorter))
            if alike and _are_opposite(claim, other) and not _overlap(claim, other):
                yield claim, other, ", ".join(sorted(common)), ()


def _are_opposite(one: Claim, other: Claim) -> bool:
    if one.stance in AGAINST:
        return other.stance not in AGAINST | _OPEN
    return other.stance in _OPPOSITE[one.stance]


def _overlap(one: Claim, other: Claim) -> bool:
    """True if one stands in what the other says: there is one statement, not two."""
    return any(a.overlaps(b) for a in one.content for b in other.content)


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
