"""Reported clauses: S said (that) X — S told R that X — S asked whether X — …, saying X."""

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CUE,
    DETERMINER,
    MODAL,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB_ING,
    WH,
)
from explainer.reading.attributions.contents import (
    content_end,
    has_clause,
    is_finite,
    opens_clause,
)
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.attributions.sources import subject
from explainer.reading.nouns import noun_group_right
from explainer.reading.subjects import before_adverbials
from explainer.reading.tagged import Tagged

#: "told a news conference in the capital on Tuesday evening that": "that" is no further off.
_REACH = 16
_INSERTION = 10
#: "two weeks ago", "the past few days": a time has no more words than that.
_LONGEST_TIME = 4


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
    end = content_end(tagged, use, first)
    content = trimmed(tagged, first, end)
    return made("clause", use, group, [content]) if content else None


def _marked(tagged: Tagged, use: Use) -> int | None:
    """The "that", "whether" or colon that opens the clause, after a recipient if there is one."""
    low, bits = tagged.low, tagged.bits
    at, told = use.stop, False
    while at < min(use.end, use.stop + _REACH):
        outside = tagged.quotation[at] < 0
        if bits[at] & THAT and outside and at + 1 < use.end:
            plain = use.cue.frames & {"clause", "that"} and not told
            fits = plain and not _has_object(tagged, use, at)
            return at if fits and _opens_clause(tagged, at, use.end) else None
        if low[at] == ":":
            return None if told else at + 1
        if low[at] in tagged.lexicon.cues.nouns and not _is_where(tagged, use):
            return None
        asks = at == use.stop and "wh" in use.cue.frames
        if bits[at] & WH and outside and (asks or not bits[at] & RELATIVE):
            opens = has_clause(tagged, at, use.end) and not told
            return at if opens and not _has_object(tagged, use, at) else None
        if low[at] == ";" or _is_infinitive(tagged, at) or (bits[at] & CUE and bits[at] & VERB_ING):
            return None
        if low[at] == ",":
            # "told the council, which met in Geneva, that": what stands between commas is left out.
            near = range(at + 1, min(at + _INSERTION, use.end))
            at = next((n for n in near if low[n] == ","), use.end)
        told = told or (at > use.stop and at < use.end and is_finite(tagged, at))
        at += 1
    return None


def _opens_clause(tagged: Tagged, that: int, end: int) -> bool:
    """Whether "that" opens a clause; in "found *that coin*" it tells which coin."""
    opens = DETERMINER | POSSESSIVE | PRONOUN | CAPITAL | NUMBER
    return bool(tagged.bits[that + 1] & opens) or has_clause(tagged, that, end)


def _is_infinitive(tagged: Tagged, at: int) -> bool:
    """Whether a "to" has a verb after it; "complained to the mayor that" has a recipient."""
    noun = DETERMINER | PRONOUN | CAPITAL | POSSESSIVE
    return bool(tagged.bits[at] & TO) and not tagged.bits[at + 1] & noun


def _has_object(tagged: Tagged, use: Use, marker: int) -> bool:
    """Whether the cue has an object to which the clause belongs: "rejected *a plan* that was old"."""
    frames, at = use.cue.frames, use.stop
    if at >= marker or tagged.low[at] == ",":
        return False
    if tagged.bits[at] & PREPOSITION:
        return tagged.low[at] in frames and not tagged.bits[at] & TO
    if "np" not in frames or "rcpt" in frames:
        return False
    return before_adverbials(tagged, marker, at) > at


def _is_where(tagged: Tagged, use: Use) -> bool:
    """ "said *in a statement* that": the noun tells where it was said, the verb that it was."""
    frames = use.cue.frames
    return "quote" in frames and "np" not in frames and bool(tagged.bits[use.stop] & PREPOSITION)


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
    """Steps over "Tuesday", "last month", "in a statement", "on Monday" between cue and clause."""
    bits = tagged.bits
    if at < use.end and bits[at] & PREPOSITION and not bits[at] & (SUBORDINATOR | DETERMINER | TO):
        group = noun_group_right(tagged, at + 1, use.end)
        stop = group.stop if group else at
    else:
        stop = _after_time(tagged, at, use.end)
    opens = stop < use.end and bits[stop] & (PRONOUN | DETERMINER | POSSESSIVE | CAPITAL)
    return stop if opens else at


def _after_time(tagged: Tagged, at: int, end: int) -> int:
    """Where the time that begins at a token ends: the token itself if none does."""
    stop = at
    steps = tagged.lexicon.times.steps
    for word in range(at, min(end, at + _LONGEST_TIME)):
        bits = tagged.bits[word]
        if bits & TIME and not bits & (AUXILIARY | MODAL):
            stop = word + 1
        elif not bits & (DETERMINER | NUMBER) and tagged.low[word] not in steps:
            break
    return stop
