"""What a time expression dates: its clause, only a thing that is named in it, or nothing.

"Clinton won Monday's debate" tells of a debate on Monday, and of nothing else on that day. "The worst
storm since 1982" compares, and tells nothing of 1982.
"""

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    MODAL,
    NEGATIVE,
    POSSESSIVE,
    VERB,
    VERB_FINITE,
    VERB_ING,
    VERB_PARTICIPLE,
)
from explainer.reading.attributions.finding import Range
from explainer.reading.nouns import is_nominal, noun_group_right
from explainer.reading.tagged import Tagged

#: What may stand before a noun that it tells more of: Monday's widely panned debate.
_QUALIFIES = ADVERB | VERB_PARTICIPLE | VERB_ING

#: How far before "since" stands what it is counted from: "the worst storm in Europe since".
_REACH = 8


def thing_dated(tagged: Tagged, place: Range, around: Range) -> Range | None:
    """The noun group that a time belongs to, where it does not date its whole clause.

    Args:
        tagged: the article.
        place: the tokens of the time expression.
        around: those of its clause.

    Returns:
        The tokens of "Monday's debate", "the 1996 law"; None where the time dates the clause: "at
        Monday's debate, …", "Monday's debate was long".
    """
    first = _first(tagged, place, around)
    noun = place[1] + (first == place[0])
    while noun + 1 < around[1] and tagged.bits[noun] & _QUALIFIES:
        noun += 1
    group = noun_group_right(tagged, noun, around[1]) if first is not None else None
    if first is None or group is None or _dates_clause(tagged, place, (first, group.stop), around):
        return None
    return first, group.stop


def _first(tagged: Tagged, place: Range, around: Range) -> int | None:
    """Where a noun group with that time begins, if the time stands in one before its noun."""
    first, stop = place
    if stop + 1 >= around[1]:
        return None
    if tagged.low[stop] in tagged.lexicon.times.glue["genitive"]:
        return first
    article = first > around[0] and tagged.bits[first - 1] & (DETERMINER | POSSESSIVE)
    return first - 1 if article and is_nominal(tagged, stop, first - 1) else None


def _dates_clause(tagged: Tagged, place: Range, group: Range, around: Range) -> bool:
    """Whether the clause is of the same time: at Monday's debate; Monday's debate was long."""
    glue, (first, stop) = tagged.lexicon.times.glue, group
    before = tagged.low[first - 1] if first > around[0] else ""
    genitive = tagged.low[place[1]] in glue["genitive"]
    if any(before in glue[role] for role in ("within", "since", "until")):
        return True
    if genitive and before in glue["on"]:
        return True
    verb = stop < around[1] and tagged.bits[stop] & (VERB_FINITE | AUXILIARY | MODAL)
    earlier = any(tagged.bits[at] & (VERB | MODAL) for at in range(around[0], first))
    return first == around[0] or bool(verb and not earlier)


def compares(tagged: Tagged, place: Range, around: Range) -> bool:
    """Whether a time is only compared with: more than in 1990, as against May, not seen since 1982."""
    glue, low = tagged.lexicon.times.glue, tagged.low
    before = range(max(around[0], place[0] - 2), place[0])
    if any(low[at] in glue["comparison"] for at in before):
        return True
    if not before or low[before[-1]] not in glue["since"]:
        return False
    reach = range(max(around[0], place[0] - _REACH), place[0] - 1)
    return any(low[at] in glue["record"] or _never(tagged, at) for at in reach)


def _never(tagged: Tagged, at: int) -> bool:
    """Whether a participle is negated there, and no verb: prices not seen since."""
    alone = not tagged.bits[at - 1] & (AUXILIARY | MODAL)
    return bool(alone and tagged.bits[at] & NEGATIVE and tagged.bits[at + 1] & VERB)
