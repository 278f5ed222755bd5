"""Sources and contents beside a cue: the walks that all rules share."""

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    DISCOURSE,
    MODAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    VERB_BASE,
    VERB_FINITE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WH,
)
from explainer.reading.attributions.finding import Range, Use, trimmed
from explainer.reading.groups import NounGroup, noun_group_left, noun_group_right, verb_group
from explainer.reading.tagged import Tagged


def subject_left(tagged: Tagged, use: Use) -> NounGroup | None:
    """The noun group just before a cue; for "who", "which" and "that", what they stand for."""
    end = use.verb.left if use.verb else use.first
    group = noun_group_left(tagged, end, use.start)
    if group is None:
        return None
    at = group.core - 1
    if group.core - group.first > 1 or not tagged.bits[at] & RELATIVE:
        return group
    before = noun_group_left(tagged, _before_comma(tagged, at), use.start)
    if before is not None and not tagged.bits[before.first] & PRONOUN:
        return before
    return None if tagged.low[at] == "that" else group


def _before_comma(tagged: Tagged, at: int) -> int:
    return at - 1 if at and tagged.low[at - 1] == "," else at


def subject_right(tagged: Tagged, use: Use) -> NounGroup | None:
    """The noun group just after a cue ("…, said the spokesman"), with its apposition."""
    group = noun_group_right(tagged, use.stop, use.end)
    if group is None or group.stop >= use.end or tagged.low[group.stop] != ",":
        return group
    after = tagged.bits[group.stop + 1] if group.stop + 1 < use.end else SIGN
    if after & (DETERMINER | POSSESSIVE) or tagged.low[group.stop + 1] in ("who", "whose"):
        end = _next_comma(tagged, group.stop + 1, use.end)
        return NounGroup(group.first, end, group.stop)
    return group


def _next_comma(tagged: Tagged, at: int, end: int) -> int:
    while at < end and tagged.low[at] != "," and tagged.quotation[at] < 0:
        at += 1
    return at


def has_clause(tagged: Tagged, first: int, stop: int) -> bool:
    """Whether a finite verb with a subject before it stands in the range."""
    bits, low = tagged.bits, tagged.low
    for at in range(first + 1, stop):
        b = bits[at]
        if b & (MODAL | AUXILIARY) and not b & (CONJUNCTION | PREPOSITION):
            return True
        if b & (VERB_PAST | VERB_S) and not bits[at - 1] & (DETERMINER | POSSESSIVE | PREPOSITION):
            return True
        if b & VERB_BASE and (bits[at - 1] & (PRONOUN | SUBJECT) or low[at - 1].endswith("s")):
            return True
    return False


def content_end(tagged: Tagged, use: Use, first: int) -> int:
    """Where a content that begins at ``first`` ends: at its sentence's end, or before what goes on
    with the same source (", but said …"), steps out of it (", according to …") or, in a relative
    clause, closes it (",").
    """
    low, bits = tagged.low, tagged.bits
    relative = _in_relative_clause(tagged, use)
    inside = tagged.quotation[first] if first < len(tagged.quotation) else -1
    for at in range(first + 1, use.end):
        q = tagged.quotation[at]
        if q >= 0 and q != inside:
            continue
        inside = -1
        if low[at] == ";" or (low[at] == "." and bits[at] & SIGN):
            return at
        if low[at] == ",":
            if relative or _steps_out(tagged, at, use):
                return at
        elif bits[at] & CONJUNCTION and _same_source_again(tagged, at, use):
            return at
    return use.end


def _in_relative_clause(tagged: Tagged, use: Use) -> bool:
    at = use.first - 1
    floor = max(use.start, at - 6)
    while at > floor:
        if tagged.low[at] in ("who", "which") or (
            tagged.low[at] == "that" and tagged.low[at - 1] in ("and", "group")
        ):
            return True
        if tagged.bits[at] & SIGN:
            return False
        at -= 1
    return False


def _steps_out(tagged: Tagged, comma: int, use: Use) -> bool:
    """Whether what follows a comma no longer belongs to the content before it."""
    low, bits = tagged.low, tagged.bits
    at = comma + 1
    if at >= use.end:
        return True
    if low[at] == "according":
        return True
    if bits[at] & CUE and bits[at] & VERB_ING:
        return True
    if bits[at] & CONJUNCTION:
        return _same_source_again(tagged, at, use) or _other_source(tagged, at + 1, use)
    return low[at] in ("while", "whereas", "although") and _other_source(tagged, at + 1, use)


def _same_source_again(tagged: Tagged, conjunction: int, use: Use) -> bool:
    """ "… and insists", "… but also said": a cue in the same form, without a subject of its own."""
    bits = tagged.bits
    at = conjunction + 1
    while at < use.end and bits[at] & (ADVERB | AUXILIARY) and not bits[at] & SUBJECT:
        at += 1
    if at >= use.end or not bits[at] & CUE or use.verb is None:
        return False
    form = bits[use.verb.head] & (VERB_PAST | VERB_S | VERB_BASE | VERB_ING)
    return bool(bits[at] & form) and at - conjunction <= 4


def _other_source(tagged: Tagged, first: int, use: Use) -> bool:
    """ "…, but Ukraine denies": a new subject with a cue of its own."""
    group = noun_group_right(tagged, first, use.end)
    if group is None:
        return False
    at = group.stop
    while at < use.end and tagged.bits[at] & (ADVERB | AUXILIARY | MODAL):
        at += 1
    return at < use.end and bool(tagged.bits[at] & CUE and tagged.bits[at] & VERB_FINITE)


def pieces(tagged: Tagged, first: int, stop: int) -> list[Range]:
    """A that-clause in its parts: "they were behind it and that their goal is …" is two."""
    found: list[Range] = []
    at = first
    for number in range(first + 1, stop - 1):
        if (
            tagged.bits[number] & CONJUNCTION
            and tagged.low[number + 1] == "that"
            and tagged.quotation[number] < 0
        ):
            part = trimmed(tagged, at, number)
            if part:
                found.append(part)
            at = number + 1
    last = trimmed(tagged, at, stop)
    return [*found, last] if last else found


def clause_start(tagged: Tagged, end: int, start: int) -> int:
    """Where the clause before ``end`` begins: after the sentence's opening conjunction or adverb."""
    at = start
    while at < end and (
        tagged.bits[at] & CONJUNCTION or tagged.low[at] in (",",) or tagged.bits[at] & DISCOURSE
    ):
        at += 1
    return at


__all__ = [
    "clause_start",
    "content_end",
    "has_clause",
    "pieces",
    "subject_left",
    "subject_right",
    "verb_group",
]
_UNUSED = (BE, CAPITAL, PREPOSITION, RELATIVE, SUBORDINATOR, WH)
