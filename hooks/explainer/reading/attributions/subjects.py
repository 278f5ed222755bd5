"""Sources: the noun group that a cue belongs to, before it, after it, or shared with another cue."""

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BEARER,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    POSSESSIVE,
    PRONOUN,
    RELATIVE,
    SIGN,
    THAT,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.attributions.finding import Context, Use
from explainer.reading.nouns import NounGroup, noun_group_left, noun_group_right
from explainer.reading.tagged import Tagged


def subject(tagged: Tagged, use: Use, context: Context) -> NounGroup | None:
    """The noun group before the cue, or the one that an earlier cue of the sentence has."""
    # "a statement saying": words carry it; "commented on the violence, saying": the subject does.
    carried = use.first > use.start and bool(tagged.bits[use.first - 1] & BEARER)
    group = None if use.participle and not carried else subject_left(tagged, use)
    if group is not None:
        return group
    if not (use.participle or _is_joined(tagged, use)):
        return None
    last = context.last
    if last and last.source and last.core:
        return NounGroup(last.source[0], last.source[1], last.core[1])
    return _sentence_subject(tagged, use)


def _is_joined(tagged: Tagged, use: Use) -> bool:
    """Whether a conjunction stands before the cue: "… and insists"."""
    at = use.first - 1
    while at > use.start and tagged.bits[at] & ADVERB and not tagged.bits[at] & CONJUNCTION:
        at -= 1
    return at >= use.start and bool(tagged.bits[at] & CONJUNCTION)


def subject_left(tagged: Tagged, use: Use) -> NounGroup | None:
    """The noun group just before a cue; for "who", "which" and "that", what they stand for."""
    end = use.verb.left if use.verb else use.first
    group = noun_group_left(tagged, end, use.start)
    if group is None:
        return None
    at = group.core - 1
    if group.core - group.first > 1 or not tagged.bits[at] & (RELATIVE | THAT):
        return group
    comma = at > 0 and tagged.low[at - 1] == ","
    before = noun_group_left(tagged, at - 1 if comma else at, use.start)
    if before is not None and not tagged.bits[before.first] & PRONOUN:
        return before
    return None if tagged.bits[at] & THAT else group


def subject_right(tagged: Tagged, use: Use) -> NounGroup | None:
    """The noun group just after a cue ("…, said the spokesman"), with its apposition."""
    group = noun_group_right(tagged, use.stop, use.end)
    if group is None:
        return None
    return with_apposition(tagged, group, use.end)


def with_apposition(tagged: Tagged, group: NounGroup, end: int) -> NounGroup:
    """The group with what stands after it between commas: ", a spokesman for …,"."""
    at = group.stop
    if at + 1 >= end or tagged.low[at] != ",":
        return group
    if not tagged.bits[at + 1] & (DETERMINER | POSSESSIVE | RELATIVE):
        return group
    stop = at + 1
    while stop < end and tagged.low[stop] != "," and tagged.quotation[stop] < 0:
        stop += 1
    return NounGroup(group.first, stop, group.stop)


def subject_between(tagged: Tagged, use: Use, floor: int) -> NounGroup | None:
    """The noun group between the end of a quotation and the cue."""
    at = floor
    while at < use.first and tagged.bits[at] & SIGN:
        at += 1
    return noun_group_left(tagged, use.first, at) if at < use.first else None


def _sentence_subject(tagged: Tagged, use: Use) -> NounGroup | None:
    """The noun group before the first finite verb of the sentence."""
    bits = tagged.bits
    for at in range(use.start + 1, use.first):
        if bits[at] & SIGN and tagged.low[at] not in (",", "-"):
            return None
        finite = bits[at] & (VERB_S | VERB_PAST) and not bits[at - 1] & (DETERMINER | POSSESSIVE)
        if bits[at] & (AUXILIARY | MODAL) or finite:
            return noun_group_left(tagged, at, use.start)
    return None
