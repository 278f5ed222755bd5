"""Noun groups beside a cue: where a source begins and ends, with its appositions.

Shallow syntax by word classes, in one walk from a given token, never further than the sentence.
"""

from dataclasses import dataclass

from explainer.lexicons.words import (
    ADVERB,
    APPROXIMATING,
    AUXILIARY,
    BEARER,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    LINKING,
    MODAL,
    NEGATIVE,
    NOUN,
    NUMBER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    TO,
    VERB,
    VERB_BASE,
    VERB_FINITE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from explainer.reading.tagged import Tagged

#: No noun group of a news sentence is longer; hostile ones are cut.
_LONGEST = 40
_LONGEST_BRACKET = 8
_LONGEST_INSERTION = 30

#: Words that stand in no noun group but between two of them.
_CLOSED = (
    SUBORDINATOR | CONJUNCTION | MODAL | AUXILIARY | RELATIVE | WH | SIGN | NEGATIVE | PREPOSITION
)
#: Signs inside a noun group: "the mayor's", "CNN/ORC", "42% of the voters".
_JOINTS = frozenset({"'s", "'", "-", "/", "%"})
_JOINTS_RIGHT = frozenset({"'s", "-", "&", "/", "%"})
_BEFORE_NOUN = DETERMINER | POSSESSIVE | NUMBER


@dataclass(frozen=True, slots=True)
class NounGroup:
    """Tokens ``first`` up to, not including, ``stop``; ``core`` ends where appositions begin."""

    first: int
    stop: int
    core: int


def comma_before(tagged: Tagged, at: int, start: int) -> int | None:
    """The nearest comma at or before a token, outside quotations that end between the two."""
    for token in range(at, max(start, at - _LONGEST), -1):
        if tagged.low[token] == ",":
            return token
        if tagged.quotation[token] >= 0 and tagged.quotation[token] != tagged.quotation[token - 1]:
            return None
    return None


def dash_before(tagged: Tagged, closing: int, start: int) -> int | None:
    """The dash that opens what the one at ``closing`` ends: "Democrats – and some others – say"."""
    for at in range(closing - 1, max(start, closing - _LONGEST_INSERTION), -1):
        if tagged.low[at] == tagged.low[closing] and not tagged.is_hyphen(at):
            return at
    return None


def left_edge(tagged: Tagged, core: int, start: int) -> int | None:
    """The first token of the noun group that ends before ``core``."""
    at = core - 1
    if at < start:
        return None
    if tagged.bits[at] & PRONOUN:
        plain = not tagged.bits[at] & (DETERMINER | NUMBER)
        return at if plain or at == start or not is_nominal(tagged, at - 1, start) else None
    if tagged.low[at] == ")":
        at = _before_bracket(tagged, at, start)
    if at < start or not is_nominal(tagged, at, start) or tagged.bits[at] & PREPOSITION:
        return None
    return walk_left(tagged, at, start)


def walk_left(tagged: Tagged, last: int, start: int) -> int:
    """Back from a group's last noun over its other nouns, adjectives and articles."""
    bits = tagged.bits
    first = last
    floor = max(start, last + 1 - _LONGEST)
    for at in range(last - 1, floor - 1, -1):
        if bits[at] & TIME and not bits[at] & CAPITAL and bits[at + 1] & CAPITAL:
            # "Last year Anna Berg said": the time is none of her names.
            break
        if bits[at] & (DETERMINER | POSSESSIVE):
            first = at
            more = at > floor and (_links(tagged, at - 1, floor) or _is_predeterminer(bits[at - 1]))
            if not more:
                break
        elif at > floor and _links(tagged, at, floor):
            continue
        elif is_nominal(tagged, at, start) and not bits[at] & PREPOSITION:
            first = at
        elif not _modifies(tagged, at, floor):
            break
    return _with_amount(tagged, first, start)


def _modifies(tagged: Tagged, at: int, floor: int) -> bool:
    """Whether an adverb stands behind an article: "a *nearly* full hall"."""
    adverb = tagged.bits[at] & ADVERB and not tagged.bits[at] & (SUBJECT | CONJUNCTION)
    return bool(adverb) and at > floor and bool(tagged.bits[at - 1] & (DETERMINER | POSSESSIVE))


def _with_amount(tagged: Tagged, first: int, start: int) -> int:
    """ "*More than* 40 farmers", "*about* half of the voters"."""
    if not tagged.bits[first] & NUMBER:
        return first
    at = first
    while at > start and tagged.bits[at - 1] & APPROXIMATING:
        at -= 1
    # "Men over 60": what stands behind a noun is no measure.
    return first if at > start and is_nominal(tagged, at - 1, start) else at


def _is_predeterminer(bits: int) -> bool:
    """ "all the", "both these"."""
    return bool(bits & (DETERMINER | NUMBER)) and not bits & PREPOSITION


def _before_bracket(tagged: Tagged, at: int, start: int) -> int:
    """The token before a short bracket that ends at ``at``: "Paul Ryan (R-WI)"."""
    for opening in range(at - 1, max(start, at - _LONGEST_BRACKET) - 1, -1):
        if tagged.low[opening] == "(":
            return opening - 1
    return start - 1


def _links(tagged: Tagged, at: int, floor: int) -> bool:
    """Whether a word joins two noun groups into one: of, for, from, and …"""
    if at <= floor:
        return False
    joins = tagged.bits[at] & (LINKING | CONJUNCTION) or tagged.low[at] == "&"
    before = tagged.bits[at - 1]
    return bool(joins) and is_nominal(tagged, at - 1, floor) and not before & (PREPOSITION | ADVERB)


def is_nominal(tagged: Tagged, at: int, start: int) -> bool:
    """Whether a word can stand inside a noun group, seen from its right."""
    bits, low = tagged.bits[at], tagged.low
    if low[at] in _JOINTS:
        return True
    if bits & CAPITAL and not bits & (SUBJECT | MODAL | SUBORDINATOR | RELATIVE):
        return not (bits & PREPOSITION and at == start)
    if bits & (_CLOSED | SUBJECT | ADVERB) and not bits & NUMBER:
        return False
    return not bits & VERB or _nominal_verb(tagged, at, start)


def _nominal_verb(tagged: Tagged, at: int, start: int) -> bool:
    """A word that may be a verb: "wounded soldiers", "the attacks", "media posts"."""
    bits = tagged.bits[at]
    before = tagged.bits[at - 1] if at > start else 0
    if bits & NOUN and not before & (PRONOUN | CAPITAL):
        return True
    if before & (_BEFORE_NOUN | PREPOSITION) or _is_first_part(tagged, at, start):
        return True
    if bits & (VERB_ING | VERB_PARTICIPLE):
        return at > start and (tagged.low[at - 1] == "'s" or _is_gerund_subject(tagged, at, start))
    after = tagged.bits[at + 1] if at + 1 < len(tagged.bits) else 0
    if bits & NOUN and after & CUE and after & VERB_BASE and at - 1 == start:
        # "New figures *indicate*": a plain form wants a plural before it.
        return True
    return not before & (PRONOUN | CAPITAL) and bool(after & (VERB | AUXILIARY | MODAL))


def _is_gerund_subject(tagged: Tagged, at: int, start: int) -> bool:
    """ "Exit *polling* showed": a form in -ing between the head of the sentence and its verb."""
    after = tagged.bits[at + 1] if at + 1 < len(tagged.bits) else 0
    opens = tagged.bits[start] & (VERB_BASE | NOUN | WORD) and not tagged.bits[start] & PREPOSITION
    return bool(opens and at == start + 1 and tagged.bits[at] & VERB_ING and after & CUE)


def _is_first_part(tagged: Tagged, at: int, start: int) -> bool:
    """ "The White House *press* secretary", "*Exit* polls": a plain form that can be no verb here."""
    bits, after = tagged.bits[at], tagged.bits[at + 1] if at + 1 < len(tagged.bits) else 0
    if not bits & VERB_BASE or bits & (VERB_PAST | VERB_PARTICIPLE):
        return False
    if not after & (WORD | NOUN | PLURAL | BEARER) or after & (
        _CLOSED | _BEFORE_NOUN | ADVERB | PRONOUN
    ):
        return False
    if at == start:
        return True
    before = tagged.bits[at - 1]
    plural = before & PLURAL or tagged.low[at - 1].endswith("s")
    takes_verb = before & (
        SUBJECT | PRONOUN | RELATIVE | ADVERB | MODAL | AUXILIARY | TO | NEGATIVE
    )
    return not takes_verb and (not plural or tagged.low[at - 1] == "'s")


def noun_group_right(tagged: Tagged, first: int, stop: int) -> NounGroup | None:
    """The noun group that begins at ``first``, with its "of" and "for"; None if there is none."""
    bits = tagged.bits
    if first >= stop or (bits[first] & _CLOSED and not bits[first] & (CAPITAL | PRONOUN)):
        return None
    if bits[first] & PRONOUN and not bits[first] & (DETERMINER | NUMBER):
        return NounGroup(first, first + 1, first + 1)
    at, seen = first, False
    while at < min(stop, first + _LONGEST) and not _ends_group(tagged, at, stop, seen):
        seen = seen or not bits[at] & (_BEFORE_NOUN | PREPOSITION | CONJUNCTION)
        seen = seen or bool(bits[at] & CAPITAL)
        at += 1
    loose = PREPOSITION | CONJUNCTION | DETERMINER
    while at > first and bits[at - 1] & loose and not bits[at - 1] & CAPITAL:
        at -= 1
    at = _after_bracket(tagged, at, stop)
    return NounGroup(first, at, at) if at > first and seen else None


def _after_bracket(tagged: Tagged, at: int, stop: int) -> int:
    """Behind a short bracket that begins at ``at``: "Paul Ryan (R-WI)"; else ``at``."""
    if at >= stop or tagged.low[at] != "(":
        return at
    near = range(at + 1, min(stop, at + _LONGEST_BRACKET))
    return next((n + 1 for n in near if tagged.low[n] == ")"), at)


def head_noun(tagged: Tagged, group: NounGroup) -> str:
    """The noun that a group is about: "storm" of "the *storm* over the coast"; "" for a name."""
    at = group.first
    while at + 1 < group.core and not _opens_modifier(tagged, at + 1):
        at += 1
    return "" if tagged.bits[at] & CAPITAL else tagged.low[at]


def _opens_modifier(tagged: Tagged, at: int) -> bool:
    """Whether what stands behind a noun and belongs to it begins here: "of …", "who …", "backing …"."""
    bits, before = tagged.bits[at], tagged.bits[at - 1]
    if bits & (PREPOSITION | RELATIVE):
        return True
    return bool(bits & VERB and not bits & NOUN) and not before & _BEFORE_NOUN


def _ends_group(tagged: Tagged, at: int, stop: int, seen: bool) -> bool:
    """Whether a noun group that ``seen`` says has a noun already ends before a token."""
    bits = tagged.bits[at]
    if tagged.low[at] in _JOINTS_RIGHT:
        return False
    if bits & CAPITAL:
        return False
    if bits & _BEFORE_NOUN:
        before = tagged.bits[at - 1] if at else 0
        return seen and not bits & NUMBER and not before & (PREPOSITION | CONJUNCTION)
    after = tagged.bits[at + 1] if at + 1 < stop else 0
    if bits & PREPOSITION and seen and at + 1 < stop:
        loose = bits & (SUBORDINATOR | ADVERB) or after & (SIGN | VERB_ING | PREPOSITION)
        return bool(loose)
    if bits & CONJUNCTION and seen and at + 1 < stop:
        return not after & (CAPITAL | DETERMINER | POSSESSIVE)
    if bits & (SIGN | PRONOUN | AUXILIARY | MODAL | SUBORDINATOR | RELATIVE):
        return True
    return (
        seen and bool(bits & (VERB_FINITE | VERB_ING | ADVERB)) and not _is_noun(tagged, at, stop)
    )


def _is_noun(tagged: Tagged, at: int, stop: int) -> bool:
    """ "the results of *exit* polls", "a newspaper *tally*,": no verb, though it looks like one."""
    bits, before = tagged.bits[at], tagged.bits[at - 1]
    if not bits & (VERB_BASE | VERB_S) or bits & (VERB_PAST | ADVERB) or before & (TO | MODAL):
        return False
    if before & (PREPOSITION | POSSESSIVE) and not before & SUBORDINATOR:
        return True
    after = tagged.bits[at + 1] if at + 1 < stop else SIGN
    plural = before & PLURAL or tagged.low[at - 1].endswith("s")
    return bool(after & (SIGN | PREPOSITION)) and not plural and not before & (PRONOUN | CAPITAL)
