"""The finite verbs of a sentence: where its clauses have their predicates.

Many English forms are past tense and participle alike: "built a house", "a house built in 1990". Which
one it is decides where a clause ends, so each predicate says whether it is surely finite.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    NEGATIVE,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    THAT,
    TO,
    VERB,
    VERB_FINITE,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
)
from explainer.reading.tagged import Tagged
from explainer.reading.verbs import verb_group

#: What stands between an auxiliary and its verb: "has not yet been".
_INSIDE = AUXILIARY | MODAL | ADVERB | NEGATIVE

#: What follows an active verb and no participle: "built a house".
_OBJECT = DETERMINER | POSSESSIVE | OBJECT | THAT | NUMBER

_YEAR = len("1995")

#: "On *last* Monday he": before its verb a time stands no further into its clause.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Predicate:
    """Tokens ``first`` to ``head``: auxiliaries and a verb, or a copula alone.

    ``sure`` is False for what may be a participle that belongs to a noun.
    """

    first: int
    head: int
    sure: bool


class Predicates:
    """The finite verbs of an article, sentence by sentence, looked for where they are asked for."""

    def __init__(self, tagged: Tagged) -> None:
        self._tagged = tagged
        self._known: dict[int, list[Predicate]] = {}

    def sentence(self, token: int) -> tuple[int, int]:
        """The tokens of the sentence of a token."""
        return self._tagged.sentences[self._number(token)]

    def between(self, first: int, stop: int) -> list[Predicate]:
        """Those that begin in a range of tokens of one sentence."""
        if first >= stop:
            return []
        number = self._number(first)
        if number not in self._known:
            self._known[number] = list(predicates(self._tagged, *self._tagged.sentences[number]))
        found = self._known[number]
        return found[bisect_left(found, first, key=_first) : bisect_left(found, stop, key=_first)]

    def nearest(self, place: tuple[int, int], around: tuple[int, int]) -> Predicate | None:
        """The nearest verb before a time in a clause; behind it where there is none."""
        found = self.between(*around)
        before = [one for one in found if one.first < place[0]]
        if before or place[0] > around[0] + _NEAR:
            # No verb behind is that of "the dam burst on Monday", even if "burst" is not known as one.
            return before[-1] if before else None
        return next(iter(found), None)

    def governing(self, at: int, around: tuple[int, int], ahead: bool) -> Predicate | None:
        """The verb that a word belongs to: the next one (``ahead``), or the one that has begun."""
        found = self.between(*around)
        if ahead and (later := next((one for one in found if one.head >= at), None)):
            return later
        return next((one for one in reversed(found) if ahead or one.first <= at), None)

    def goes_on(self, verb: Predicate, other: Predicate) -> bool:
        """Whether an earlier verb goes on with another one: he fled on Monday *and died* on Tuesday."""
        chain = [one for one in self.between(verb.first + 1, other.first) if one.sure]
        return all(self.is_joined(one) for one in (*chain, other))

    def is_joined(self, verb: Predicate) -> bool:
        """Whether "and" stands before a verb, and no subject of its own."""
        before = verb.first - 1
        while before > 0 and self._tagged.bits[before] & ADVERB:
            before -= 1
        return before > 0 and bool(self._tagged.bits[before] & CONJUNCTION)

    def _number(self, token: int) -> int:
        sentences = self._tagged.sentences
        return max(0, bisect_right(sentences, (token, len(self._tagged.low))) - 1)


def _first(predicate: Predicate) -> int:
    return predicate.first


def predicates(tagged: Tagged, first: int, stop: int) -> Iterator[Predicate]:
    """The finite verbs of a sentence, in order."""
    at = first
    while at < stop:
        found = _predicate(tagged, at, first, stop)
        if found:
            yield found
            at = found.head
        at += 1


def _predicate(tagged: Tagged, at: int, first: int, stop: int) -> Predicate | None:
    bits = tagged.bits[at]
    if bits & CAPITAL:
        return None
    if bits & (AUXILIARY | MODAL) and not bits & PREPOSITION:
        return Predicate(at, _head(tagged, at, stop), True) if _helps(tagged, at, first) else None
    if not bits & VERB_FINITE or _is_none(tagged, at):
        return None
    group = verb_group(tagged, at, first)
    return Predicate(at, at, _sure(tagged, at, first)) if group and group.finite else None


def _is_none(tagged: Tagged, at: int) -> bool:
    """Whether what looks like a finite verb is none: "the blasts killed", "his 1995 state taxes"."""
    if tagged.bits[at] & VERB_PAST:
        return False
    after = tagged.bits[at + 1] if at + 1 < len(tagged.bits) else 0
    if at > 0 and tagged.bits[at - 1] & VERB_PAST:
        # "announced cuts", "helped build"
        return True
    year = at > 0 and tagged.low[at - 1].isdigit() and len(tagged.low[at - 1]) == _YEAR
    return year or bool(after & (VERB_PAST | AUXILIARY | MODAL))


def _helps(tagged: Tagged, at: int, first: int) -> bool:
    """Whether an auxiliary is finite: no "Monday's", "to be", "being"."""
    low, before = tagged.low[at], tagged.bits[at - 1] if at > first else 0
    owner = low == "'s" and not before & (PRONOUN | WH)
    if tagged.bits[at] & MODAL and is_owned(tagged, at):
        return False
    return not owner and not before & TO and not low.endswith("ing")


def is_owned(tagged: Tagged, at: int) -> bool:
    """Whether what looks like a modal is a noun: "a will", "his might"; but "this will do"."""
    before = tagged.bits[at - 1] if at else 0
    return bool(before & (DETERMINER | POSSESSIVE)) and not before & (PRONOUN | SUBJECT)


def _head(tagged: Tagged, at: int, stop: int) -> int:
    """The verb that an auxiliary helps; the auxiliary itself where it is the verb."""
    head = at
    for after in range(at + 1, stop):
        bits = tagged.bits[after]
        if bits & _INSIDE:
            head = after if bits & (AUXILIARY | MODAL) else head
            continue
        return after if bits & VERB and verb_group(tagged, after, at) else head
    return head


def _sure(tagged: Tagged, at: int, first: int) -> bool:
    """Whether a verb without auxiliary is no participle."""
    if not tagged.bits[at] & VERB_PARTICIPLE:
        return True
    before = at - 1
    while before > first and tagged.bits[before] & ADVERB:
        before -= 1
    after = tagged.bits[at + 1] if at + 1 < len(tagged.bits) else 0
    return bool(after & _OBJECT or (before >= first and tagged.bits[before] & SUBJECT))
