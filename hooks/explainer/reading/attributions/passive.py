"""The source after "by", or none: X was viewed by S — it is believed that X."""

from explainer.lexicons.words import BY, RELATIVE, THAT, TO
from explainer.reading.attributions.contents import content_end
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.nouns import noun_group_right
from explainer.reading.subjects import noun_group_left
from explainer.reading.tagged import Tagged

_REACH = 12


def passive(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """X was viewed by S — it is believed that X."""
    if use.verb is None or not use.verb.passive:
        return None
    by = _by_after(tagged, use)
    if by is not None:
        group = noun_group_right(tagged, by + 1, use.end)
        content = noun_group_left(tagged, use.first, use.start)
        if group is None or content is None or tagged.bits[content.first] & RELATIVE:
            return None
        return made("passive", use, group, [(content.first, content.stop)])
    at = use.stop
    if at < use.end and tagged.bits[at] & THAT and "clause" in use.cue.frames:
        said = trimmed(tagged, at, content_end(tagged, use, at))
        return made("passive", use, None, [said]) if said else None
    return None


def _by_after(tagged: Tagged, use: Use) -> int | None:
    for at in range(use.stop, min(use.end, use.stop + _REACH)):
        if tagged.bits[at] & BY:
            return at
        if tagged.low[at] in (",", ";") or tagged.bits[at] & (THAT | TO):
            return None
    return None
