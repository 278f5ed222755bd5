"""What is rejected, supported, called for: S rejected X — S called for X — S denies having X."""

from explainer.lexicons.words import (
    AS,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    PREPOSITION,
    PRONOUN,
    SIGN,
    SUBORDINATOR,
    VENUE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WHERE,
)
from explainer.reading.attributions.contents import content_end, has_clause, is_saying
from explainer.reading.attributions.finding import Context, Finding, Range, Use, made, trimmed
from explainer.reading.attributions.sources import is_deed, subject
from explainer.reading.nouns import noun_group_right
from explainer.reading.subjects import before_adverbials
from explainer.reading.tagged import Tagged

#: A person told is named in few words: "told the members of the council about".
_REACH = 7


def noun_object(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S rejected X — S called for X — S denies having X."""
    if use.verb is None or use.verb.passive or use.stop >= use.end:
        return None
    first = _object_after(tagged, use)
    if first is None or first >= use.end or not _opens_noun_group(tagged, first):
        return None
    group = subject(tagged, use, context)
    stop = content_end(tagged, use, first, bare=True)
    content = trimmed(tagged, first, _without_time(tagged, first, stop))
    if group is None or content is None or (stop < use.end and is_saying(tagged, stop, use.end)):
        # "commented on the flood, saying that …": the other cue has what was said.
        return None
    if "named" in use.cue.frames and _is_name_alone(tagged, content):
        return None
    finding = made("noun_object", use, group, [content])
    finding.cue = (use.first, max(first, use.stop))
    return finding


def _object_after(tagged: Tagged, use: Use) -> int | None:
    """Where the object begins: after the cue, or after the preposition that its frame names."""
    at, frames = use.stop, use.cue.frames
    if tagged.bits[at] & PREPOSITION and tagged.low[at] in frames:
        return at + 1
    if "said" in frames and is_deed(tagged, use, noun_group_right(tagged, at, use.end)):
        return None
    if "np" in frames or ("ing" in frames and tagged.bits[at] & VERB_ING):
        return at
    if "as" in frames and _as_follows(tagged, at, use.end):
        return at
    return _after_recipient(tagged, use) if "rcpt" in frames and "np" not in frames else None


def _after_recipient(tagged: Tagged, use: Use) -> int | None:
    """ "briefed *the council* on the dam": the object stands behind the person told."""
    for at in range(use.stop + 1, min(use.end - 1, use.stop + _REACH)):
        bits = tagged.bits[at]
        if bits & PREPOSITION and tagged.low[at] in use.cue.frames:
            return at + 1
        if bits & (SIGN | SUBORDINATOR | VERB_PAST) or tagged.quotation[at] >= 0:
            return None
    return None


def _is_name_alone(tagged: Tagged, content: Range) -> bool:
    """ "called *her*", "a firm called *Acme Works*": nobody is said to be anything."""
    first, stop = content
    if tagged.quotation[stop - 1] >= 0:
        return False
    group = noun_group_right(tagged, first, stop)
    if group is None or not tagged.bits[group.stop - 1] & (CAPITAL | PRONOUN):
        return False
    return group.stop == stop or bool(tagged.bits[group.stop] & (AUXILIARY | MODAL))


def _without_time(tagged: Tagged, first: int, stop: int) -> int:
    """ "endorsed the plan *on Tuesday*": the time is that of the saying."""
    if has_clause(tagged, first, stop):
        return stop
    stop = before_adverbials(tagged, stop, first)
    place = _place_of_saying(tagged, first, stop)
    return stop if place is None else before_adverbials(tagged, place, first)


def _place_of_saying(tagged: Tagged, first: int, stop: int) -> int | None:
    """ "endorsed the plan *in an interview with the Herald*": where it was said."""
    for at in range(first + 1, stop - 1):
        if tagged.bits[at] & WHERE and tagged.quotation[at] < 0:
            group = noun_group_right(tagged, at + 1, stop)
            if group and any(bits & VENUE for bits in tagged.bits[at + 1 : group.stop]):
                return at
    return None


def _as_follows(tagged: Tagged, at: int, end: int) -> bool:
    """Whether the object is called something: "sees the mayor *as* a friend"."""
    group = noun_group_right(tagged, at, end)
    return group is not None and group.stop < end and bool(tagged.bits[group.stop] & AS)


def _opens_noun_group(tagged: Tagged, first: int) -> bool:
    bits = tagged.bits[first]
    if tagged.quotation[first] >= 0 or bits & (PRONOUN | DETERMINER):
        return True
    if bits & VERB_PAST and not bits & VERB_PARTICIPLE:
        return False
    return not bits & (SIGN | PREPOSITION | SUBORDINATOR | CONJUNCTION)
