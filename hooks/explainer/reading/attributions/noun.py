"""A noun for what was said: S's claim that X — the denials of S."""

from explainer.lexicons.words import AUXILIARY, LINKING, POSSESSIVE, PREPOSITION, SIGN, THAT, TO
from explainer.reading.attributions.contents import before_predicate, content_end, has_clause
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.nouns import NounGroup, left_edge, noun_group_right
from explainer.reading.tagged import Tagged

#: "his long and bitter complaints": no owner stands further from its noun.
_REACH = 4


def noun(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S's claim that X — the denials of S."""
    if use.verb is not None or use.cue.frames & {"before", "adjective"} or use.stop >= use.end:
        return None
    if context.last and any(first == use.stop for first, _ in context.last.content):
        # "said in a *statement* that": the verb has what was said.
        return None
    owner = _owner(tagged, use)
    if _content_follows(tagged, use, owner):
        first = use.stop
        if tagged.bits[first] & PREPOSITION and not tagged.bits[first] & (THAT | TO):
            first += 1
        end = content_end(tagged, use, first, bare=not tagged.bits[first] & THAT)
        content = trimmed(tagged, first, before_predicate(tagged, first, end))
        if content is None:
            return None
        finding = made("noun", use, owner, [content])
        finding.cue = (use.first, first)
        return finding
    if owner is None and "np" in use.cue.frames and tagged.bits[use.stop] & LINKING:
        group = noun_group_right(tagged, use.stop + 1, use.end)
        return made("noun-of", use, group, []) if group else None
    return None


def _content_follows(tagged: Tagged, use: Use, owner: NounGroup | None) -> bool:
    bits, frames = tagged.bits[use.stop], use.cue.frames
    if bits & THAT:
        return "clause" in frames and has_clause(tagged, use.stop, use.end)
    if owner is None:
        return False
    if bits & TO and "inf" in frames:
        return True
    return bool(bits & PREPOSITION) and tagged.low[use.stop] in frames


def _owner(tagged: Tagged, use: Use) -> NounGroup | None:
    """ "his", or the noun group before "'s"."""
    at = use.first - 1
    other = POSSESSIVE | SIGN | PREPOSITION | AUXILIARY
    while at > use.start and not tagged.bits[at] & other and use.first - at < _REACH:
        at -= 1
    if at < use.start:
        return None
    if tagged.bits[at] & POSSESSIVE:
        return NounGroup(at, at + 1, at + 1)
    if tagged.low[at] in ("'s", "'"):
        first = left_edge(tagged, at, use.start)
        return NounGroup(first, at, at) if first is not None else None
    return None
