"""Noun groups and verb groups around a cue: where a source begins, where a predicate ends.

Shallow syntax by word classes, in one walk from a given token, never further than the sentence.
"""

from dataclasses import dataclass

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    DISCOURSE,
    LINKING,
    MODAL,
    NEGATIVE,
    NOUN,
    NUMBER,
    OBJECT,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RAISING,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    VERB,
    VERB_BASE,
    VERB_FINITE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
)
from explainer.reading.tagged import Tagged

#: No noun group of a news sentence is longer; hostile ones are cut.
LONGEST_GROUP = 40

_CLOSED = (
    SUBORDINATOR | CONJUNCTION | MODAL | AUXILIARY | RELATIVE | WH | SIGN | NEGATIVE | PREPOSITION
)
_BEFORE_NOUN = DETERMINER | POSSESSIVE | NUMBER


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Auxiliaries, adverbs and a verb: ``first`` up to, not including, ``stop``; ``head`` the verb.

    ``left`` is where its subject ends: before ``first``, or before the verb that lends its subject
    ("*posts* appear to confirm").
    """

    left: int
    first: int
    head: int
    stop: int
    passive: bool
    negative: bool
    finite: bool


@dataclass(frozen=True, slots=True)
class NounGroup:
    """Tokens ``first`` up to, not including, ``stop``; ``core`` ends where appositions begin."""

    first: int
    stop: int
    core: int


def verb_group(tagged: Tagged, head: int, start: int) -> VerbGroup | None:
    """The verb group that ends in ``head``; None if the word is no verb here."""
    bits, low = tagged.bits, tagged.low
    first = head
    passive = negative = helped = modal = to = False
    at = head - 1
    while at >= start and head - at <= 8:
        b = bits[at]
        if low[at] == "to" and at == first - 1:
            to = True
            break
        if b & (AUXILIARY | MODAL) and not (b & PREPOSITION):
            helped = True
            modal = modal or bool(b & MODAL)
            passive = passive or (not modal and first == head and bool(b & BE)) or bool(b & BE)
            negative = negative or bool(b & NEGATIVE)
            first = at
        elif b & NEGATIVE and b & ADVERB:
            negative = True
        elif not (b & ADVERB) or b & (SUBJECT | WH):
            break
        at -= 1
    if to:
        left = _lender(tagged, at, start)
        return VerbGroup(left, head, head, head + 1, False, negative, left < head)
    if not _is_verb_here(tagged, first, head, start, helped):
        return None
    b = bits[head]
    passive = passive and bool(b & VERB_PARTICIPLE) and not b & VERB_ING
    finite = helped or bool(b & VERB_FINITE)
    first = _with_adverbs(tagged, first, start) if helped or finite else first
    return VerbGroup(first, first, head, head + 1, passive, negative, finite)


def _lender(tagged: Tagged, to: int, start: int) -> int:
    """Where the subject of an infinitive ends: before "appears to" and its like."""
    at = to
    while at > start and tagged.bits[at - 1] & RAISING:
        at -= 1
    while at < to and at > start and tagged.bits[at - 1] & (AUXILIARY | MODAL | ADVERB):
        at -= 1
    return at if at < to else to + 1


def _with_adverbs(tagged: Tagged, first: int, start: int) -> int:
    while first > start and tagged.bits[first - 1] & ADVERB and not (
        tagged.bits[first - 1] & (DISCOURSE | CONJUNCTION | SUBJECT | OBJECT | PREPOSITION)
    ):
        first -= 1
    return first


def _is_verb_here(tagged: Tagged, first: int, head: int, start: int, helped: bool) -> bool:
    """A word that may be noun or verb is a noun after a determiner, an adjective or "of"."""
    b = tagged.bits[head]
    if helped:
        return True
    at = head - 1
    while at >= start and tagged.bits[at] & ADVERB and not tagged.bits[at] & PRONOUN:
        at -= 1
    if at > start and tagged.low[at] == ",":
        # "Two groups, however, claim": what stands before the parenthesis decides.
        comma = _comma_before(tagged, at - 1, max(start, at - 12))
        at = comma - 1 if comma is not None and comma > start else at
    if at < start:
        return bool(b & (VERB_PAST | VERB_S | VERB_ING))
    before = tagged.bits[at]
    if before & (DETERMINER | POSSESSIVE) and not before & (SUBJECT | PRONOUN):
        return False
    if tagged.low[at] in ("'s", "of") and not b & VERB_ING:
        return False
    if before & PRONOUN and before & SUBJECT:
        return True
    if b & VERB_ING:
        return not before & (DETERMINER | POSSESSIVE)
    if b & VERB_PAST:
        return not (before & PREPOSITION and not before & (SUBORDINATOR | ADVERB))
    if b & VERB_S:
        if b & NOUN and not before & (PRONOUN | RELATIVE | CAPITAL | SIGN):
            return _takes_content(tagged, head)
        return not before & (PREPOSITION | NUMBER) or bool(before & PRONOUN)
    # A plain form is a verb after a plural or a pronoun only.
    return bool(before & (PRONOUN | RELATIVE | CONJUNCTION | PLURAL)) or (
        tagged.low[at].endswith("s") and not before & (VERB_S | SIGN)
    )


def _takes_content(tagged: Tagged, head: int) -> bool:
    """Whether what follows a word that is noun or verb looks like a verb's object."""
    after = head + 1
    if after >= len(tagged.bits):
        return False
    b = tagged.bits[after]
    if b & PREPOSITION and after + 1 < len(tagged.bits):
        return bool(tagged.low[after] == "to" and tagged.bits[after + 1] & (VERB_BASE | AUXILIARY))
    return bool(b & (DETERMINER | POSSESSIVE | SUBJECT)) or tagged.quotation[after] >= 0


def noun_group_left(tagged: Tagged, end: int, start: int) -> NounGroup | None:
    """The noun group whose last token is ``end - 1``; None if there is none.

    An apposition or "who" clause between commas before ``end`` belongs to it; other parentheses
    ("however", "in a statement") are stepped over.
    """
    bits, low = tagged.bits, tagged.low
    core = end
    while core > start and bits[core - 1] & (ADVERB | DISCOURSE) and not (
        bits[core - 1] & (PRONOUN | CAPITAL & 0)
    ):
        core -= 1
    stop = core
    if core > start and low[core - 1] == ",":
        comma = _comma_before(tagged, core - 2, start)
        if comma is None:
            return None
        inner = bits[comma + 1]
        if inner & (DETERMINER | POSSESSIVE | RELATIVE | CAPITAL | NUMBER) or not inner & (
            PREPOSITION | ADVERB | DISCOURSE | SUBORDINATOR | VERB_ING | CONJUNCTION
        ):
            if inner & (SUBJECT) and not inner & RELATIVE:
                return None
            stop = core - 1
        else:
            stop = comma
        core = comma
    first = _left_edge(tagged, core, start)
    if first is None:
        return None
    # "Ryan Leenders, 30, a member of …": what is between more commas is an apposition, too.
    while first - 2 > start and low[first - 1] == "," and bits[first] & (DETERMINER | NUMBER):
        earlier = _left_edge(tagged, first - 1, start)
        if earlier is None or not bits[first - 2] & CAPITAL:
            break
        first, core = earlier, first - 1
    return NounGroup(first, max(stop, core), core)


def _comma_before(tagged: Tagged, at: int, start: int) -> int | None:
    floor = max(start, at - LONGEST_GROUP)
    while at > floor:
        if tagged.low[at] == ",":
            return at
        if tagged.quotation[at] >= 0 and tagged.quotation[at] != tagged.quotation[at - 1]:
            return None
        at -= 1
    return None


def _left_edge(tagged: Tagged, core: int, start: int) -> int | None:
    """The first token of the noun group that ends before ``core``."""
    bits, low = tagged.bits, tagged.low
    at = core - 1
    if at < start:
        return None
    b = bits[at]
    if b & PRONOUN and not (b & (DETERMINER | NUMBER) and at > start and _nominal(tagged, at - 1, start)):
        return at if b & (SUBJECT | DETERMINER | NUMBER | RELATIVE) or b & PRONOUN else None
    if low[at] == ")":
        at = _before_bracket(tagged, at, start)
        if at < start:
            return None
    if not _nominal(tagged, at, start) or bits[at] & PREPOSITION:
        return None
    first = at
    floor = max(start, core - LONGEST_GROUP)
    at -= 1
    while at >= floor:
        b = bits[at]
        if b & (DETERMINER | POSSESSIVE):
            first = at
            if at > floor and _links(tagged, at - 1, floor):
                at -= 1
                continue
            if at > floor and bits[at - 1] & (DETERMINER | NUMBER) and not bits[at - 1] & PREPOSITION:
                at -= 1
                continue
            break
        if _links(tagged, at, floor) and at > floor:
            at -= 1
            continue
        if _nominal(tagged, at, start) and not b & PREPOSITION:
            first = at
            at -= 1
            continue
        break
    return first


def _before_bracket(tagged: Tagged, at: int, start: int) -> int:
    """The token before a short bracket that ends at ``at``: "Paul Ryan (R-WI)"."""
    for opening in range(at - 1, max(start, at - 8) - 1, -1):
        if tagged.low[opening] == "(":
            return opening - 1
    return start - 1


def _links(tagged: Tagged, at: int, floor: int) -> bool:
    """Whether a word joins two noun groups into one: of, for, from, and …"""
    if at <= floor:
        return False
    b = tagged.bits[at]
    joins = b & (LINKING | CONJUNCTION) or tagged.low[at] == "&"
    return bool(joins) and _nominal(tagged, at - 1, floor) and not (
        tagged.bits[at - 1] & (PREPOSITION | ADVERB)
    )


def _nominal(tagged: Tagged, at: int, start: int) -> bool:
    """Whether a word can stand inside a noun group, seen from its right."""
    b = tagged.bits[at]
    if tagged.low[at] in ("'s", "'", "-"):
        return True
    if b & (CAPITAL) and not b & (SUBJECT | MODAL | SUBORDINATOR | RELATIVE) and not (
        b & PREPOSITION and at == start
    ):
        return True
    if b & (_CLOSED | SUBJECT | ADVERB) and not b & NUMBER:
        return False
    if b & VERB:
        before = tagged.bits[at - 1] if at > start else 0
        if b & NOUN and not before & (PRONOUN | CAPITAL):
            return True
        if b & (VERB_ING | VERB_PARTICIPLE):
            return bool(before & (_BEFORE_NOUN | PREPOSITION)) or tagged.low[at - 1] == "'s"
        after = tagged.bits[at + 1] if at + 1 < len(tagged.bits) else 0
        return bool(before & (_BEFORE_NOUN | PREPOSITION)) or (
            not before & (PRONOUN | CAPITAL) and bool(after & (VERB | AUXILIARY | MODAL))
        )
    return True


def noun_group_right(tagged: Tagged, first: int, stop: int) -> NounGroup | None:
    """The noun group that begins at ``first``, with its "of" and "for" and an apposition after it."""
    bits, low = tagged.bits, tagged.low
    at = first
    if at >= stop:
        return None
    if bits[at] & PRONOUN and not bits[at] & (DETERMINER | NUMBER):
        return NounGroup(first, first + 1, first + 1)
    ceiling = min(stop, first + LONGEST_GROUP)
    seen = False
    while at < ceiling:
        b = bits[at]
        if b & (DETERMINER | POSSESSIVE | NUMBER) and not (b & CAPITAL and seen):
            if seen and not (bits[at - 1] & (PREPOSITION | CONJUNCTION) or b & NUMBER):
                break
        elif b & PREPOSITION and seen and at + 1 < ceiling and not b & CAPITAL:
            nxt = bits[at + 1]
            if b & (SUBORDINATOR | ADVERB) or nxt & (SIGN | VERB_ING | PREPOSITION):
                break
        elif b & CONJUNCTION and seen and at + 1 < ceiling:
            if not bits[at + 1] & (CAPITAL | DETERMINER | POSSESSIVE):
                break
        elif low[at] in ("'s", "-", "&"):
            pass
        elif b & (SIGN | PRONOUN | AUXILIARY | MODAL | SUBORDINATOR | RELATIVE) and not b & CAPITAL:
            break
        elif b & (VERB_FINITE | VERB_ING) and seen and not b & CAPITAL:
            break
        elif b & ADVERB and not b & CAPITAL and seen:
            break
        else:
            seen = True
        at += 1
    while at > first and bits[at - 1] & (PREPOSITION | CONJUNCTION | DETERMINER) and not bits[at - 1] & CAPITAL:
        at -= 1
    if at == first or not seen:
        return None
    return NounGroup(first, at, at)
