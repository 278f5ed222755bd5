"""The source after "by", or none: X was viewed by S — it is believed that X — X is expected to Y."""

from explainer.lexicons.words import (
    AS,
    BY,
    PREPOSITION,
    RELATIVE,
    SIGN,
    SUBORDINATOR,
    THAT,
    TO,
    VERB_PARTICIPLE,
    WH,
)
from explainer.reading.attributions.contents import content_end
from explainer.reading.attributions.finding import Context, Finding, Range, Use, made, trimmed
from explainer.reading.attributions.sources import is_deed, with_apposition
from explainer.reading.nouns import NounGroup, noun_group_right
from explainer.reading.subjects import noun_group_left
from explainer.reading.tagged import Tagged

_REACH = 12
#: "Asked at a briefing in Oslo on Monday about": a place and a time are no longer.
_NEAR = 9


def passive(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """X was viewed by S — it is believed that X — X is expected to Y."""
    if use.verb is None or use.stop >= use.end or "tag" in use.cue.frames:
        return None
    if not use.verb.passive:
        return _opening(tagged, use) if _opens_sentence(tagged, use) else None
    by = _by_after(tagged, use)
    if by is not None:
        return _by_somebody(tagged, use, by)
    if tagged.bits[use.stop] & THAT and "clause" in use.cue.frames:
        said = trimmed(tagged, use.stop, content_end(tagged, use, use.stop))
        return made("passive", use, None, [said]) if said else None
    return _by_nobody(tagged, use)


def _by_somebody(tagged: Tagged, use: Use, by: int) -> Finding | None:
    """X was viewed by S — X was accused by S of Y."""
    group = noun_group_right(tagged, by + 1, _own_preposition(tagged, use, by + 1))
    content = _subject(tagged, use)
    if group is None or content is None or is_deed(tagged, use, content):
        return None
    group = with_apposition(tagged, group, use.end)
    asked = _asked(tagged, use, group.stop)
    if asked is not None:
        return made("passive", use, group, [asked])
    rest = _complement(tagged, use, group.stop)
    if rest is None and "rcpt" in use.cue.frames and "np" not in use.cue.frames:
        return None
    told: Range = (content.first, content.stop)
    return made("passive", use, group, [told, rest] if rest else [told])


def _own_preposition(tagged: Tagged, use: Use, at: int) -> int:
    """Where the cue's own complement begins: "criticized by the council *for* the delay"."""
    own = (n for n in range(at, use.end) if tagged.bits[n] & PREPOSITION)
    return next((n for n in own if tagged.low[n] in use.cue.frames), use.end)


def _complement(tagged: Tagged, use: Use, at: int) -> Range | None:
    """ "by the council *for the delay*", "by many *as a friend*"."""
    if at >= use.end or not tagged.bits[at] & (AS | PREPOSITION):
        return None
    if tagged.low[at] not in use.cue.frames:
        return None
    return trimmed(tagged, at, content_end(tagged, use, at))


def _by_nobody(tagged: Tagged, use: Use) -> Finding | None:
    """X is expected to Y — X is known as Y: the text does not say by whom."""
    asked = _asked(tagged, use, use.stop)
    if asked is not None:
        return made("passive-nobody", use, None, [asked])
    first = _predicate(tagged, use)
    content = _subject(tagged, use)
    if first is None or content is None:
        return None
    rest = trimmed(tagged, first, content_end(tagged, use, first))
    if rest is None:
        return None
    told: Range = (content.first, content.stop)
    finding = made(
        "passive-nobody", use, None, [rest] if "rcpt" in use.cue.frames else [told, rest]
    )
    if tagged.bits[use.stop] & AS:
        finding.cue = (use.first, first)
    return finding


def _opens_sentence(tagged: Tagged, use: Use) -> bool:
    """ "*Asked* whether it was safe, the mayor left", "…, she said when *asked* about it"."""
    if not tagged.bits[use.stop - 1] & VERB_PARTICIPLE or "rcpt" not in use.cue.frames:
        return False
    return use.first == use.start or bool(tagged.bits[use.first - 1] & SUBORDINATOR)


def _opening(tagged: Tagged, use: Use) -> Finding | None:
    """What somebody was asked or told, up to the comma; by whom, if the text says so."""
    first, group = use.stop, None
    if tagged.bits[first] & BY:
        group = noun_group_right(tagged, first + 1, use.end)
        first = group.stop if group else first
    opening = _question(tagged, use, first)
    if opening is None:
        return None
    comma = next((n for n in range(opening, use.end) if tagged.low[n] == ","), use.end)
    content = trimmed(tagged, opening, comma)
    if content is None or (comma == use.end and use.first <= use.start + 1):
        return None
    finding = made("passive" if group else "passive-nobody", use, group, [content])
    if opening == use.stop + 1:
        finding.cue = (use.first, opening)
    return finding


def _question(tagged: Tagged, use: Use, first: int) -> int | None:
    """Where what was asked begins: "at a briefing in Oslo about *it*", "*whether* it was safe"."""
    for at in range(first, min(use.end, first + _NEAR)):
        bits = tagged.bits[at]
        if tagged.low[at] == "," or tagged.quotation[at] >= 0:
            return None
        if bits & WH and not bits & RELATIVE:
            return at
        if bits & (TO | THAT):
            return at if at == first else None
        if bits & PREPOSITION and tagged.low[at] in use.cue.frames and at + 1 < use.end:
            return at + 1
    return None


def _asked(tagged: Tagged, use: Use, at: int) -> Range | None:
    """What somebody was asked, "whether it was safe", "“Is it safe?”": the subject is no part of it."""
    if "rcpt" not in use.cue.frames or at >= use.end:
        return None
    opening = at + 1 if tagged.low[at] in (",", ":") else at
    speech = opening > at or "wh" in use.cue.frames
    if speech and opening < use.end and tagged.quotation[opening] >= 0:
        return opening, tagged.quoted[tagged.quotation[opening]][1]
    if tagged.bits[at] & WH and not tagged.bits[at] & RELATIVE and "wh" in use.cue.frames:
        return trimmed(tagged, at, content_end(tagged, use, at))
    return None


def _predicate(tagged: Tagged, use: Use) -> int | None:
    """Where what is said of the subject begins: "to Y", or what follows "as"."""
    bits, frames = tagged.bits[use.stop], use.cue.frames
    if bits & TO and "inf" in frames and use.stop + 1 < use.end:
        return use.stop if not tagged.bits[use.stop + 1] & SIGN else None
    return use.stop + 1 if bits & AS and "as" in frames else None


def _subject(tagged: Tagged, use: Use) -> NounGroup | None:
    content = noun_group_left(tagged, use.first, use.start)
    if content is None or tagged.bits[content.first] & RELATIVE:
        return None
    return content


def _by_after(tagged: Tagged, use: Use) -> int | None:
    for at in range(use.stop, min(use.end, use.stop + _REACH)):
        if tagged.bits[at] & BY:
            return at
        if tagged.low[at] in (",", ";") or tagged.bits[at] & (THAT | TO):
            return None
    return None
