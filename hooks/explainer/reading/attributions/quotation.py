"""Quoted speech: S said: “Q” — “Q,” S said — “Q,” said S — “Q1,” S said, “Q2”."""

from explainer.lexicons.words import (
    ADVERB,
    AS,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SIGN,
    SUBORDINATOR,
    THAT,
    WH,
)
from explainer.reading.attributions.contents import clause_start, has_clause
from explainer.reading.attributions.finding import Context, Finding, Range, Use, made
from explainer.reading.attributions.sources import subject, subject_between, subject_right
from explainer.reading.tagged import Tagged

#: Between a quotation and its cue there is a source, at most one with a long apposition.
_REACH_BACK = 30
_REACH_ON = 12
#: Fewer quoted words inside a sentence are a part of it, not a speech of their own.
_FEW = 3

_STOPS = frozenset({",", ".", "?", "!", "…", "--", "-"})
_CALLS = frozenset({"?", "!", "…"})
_DASHES = frozenset({",", "-", "--", "—", "–"})
_MARKS = frozenset({"'", "”", '"', "''"})
_OPENS_SPEECH = frozenset({":", ";", "(", "-", "--", "—", "–"})
_BEFORE_SPEECH = frozenset({",", ":", "-", "--", "—"})


def quotation(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S said: “Q” — “Q,” S said — “Q,” said S — “Q1,” S said, “Q2” — said S: “Q”."""
    if use.verb is None:
        return None
    before, after = _speech_before(tagged, use), _speech_after(tagged, use)
    if "quote" not in use.cue.frames:
        # “It will not last,” he predicted: any cue, if nothing else can be its content.
        before, after = (before if _closes(tagged, use) else None), None
    if use.participle and after is not None:
        # She read “Morning Song,” *adding*, “Q”: what stands before it is not what was added.
        before = None
    if before is not None and not (_is_taken(before, context) or _is_new_clause(tagged, before[1])):
        return _behind(tagged, use, before, after)
    if use.first == use.start and "quote" in use.cue.frames and not use.participle:
        group = subject_right(tagged, use)
        after = _speech_after(tagged, use, group.stop) if group else None
        return made("quotation-after", use, group, [after]) if after else None
    if after is not None and not use.verb.passive:
        group = subject(tagged, use, context)
        return made("quotation-after", use, group, [after]) if group else None
    return None


def _behind(tagged: Tagged, use: Use, before: Range, after: Range | None) -> Finding | None:
    """“Q,” S said — “Q,” said S — “Q1,” S said, “Q2”."""
    group, stop = subject_between(tagged, use, before[1]), use.stop
    if group is None and use.participle:
        return None
    if group is None and use.verb and not use.verb.passive:
        group = subject_right(tagged, use)
        stop = group.stop if group else stop
        after = _speech_after(tagged, use, stop) if group else None
    if after is not None and _is_new_clause(tagged, stop):
        # “Q,” she said, *but* then, “R,” he said
        after = None
    content = [before, after] if after else [before]
    return made("quotation-before", use, group, content) if group else None


def _closes(tagged: Tagged, use: Use) -> bool:
    """Whether nothing follows the cue in its clause."""
    return use.stop >= use.end or tagged.low[use.stop] in (",", ".")


def _is_taken(speech: Range, context: Context) -> bool:
    """Whether an earlier cue of the sentence has these words: "A said “Q”, and B said that …"."""
    earlier = context.last.content if context.last else []
    return any(first < speech[1] and speech[0] < stop for first, stop in earlier)


def _is_new_clause(tagged: Tagged, at: int) -> bool:
    """Whether a conjunction follows the quotation: what comes then is another clause."""
    low = tagged.low
    while at < len(low) and low[at] in _DASHES:
        at += 1
    return at < len(low) and bool(tagged.bits[at] & CONJUNCTION)


def _speech_before(tagged: Tagged, use: Use) -> Range | None:
    """A quotation that ends where the cue's own clause begins."""
    for at in range(use.first - 1, max(use.start - 1, use.first - _REACH_BACK), -1):
        if tagged.quotation[at] >= 0:
            return _as_speech(tagged, at, use)
        if tagged.low[at - 1] in (";", ".", ":") and tagged.bits[at - 1] & SIGN:
            return None
    return _called_out(tagged, use)


def _called_out(tagged: Tagged, use: Use) -> Range | None:
    """A quotation just before the sentence: “Is it safe?” Anna asked. “It is safe.” Anna said."""
    at = use.start - 1
    if at < 1 or tagged.quotation[at] < 0 or use.first - use.start > _REACH_ON:
        return None
    if use.verb is None or use.verb.negative or tagged.opens_block(use.start):
        return None
    end = tagged.low[at - 1]
    if not (end in _CALLS and _is_whole(tagged, use)) and not (end == "." and use.stop >= use.end):
        return None
    return tagged.quoted[tagged.quotation[at]]


def _is_whole(tagged: Tagged, use: Use) -> bool:
    """Whether nothing that could be said with it follows the cue: "asked *as she left*"."""
    at = use.stop
    while at < use.end and tagged.bits[at] & ADVERB:
        at += 1
    if at >= use.end or tagged.low[at] == ",":
        # “When?” she asked, “how?” but no: “When?” She answered, “Soon.”
        return at + 1 >= use.end or tagged.quotation[at + 1] < 0
    circumstance = tagged.bits[at] & (SUBORDINATOR | AS) and not tagged.bits[at] & (THAT | WH)
    return bool(circumstance) or _ends_sentence(tagged, use)


def _ends_sentence(tagged: Tagged, use: Use) -> bool:
    """Whether no clause follows the cue, nor what could open one."""
    if has_clause(tagged, use.stop, use.end):
        return False
    return not any(tagged.bits[at] & (THAT | WH) for at in range(use.stop, use.end))


def _as_speech(tagged: Tagged, last: int, use: Use) -> Range | None:
    """The quotation around a token, if it is a clause of its own: a comma or more ends it."""
    low = tagged.low
    first, stop = tagged.quoted[tagged.quotation[last]]
    end = last - 1
    while end > first and low[end] in _MARKS:
        end -= 1
    ends = end > first and low[end] in _STOPS
    follows = last + 1 < len(low) and low[last + 1] in _DASHES
    if not (ends or follows):
        return None
    return _opening(tagged, first, use), stop


def _opening(tagged: Tagged, first: int, use: Use) -> int:
    """Where the clause begins that a quotation at ``first`` ends: “In May,” she said, is all of it.

    Words before it in the same sentence are part of what was said, unless a sign or a capital opens
    the quotation as a speech of its own.
    """
    start = first
    while start > use.start and not tagged.bits[start - 1] & SIGN:
        start -= 1
    if start <= use.start or _goes_on(tagged, first, use):
        return min(first, clause_start(tagged, first, use.start))
    return first


def _goes_on(tagged: Tagged, first: int, use: Use) -> bool:
    """Whether a quotation inside a sentence goes on with a clause: The plan, he said, “*is* old”."""
    if not tagged.low[first + 1] or tagged.low[first - 1] in _OPENS_SPEECH:
        return False
    return tagged.document.tokens.text[first + 1][0].islower()


def _speech_after(tagged: Tagged, use: Use, first: int | None = None) -> Range | None:
    """A quotation that opens right after the cue or ``first``, its recipient or its adverbial."""
    first = use.stop if first is None else first
    for at in range(first, min(use.end, first + _REACH_ON)):
        number = tagged.quotation[at]
        if number >= 0:
            if at > first and tagged.low[at - 1] not in _BEFORE_SPEECH:
                return None
            if has_clause(tagged, first, at):
                return None
            stop = tagged.quoted[number][1]
            whole = stop >= use.end - 2 or stop - at > _FEW
            return (at, stop) if whole else None
        if tagged.bits[at] & (CUE | WH | RELATIVE) and not _is_inside(tagged, at):
            return None
    return _after_colon(tagged, use)


def _is_inside(tagged: Tagged, at: int) -> bool:
    """Whether a word that can be a cue is a preposition or in a noun group: "in a *written* note"."""
    near = tagged.bits[at - 1] & CAPITAL or any(
        bits & (DETERMINER | POSSESSIVE) for bits in tagged.bits[at - 2 : at]
    )
    return bool(tagged.bits[at] & PREPOSITION or near)


def _after_colon(tagged: Tagged, use: Use) -> Range | None:
    """A quotation that begins behind the sentence, or in the next paragraph: "She replied:"."""
    at = use.end
    if tagged.low[at - 1] != ":" or at - use.stop > _REACH_ON:
        return None
    number = tagged.quotation[at]
    return (at, tagged.quoted[number][1]) if number >= 0 else None
