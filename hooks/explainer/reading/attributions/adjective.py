"""A state of mind: S is confident that X — S is critical of X."""

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BE,
    MODAL,
    NEGATIVE,
    NUMBER,
    PERSON,
    PREPOSITION,
    PRONOUN,
    THAT,
    TO,
    WH,
)
from explainer.reading.attributions.contents import content_end
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.attributions.infinitive import opens_infinitive
from explainer.reading.subjects import noun_group_left
from explainer.reading.tagged import Tagged


def adjective(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S is confident that X — S is critical of X."""
    if "adjective" not in use.cue.frames or use.stop >= use.end:
        return None
    first = _copula(tagged, use)
    if first is None:
        return None
    if not _content_follows(tagged, use):
        return None
    group = noun_group_left(tagged, first, use.start)
    if group is None or _is_nobody(tagged.bits[group.first]):
        return None
    preposition = tagged.bits[use.stop] & PREPOSITION and not tagged.bits[use.stop] & (TO | WH)
    opening = use.stop + 1 if preposition else use.stop
    content = trimmed(
        tagged, opening, content_end(tagged, use, opening, bare=not tagged.bits[opening] & THAT)
    )
    if content is None:
        return None
    finding = made("adjective", use, group, [content])
    finding.cue = (first, opening)
    finding.negative = any(tagged.bits[at] & NEGATIVE for at in range(first, use.first))
    return finding


def _content_follows(tagged: Tagged, use: Use) -> bool:
    """A clause, an infinitive, or a preposition that the frame names; the sky is clear *to the west*."""
    if " " in use.cue.lemma:
        return True
    bits = tagged.bits[use.stop]
    if bits & TO:
        return opens_infinitive(tagged, use.stop, use.end)
    return bool(bits & (THAT | WH)) or tagged.low[use.stop] in use.cue.frames


def _copula(tagged: Tagged, use: Use) -> int | None:
    """The first token of "is", "has long been" … before the adjective."""
    at = use.first - 1
    while at > use.start and tagged.bits[at] & (ADVERB | NUMBER):
        at -= 1
    if at <= use.start or not tagged.bits[at] & BE:
        return None
    while at > use.start and tagged.bits[at - 1] & (AUXILIARY | MODAL | ADVERB):
        at -= 1
    return at


def _is_nobody(bits: int) -> bool:
    """ "it" and "there" are no source: "it is clear that"."""
    return bool(bits & PRONOUN or not bits & ~ADVERB) and not bits & PERSON
