"""What is rejected, supported, called for: S rejected X — S called for X — S denies having X."""

from explainer.lexicons.words import (
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    SIGN,
    SUBORDINATOR,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
)
from explainer.reading.attributions.contents import content_end
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.attributions.sources import subject
from explainer.reading.tagged import Tagged


def noun_object(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S rejected X — S called for X — S denies having X."""
    if use.verb is None or use.verb.passive or use.stop >= use.end:
        return None
    first = _object_after(tagged, use)
    if first is None or first >= use.end or not _opens_noun_group(tagged, first):
        return None
    group = subject(tagged, use, context)
    content = trimmed(tagged, first, content_end(tagged, use, first))
    if group is None or content is None:
        return None
    finding = made("noun_object", use, group, [content])
    finding.cue = (use.first, max(first, use.stop))
    return finding


def _object_after(tagged: Tagged, use: Use) -> int | None:
    """Where the object begins: after the cue, or after the preposition that its frame names."""
    at, frames = use.stop, use.cue.frames
    if tagged.bits[at] & PREPOSITION and tagged.low[at] in frames:
        return at + 1
    if "np" in frames or ("ing" in frames and tagged.bits[at] & VERB_ING):
        return at
    return None


def _opens_noun_group(tagged: Tagged, first: int) -> bool:
    bits = tagged.bits[first]
    if tagged.quotation[first] >= 0 or bits & (PRONOUN | DETERMINER):
        return True
    if bits & VERB_PAST and not bits & VERB_PARTICIPLE:
        return False
    return not bits & (SIGN | PREPOSITION | SUBORDINATOR | CONJUNCTION)
