"""An adverb that tells of somebody's word and names nobody: X reportedly Y — reportedly, X."""

from explainer.lexicons.words import (
    ADVERB,
    CUE,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    WH,
)
from explainer.reading.attributions.contents import content_end, has_clause, is_finite
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.subjects import noun_group_left
from explainer.reading.tagged import Tagged

#: Words that open a clause, but may as well stand in one: "more than", "shortly after".
_OTHER = TO | THAT | WH | PREPOSITION
_SIGNS = frozenset({",", "-", "--", "–", "—"})


def adverb(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """X reportedly Y — reportedly, X."""
    if "adverb" not in use.cue.frames or use.stop >= use.end or not _tells_clause(tagged, use):
        return None
    rest = trimmed(tagged, use.stop, _end(tagged, use))
    if rest is None:
        return None
    if use.first == use.start:
        return made("adverb", use, None, [rest]) if has_clause(tagged, *rest) else None
    first = _subject(tagged, use)
    return made("adverb", use, None, [(first, use.first), rest]) if first is not None else None


def _end(tagged: Tagged, use: Use) -> int:
    """Before the first remark or circumstance: "reportedly fell, …", "reportedly fell *as* …"."""
    first = use.stop + 1 if tagged.low[use.stop] == "," else use.stop
    for at in range(first + 1, content_end(tagged, use, first)):
        bits = tagged.bits[at]
        if tagged.low[at] in _SIGNS or (bits & SUBORDINATOR and not bits & _OTHER):
            return at
    return content_end(tagged, use, first)


def _tells_clause(tagged: Tagged, use: Use) -> bool:
    """No: "a *reportedly* rich man", "died, *reportedly* of cold", "*reportedly* said that …"."""
    before = tagged.bits[use.first - 1] if use.first > use.start else 0
    if before & (DETERMINER | POSSESSIVE) and not before & PRONOUN:
        return False
    verb = use.stop
    while verb + 1 < use.end and tagged.bits[verb] & ADVERB:
        verb += 1
    return not tagged.bits[verb] & (PREPOSITION | CUE)


def _subject(tagged: Tagged, use: Use) -> int | None:
    """Where the subject of the clause begins, before what stands of its verb: "*it* was reportedly"."""
    if tagged.low[use.first - 1] == ",":
        # "The mill, *reportedly* sold in May, burned"
        return None
    verb = use.first
    while verb > use.start and is_finite(tagged, verb - 1) and tagged.bits[verb - 1] & ~VERB:
        verb -= 1
    group = noun_group_left(tagged, verb, use.start)
    if group is None or tagged.bits[group.first] & RELATIVE:
        return None
    return group.first
