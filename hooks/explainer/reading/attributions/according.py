"""A phrase before the source: according to S, X — X, according to S."""

from explainer.lexicons.words import DETERMINER, POSSESSIVE
from explainer.reading.attributions.contents import clause_start
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.attributions.sources import with_apposition, with_clause
from explainer.reading.nouns import NounGroup, head_noun, noun_group_right
from explainer.reading.tagged import Tagged


def according(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """According to S, X — X, according to S."""
    if "before" not in use.cue.frames:
        return None
    group = noun_group_right(tagged, use.stop, use.end)
    if group is None or _is_measure(tagged, group):
        return None
    if use.first > use.start + 2 and tagged.low[use.first - 1] not in (":", ";"):
        group = with_apposition(tagged, group, use.end)
        content = trimmed(tagged, clause_start(tagged, use.first, use.start), use.first)
    else:
        at = with_clause(tagged, group.stop, use.end)
        group = NounGroup(group.first, at, group.core)
        while at < use.end and tagged.low[at] != ",":
            at += 1
        content = trimmed(tagged, at, use.end)
    return made("according", use, group, [content]) if content else None


def _is_measure(tagged: Tagged, group: NounGroup) -> bool:
    """ "according to *plan*", "sorted according to *size*": without an article nobody says it."""
    bare = not tagged.bits[group.first] & (DETERMINER | POSSESSIVE)
    return bare and head_noun(tagged, group) in tagged.lexicon.cues.measure
