"""Reported clauses: S said (that) X — S told R that X — S asked whether X — …, saying X."""

from explainer.lexicons.words import (
    ADVERB,
    CAPITAL,
    CUE,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB_ING,
    WH,
)
from explainer.reading.attributions.contents import (
    content_end,
    has_clause,
    opens_clause,
    pieces,
)
from explainer.reading.attributions.finding import Context, Finding, Use, made
from explainer.reading.attributions.sources import subject
from explainer.reading.nouns import noun_group_right
from explainer.reading.tagged import Tagged

#: "told a news conference in the capital on Tuesday evening that": "that" is no further off.
_REACH = 16
_INSERTION = 10


def clause(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S said (that) X — S told R that X — …, saying X."""
    if use.verb is None or use.verb.passive or not use.cue.frames & {"clause", "that", "wh"}:
        return None
    first = _marked(tagged, use)
    if first is None and "clause" in use.cue.frames:
        first = _unmarked(tagged, use)
    if first is None:
        return None
    group = subject(tagged, use, context)
    if group is None:
        return None
    found = pieces(tagged, first, content_end(tagged, use, first))
    return made("clause", use, group, found) if found else None


def _marked(tagged: Tagged, use: Use) -> int | None:
    """The "that", "whether" or colon that opens the clause, after a recipient if there is one."""
    low, bits = tagged.low, tagged.bits
    for at in range(use.stop, min(use.end, use.stop + _REACH)):
        outside = tagged.quotation[at] < 0
        if bits[at] & THAT and outside and at + 1 < use.end:
            plain = bool(use.cue.frames & {"clause", "that"}) and not has_clause(
                tagged, use.stop, at
            )
            return at if plain else None
        if low[at] == ":":
            return at + 1
        if low[at] in tagged.lexicon.cues.nouns:
            return None
        if bits[at] & WH and not bits[at] & RELATIVE and outside:
            return at if has_clause(tagged, at, use.end) else None
        if low[at] == ";" or bits[at] & TO or (bits[at] & CUE and bits[at] & VERB_ING):
            return None
        if low[at] == "," and "," not in low[at + 1 : min(at + _INSERTION, use.end)]:
            return None
    return None


def _unmarked(tagged: Tagged, use: Use) -> int | None:
    """A clause without "that", after a recipient, an adverb or a short adverbial."""
    at = use.stop
    if "rcpt" in use.cue.frames:
        recipient = noun_group_right(tagged, at, use.end)
        at = recipient.stop if recipient else at
    other = DETERMINER | PRONOUN | PREPOSITION | SUBJECT
    while at < use.end and tagged.bits[at] & ADVERB and not tagged.bits[at] & other:
        at += 1
    at = _after_adverbial(tagged, at, use)
    return at if at < use.end and opens_clause(tagged, at, use.end) else None


def _after_adverbial(tagged: Tagged, at: int, use: Use) -> int:
    """Steps over "Tuesday", "in a statement", "on Monday" between cue and clause."""
    bits = tagged.bits
    if at < use.end and tagged.low[at] in tagged.lexicon.times.weekdays:
        return at + 1
    if at < use.end and bits[at] & PREPOSITION and not bits[at] & (SUBORDINATOR | DETERMINER):
        group = noun_group_right(tagged, at + 1, use.end)
        if group and group.stop < use.end and bits[group.stop] & (PRONOUN | DETERMINER | CAPITAL):
            return group.stop
    return at
