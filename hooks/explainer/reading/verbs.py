"""Verb groups: a reporting verb with its auxiliaries and adverbs, and whether it is a verb here."""

from dataclasses import dataclass

from explainer.lexicons.words import (
    ADVERB,
    ADVERSATIVE,
    AUXILIARY,
    BE,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    DISCOURSE,
    LINKING,
    MODAL,
    NEGATIVE,
    NOUN,
    NUMBER,
    OBJECT,
    ONE,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RAISING,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    VERB_BASE,
    VERB_FINITE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WITHHOLDING,
    WORD,
)
from explainer.reading.nouns import comma_before, dash_before
from explainer.reading.tagged import Tagged

#: "would not have been so openly" is as far as auxiliaries stand from their verb.
_REACH = 8
#: "Anna Berg and Carl Dahl": two short names.
_NEAR = 6
_DASHES = frozenset({"-", "--", "–", "—"})


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
    passive: bool = False
    negative: bool = False
    finite: bool = False


@dataclass(slots=True)
class _Helpers:
    """What stands before a verb."""

    first: int
    to: int | None = None
    helped: bool = False
    be: bool = False
    negative: bool = False


def verb_group(tagged: Tagged, head: int, start: int) -> VerbGroup | None:
    """The verb group that ends in ``head``; None if the word is no verb here.

    Args:
        tagged: the article.
        head: a token that may be a verb.
        start: the first token of its sentence.
    """
    helpers = _helpers(tagged, head, start)
    if helpers.to is not None:
        left = _lender(tagged, helpers.to, start)
        lent = left < helpers.to
        return VerbGroup(
            left if lent else head, head, head, head + 1, False, helpers.negative, lent
        )
    bits = tagged.bits[head]
    if helpers.helped and bits & VERB_S and not bits & (VERB & ~VERB_S):
        # "has doubts": no form in -s stands behind an auxiliary.
        return None
    if not helpers.helped and not _is_verb(tagged, head, start):
        return None
    passive = helpers.be and bool(bits & VERB_PARTICIPLE) and not bits & VERB_ING
    if not helpers.helped and bits & VERB == VERB_PARTICIPLE:
        # "a town *known* as the Pearl": alone such a form says what is done to its noun.
        passive = True
    finite = helpers.helped or bool(bits & VERB_FINITE)
    first = _with_adverbs(tagged, helpers.first, start) if finite else helpers.first
    negative = helpers.negative or (not finite and _is_withheld(tagged, first, start))
    return VerbGroup(first, first, head, head + 1, passive, negative, finite)


def _is_withheld(tagged: Tagged, first: int, start: int) -> bool:
    """ "left *without* saying so", "stopped *short of* saying so"."""
    if first <= start:
        return False
    if tagged.bits[first - 1] & NEGATIVE:
        return True
    return first - 2 >= start and bool(
        tagged.bits[first - 2] & WITHHOLDING
        and tagged.bits[first - 1] & (PREPOSITION | SUBORDINATOR)
    )


def _helpers(tagged: Tagged, head: int, start: int) -> _Helpers:
    found = _Helpers(head)
    for at in range(head - 1, max(start, head - _REACH) - 1, -1):
        bits = tagged.bits[at]
        if bits & TO and at == found.first - 1:
            found.to = at
            break
        if _owns(tagged, at, start):
            break
        if bits & (AUXILIARY | MODAL) and not bits & PREPOSITION:
            found.helped = True
            found.be = found.be or bool(bits & BE)
            found.negative = found.negative or bool(bits & NEGATIVE)
            found.first = at
        elif bits & NEGATIVE and bits & ADVERB:
            found.negative = True
        elif bits & SUBORDINATOR and tagged.bits[at - 1] & AUXILIARY:
            # "has since said": between the two it is an adverb.
            continue
        elif not bits & ADVERB or bits & (SUBJECT | WH):
            break
    return found


def _owns(tagged: Tagged, at: int, start: int) -> bool:
    """Whether "'s" makes an owner of the noun before it; after a pronoun it is a verb."""
    return tagged.low[at] == "'s" and at > start and not tagged.bits[at - 1] & (PRONOUN | WH)


def _lender(tagged: Tagged, to: int, start: int) -> int:
    """Where the subject of an infinitive ends: before "appears to" and its like; else ``to``."""
    at = to
    while at > start and tagged.bits[at - 1] & RAISING:
        at -= 1
    if at == to:
        return to
    while at > start and tagged.bits[at - 1] & (AUXILIARY | MODAL | ADVERB):
        at -= 1
    return at


def _with_adverbs(tagged: Tagged, first: int, start: int) -> int:
    other = DISCOURSE | CONJUNCTION | SUBJECT | OBJECT | PREPOSITION
    while first > start and tagged.bits[first - 1] & ADVERB and not tagged.bits[first - 1] & other:
        first -= 1
    return first


def _is_verb(tagged: Tagged, head: int, start: int) -> bool:
    """A word that may be verb or noun is what its neighbours make it."""
    bits = tagged.bits[head]
    at = _word_before(tagged, head, start)
    if at is None:
        return bool(bits & (VERB_PAST | VERB_S | VERB_ING))
    before = tagged.bits[at]
    if before & PRONOUN and before & SUBJECT:
        return True
    if before & (DETERMINER | POSSESSIVE) and (not before & PRONOUN or _is_owned(tagged, head, at)):
        return False
    if tagged.low[at] == "'s" and _owns(tagged, at, start):
        return False
    if before & NUMBER and _is_attribute(tagged, head):
        return False
    if _owns(tagged, at, start):
        return False
    if bits & VERB_ING:
        return True
    if tagged.low[at] == "'s" or (before & LINKING and not before & ADVERB):
        return False
    if bits & VERB_PAST:
        return not before & PREPOSITION or bool(before & (SUBORDINATOR | ADVERB))
    return _is_present(tagged, head, at, start)


def _is_attribute(tagged: Tagged, head: int) -> bool:
    """ "384 *pledged* delegates": between a number and a bare noun stands an adjective."""
    after = tagged.bits[head + 1] if head + 1 < len(tagged.bits) else 0
    bare = after == WORD or bool(after & (NOUN | PLURAL) and not after & (DETERMINER | PRONOUN))
    return bool(tagged.bits[head] & (VERB_ING | VERB_PARTICIPLE)) and bare


def _is_owned(tagged: Tagged, head: int, owner: int) -> bool:
    """ "*her* warning that": a noun for what she said; "saw her warning them" has no such noun."""
    return bool(tagged.bits[owner] & POSSESSIVE) and tagged.low[head] in tagged.lexicon.cues.nouns


def _word_before(tagged: Tagged, head: int, start: int) -> int | None:
    """The token that decides: before adverbs, and before a parenthesis between commas."""
    at = head - 1
    while at >= start and _is_adverb_here(tagged, at, start):
        at -= 1
    if at > start and tagged.low[at] == ",":
        # "Two groups, however, claim": what stands before the parenthesis decides.
        comma = comma_before(tagged, at - 1, max(start, at - 12))
        at = comma - 1 if comma is not None and comma > start else at
    elif at > start and tagged.low[at] in _DASHES and not tagged.is_hyphen(at):
        # "Two groups – and a third – claim": likewise.
        dash = dash_before(tagged, at, start)
        at = dash - 1 if dash is not None and dash > start else at
    return at if at >= start else None


def _is_adverb_here(tagged: Tagged, at: int, start: int) -> bool:
    """ "much" stands for something, but in "the *much* criticized tower" it says how far."""
    bits = tagged.bits[at]
    if not bits & ADVERB or not bits & PRONOUN:
        return bool(bits & ADVERB)
    return at > start and bool(tagged.bits[at - 1] & (DETERMINER | POSSESSIVE))


def _is_present(tagged: Tagged, head: int, at: int, start: int) -> bool:
    """ "claims" and "claim" after the word at ``at``: verbs, or nouns in the plural?"""
    bits, before = tagged.bits[head], tagged.bits[at]
    if bits & VERB_S:
        if bits & NOUN and _other_verb_follows(tagged, head):
            return False
        if bits & NOUN and not before & (PRONOUN | RELATIVE | CAPITAL | SIGN):
            return not before & PREPOSITION and _takes_content(tagged, head)
        return not before & (PREPOSITION | NUMBER) or bool(before & PRONOUN)
    # A plain form is a verb after a plural, a number or a pronoun only.
    if before & (PRONOUN | RELATIVE | CONJUNCTION) or _is_plural(tagged, at, start):
        return True
    if before & NUMBER and not before & ONE:
        return True
    if before & CAPITAL and _has_plural_head(tagged, at, start):
        return True
    inner = before & (SIGN | PREPOSITION | ADVERB) or _is_noun_too(tagged, head)
    if not inner and _has_plural_head(tagged, at, start):
        # "critics of the plan *say*"
        return True
    if _are_two(tagged, at, start):
        return not before & (PREPOSITION | VERB) and _takes_content(tagged, head)
    named = before & (CAPITAL | WORD | NOUN | SIGN) and not before & (POSSESSIVE | PREPOSITION)
    return bool(named) and not _is_noun_too(tagged, head) and _takes_content(tagged, head)


def _is_noun_too(tagged: Tagged, head: int) -> bool:
    """Whether a plain form may be a noun or takes one: "claim", "address", but not "say"."""
    word = tagged.low[head]
    cue = tagged.lexicon.cues.verbs.get(word)
    if cue is None or "clause" not in cue.frames or "np" in cue.frames or cue.type == "perception":
        return True
    return word in tagged.lexicon.cues.nouns or bool(tagged.lexicon.words.get(f"{word}s", 0) & NOUN)


def _other_verb_follows(tagged: Tagged, head: int) -> bool:
    """ "New figures *indicate* that", "Police reports *say*": the verb is the word behind."""
    after = tagged.bits[head + 1] if head + 1 < len(tagged.bits) else 0
    return bool(after & CUE and after & VERB_BASE and not after & (PREPOSITION | NOUN))


def _is_plural(tagged: Tagged, at: int, start: int) -> bool:
    bits = tagged.bits[at]
    if bits & PLURAL:
        return True
    return tagged.low[at].endswith("s") and not bits & SIGN and _is_noun(tagged, at, start)


def _is_noun(tagged: Tagged, at: int, start: int) -> bool:
    """ "farm advocates", "the figures", and "Figures" at the head of a sentence: no verbs."""
    if not tagged.bits[at] & VERB_S or at == start:
        return True
    before = tagged.bits[at - 1]
    if before & DETERMINER:
        return not before & PRONOUN
    return bool(before & (WORD | CAPITAL | POSSESSIVE | NUMBER))


def _are_two(tagged: Tagged, last: int, start: int) -> bool:
    """ "The book and the film *blame*": what "and" joins is a plural."""
    for at in range(last - 1, max(start, last - _NEAR), -1):
        bits = tagged.bits[at]
        if bits & CONJUNCTION and not bits & ADVERSATIVE:
            return bool(tagged.bits[at - 1] & (WORD | CAPITAL | PRONOUN))
        if not bits & (WORD | CAPITAL | DETERMINER | POSSESSIVE):
            return False
    return False


def _has_plural_head(tagged: Tagged, last: int, start: int) -> bool:
    """ "the authorities in Kiev": the noun before the preposition decides."""
    for at in range(last, max(0, last - _REACH), -1):
        linked = tagged.bits[at - 1] if tagged.bits[at] & LINKING and at > start else 0
        if linked and (_is_plural(tagged, at - 1, start) or linked & (NOUN | PRONOUN)):
            return True
        if tagged.bits[at] & (SIGN | VERB_PAST | SUBORDINATOR):
            return False
    return False


def _takes_content(tagged: Tagged, head: int) -> bool:
    """Whether what follows a word that is noun or verb looks like a verb's object."""
    after = head + 1
    if after >= len(tagged.bits):
        return False
    bits = tagged.bits[after]
    if bits & PREPOSITION and after + 1 < len(tagged.bits):
        # "aims to plant": a word that no list knows may be a verb.
        verb = tagged.bits[after + 1]
        return bool(bits & TO and (verb & (VERB_BASE | AUXILIARY) or verb == WORD))
    opens = DETERMINER | POSSESSIVE | SUBJECT | THAT | CAPITAL | NUMBER
    return bool(bits & opens) or tagged.quotation[after] >= 0
