"""What was said of the thing before: a plan *which S said was unsafe*."""

from explainer.lexicons.words import AUXILIARY, MODAL, RELATIVE, VERB_PAST, VERB_S
from explainer.reading.attributions.contents import content_end
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.subjects import noun_group_left
from explainer.reading.tagged import Tagged

_FINITE = AUXILIARY | MODAL | VERB_S | VERB_PAST


def fronted(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """A plan which S said was unsafe: the relative word is the subject of what was said."""
    if use.verb is None or use.verb.passive or not use.verb.finite or use.stop >= use.end:
        return None
    if not use.cue.frames & {"clause", "that"} or not tagged.bits[use.stop] & _FINITE:
        return None
    group = noun_group_left(tagged, use.first, use.start)
    if group is None or group.first <= use.start or tagged.bits[group.first] & RELATIVE:
        return None
    relative = group.first - 1
    if not tagged.bits[relative] & RELATIVE or tagged.quotation[relative] >= 0:
        return None
    rest = trimmed(tagged, use.stop, content_end(tagged, use, use.stop))
    return made("fronted", use, group, [(relative, group.first), rest]) if rest else None
