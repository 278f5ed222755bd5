"""What is rejected, supported, called for: S rejected X — S called for X — S denies having X."""

from explainer.lexicons.words import (
    AS,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MODAL,
    PREPOSITION,
    PRONOUN,
    SIGN,
    SUBORDINATOR,
    THAT,
    TO,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
)
from explainer.reading.attributions.contents import content_end, is_saying, without_time
from explainer.reading.attributions.finding import Context, Finding, Range, Use, made, trimmed
from explainer.reading.attributions.noun import is_modifier, is_relative
from explainer.reading.attributions.sources import is_deed, subject
from explainer.reading.nouns import noun_group_right
from explainer.reading.tagged import Tagged

#: A person told is named in few words: "told the members of the council about".
_REACH = 7
#: "expressed *her full and lasting* support"
_FEW = 5


def noun_object(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S rejected X — S called for X — S denies having X."""
    if use.verb is None or use.verb.passive or use.stop >= use.end:
        return None
    first = _object_after(tagged, use)
    if first is None or first >= use.end or not _opens_noun_group(tagged, first):
        return None
    group = subject(tagged, use, context)
    stop = content_end(tagged, use, first, bare=True)
    content = trimmed(tagged, first, without_time(tagged, first, stop))
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
        fits = "saying" not in frames or _takes_ing(tagged, at + 1, saying=True)
        return at + 1 if fits else None
    if "said" in frames and is_deed(tagged, use, noun_group_right(tagged, at, use.end)):
        return None
    if "np" in frames and _carries(tagged, use):
        # "expressed *support for* the plan": the noun is the cue.
        return None
    if "np" in frames or ("ing" in frames and _takes_ing(tagged, at, saying="saying" in frames)):
        return at
    if "as" in frames and _as_follows(tagged, at, use.end):
        return at
    return _after_recipient(tagged, use) if "rcpt" in frames and "np" not in frames else None


def _takes_ing(tagged: Tagged, at: int, *, saying: bool) -> bool:
    """Whether "denied *knowing*" stands there, or, of words of speech alone, "avoided *confirming*"."""
    return bool(tagged.bits[at] & VERB_ING) and (not saying or bool(tagged.bits[at] & CUE))


def _carries(tagged: Tagged, use: Use) -> bool:
    """Whether a light verb has a noun for what is said as its object, and a content behind that."""
    low, nouns = tagged.low, tagged.lexicon.cues.nouns
    if use.verb is None or low[use.verb.head] not in tagged.lexicon.cues.light:
        return False
    at = use.stop
    while (
        at < min(use.end, use.stop + _FEW) and low[at] not in nouns and is_modifier(tagged.bits[at])
    ):
        at += 1
    noun = nouns.get(low[at]) if at < use.end else None
    if noun is None or at + 1 >= use.end:
        return False
    after = tagged.bits[at + 1]
    clause = after & THAT and "clause" in noun.frames and not is_relative(tagged, at + 1)
    return low[at + 1] in noun.frames or bool(clause or (after & TO and "inf" in noun.frames))


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
