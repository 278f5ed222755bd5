"""What was said of the thing before: a plan *which S said was unsafe*, *which S vowed to drop*."""

from explainer.lexicons.words import (
    AS,
    AUXILIARY,
    CAPITAL,
    MODAL,
    NUMBER,
    PREPOSITION,
    RELATIVE,
    THAT,
    TIME,
    TO,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.attributions.contents import content_end
from explainer.reading.attributions.finding import Context, Finding, Range, Use, made, trimmed
from explainer.reading.attributions.infinitive import opens_infinitive
from explainer.reading.subjects import noun_group_left
from explainer.reading.tagged import Tagged

_FINITE = AUXILIARY | MODAL | VERB_S | VERB_PAST
_ENDS = frozenset({",", ";", ")", "-", "--", "–", "—"})


def fronted(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """A plan which S said was unsafe: the relative word belongs to what was said."""
    if use.verb is None or use.verb.passive or not use.verb.finite:
        return None
    group = noun_group_left(tagged, use.first, use.start)
    if group is None or group.first <= use.start or tagged.bits[group.first] & RELATIVE:
        return None
    relative = group.first - 1
    if not tagged.bits[relative] & RELATIVE or tagged.quotation[relative] >= 0:
        return None
    last = tagged.bits[group.core - 1]
    if tagged.bits[relative - 1] & PREPOSITION or (last & (TIME | NUMBER) and not last & CAPITAL):
        # "a speech in which he said", "a speech that last year drew": it is no object there.
        return None
    rest = _rest(tagged, use, relative)
    return (
        made("fronted", use, group, [(relative, group.first), *rest]) if rest is not None else None
    )


def _rest(tagged: Tagged, use: Use, relative: int) -> list[Range] | None:
    """What was said of the thing; None where nothing in the clause belongs to the relative word."""
    frames, at = use.cue.frames, use.stop
    if at >= use.end or tagged.low[at] in _ENDS:
        # "a plan which the mayor opposes": it is all that he opposes.
        return [] if "np" in frames and "rcpt" not in frames else None
    bits = tagged.bits[at]
    clause = frames & {"clause", "that"}
    if "np" in frames and not clause and bits & _FINITE:
        return []
    fits = bool(clause and bits & _FINITE)
    if not tagged.bits[relative] & THAT:
        # "so angry that the mayor wants to leave": only "which" and "who" tell of the thing before.
        fits = fits or bool("as" in frames and bits & AS)
        fits = fits or (
            "inf" in frames and bool(bits & TO) and opens_infinitive(tagged, at, use.end)
        )
    rest = trimmed(tagged, at, content_end(tagged, use, at)) if fits else None
    return [rest] if rest else None
