"""A clause with "as": As S noted, X — X, as S said on Monday."""

from explainer.lexicons.words import AS
from explainer.reading.attributions.contents import clause_start, has_clause
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.nouns import NounGroup
from explainer.reading.subjects import noun_group_left
from explainer.reading.tagged import Tagged

#: "noted in the newspaper on Monday": more words than that before the comma are something else.
_LONGEST_ADVERBIAL = 10


def as_said(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """As S noted, X — X, as S said on Monday."""
    if use.verb is None or "post" not in use.cue.frames or use.verb.passive:
        return None
    group = noun_group_left(tagged, use.first, use.start)
    if group is None or group.first <= use.start - 1 or not _follows_as(tagged, group, use):
        return None
    at = group.first - 1
    content = _after(tagged, use) if at == use.start else _before(tagged, use, at)
    return made("as_said", use, group, [content]) if content else None


def _follows_as(tagged: Tagged, group: NounGroup, use: Use) -> bool:
    return group.first > use.start and bool(tagged.bits[group.first - 1] & AS)


def _after(tagged: Tagged, use: Use) -> tuple[int, int] | None:
    """What follows the comma behind the cue."""
    stop = min(use.end, use.stop + _LONGEST_ADVERBIAL)
    comma = next((n for n in range(use.stop, stop) if tagged.low[n] == ","), None)
    if comma is None or has_clause(tagged, use.stop, comma):
        return None
    content = trimmed(tagged, comma, use.end)
    return content if content and has_clause(tagged, *content) else None


def _before(tagged: Tagged, use: Use, at: int) -> tuple[int, int] | None:
    """What stands before ", as S said"."""
    if tagged.low[at - 1] != "," or use.end - use.stop > _LONGEST_ADVERBIAL:
        return None
    content = trimmed(tagged, clause_start(tagged, at, use.start), at)
    return content if content and has_clause(tagged, *content) else None
