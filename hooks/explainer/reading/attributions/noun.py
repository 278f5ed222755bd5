"""A noun for what was said: S's claim that X, S's fear is that X — S raised doubts about X."""

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    DETERMINER,
    LINKING,
    MODAL,
    NEGATIVE,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SIGN,
    SUBORDINATOR,
    THAT,
    TO,
    VERB_PAST,
    VERB_S,
    WORD,
)
from explainer.reading.attributions.contents import (
    before_predicate,
    content_end,
    has_clause,
    without_time,
)
from explainer.reading.attributions.finding import Context, Finding, Use, made, trimmed
from explainer.reading.attributions.infinitive import opens_infinitive
from explainer.reading.attributions.sources import is_deed, subject
from explainer.reading.nouns import NounGroup, left_edge, noun_group_right
from explainer.reading.tagged import Tagged
from explainer.reading.verbs import VerbGroup, verb_group

#: "his long and bitter complaints": no owner stands further from its noun.
_REACH = 4


def noun(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S's claim that X — the denials of S — S raised doubts about X."""
    if (
        use.verb is not None
        or use.cue.frames & {"before", "adjective", "adverb"}
        or use.stop >= use.end
    ):
        return None
    if context.last and any(first == use.stop for first, _ in context.last.content):
        # "said in a *statement* that": the verb has what was said.
        return None
    owner, first = _owner(tagged, use), use.first
    if owner is None or "light" in use.cue.frames:
        owner, first = _doer(tagged, use, context)
    if owner is None and "light" in use.cue.frames:
        return None
    if _content_follows(tagged, use, owner):
        return _with_content(tagged, use, owner, first)
    if (that := _that_behind_be(tagged, use)) is not None:
        content = trimmed(tagged, that, content_end(tagged, use, that))
        finding = made("noun", use, owner, [content] if content else [])
        finding.cue = (use.first, that)
        return finding
    if owner is None and "np" in use.cue.frames and tagged.bits[use.stop] & LINKING:
        group = noun_group_right(tagged, use.stop + 1, use.end)
        return made("noun-of", use, group, []) if group else None
    return None


def _that_behind_be(tagged: Tagged, use: Use) -> int | None:
    """ "her fear is *that* …", "the rumor was always *that* …"."""
    at = use.stop
    if "clause" not in use.cue.frames or not tagged.bits[at] & BE:
        return None
    while at + 1 < use.end and tagged.bits[at + 1] & ADVERB:
        at += 1
    follows = at + 1 < use.end and tagged.bits[at + 1] & THAT
    return at + 1 if follows and has_clause(tagged, at + 1, use.end) else None


def _with_content(tagged: Tagged, use: Use, owner: NounGroup | None, cue: int) -> Finding | None:
    first = use.stop
    # "his promise *to* go", but: "his opposition *to* the plan"
    nominal = tagged.low[first] in use.cue.frames or not tagged.bits[first] & (THAT | TO)
    if nominal:
        first += 1
        if is_deed(tagged, use, noun_group_right(tagged, first, use.end)):
            # "her view of the lake": she sees it, and thinks nothing of it.
            return None
    end = content_end(tagged, use, first, bare=not tagged.bits[first] & THAT)
    if not tagged.bits[first] & THAT:
        end = _before_comma(tagged, first, end)
    end = before_predicate(tagged, first, end, nominal)
    if nominal:
        end = without_time(tagged, first, end)
    content = trimmed(tagged, first, end)
    if content is None:
        return None
    finding = made("noun", use, owner, [content])
    finding.cue = (cue, use.stop + 1 if nominal else use.stop)
    finding.negative = any(tagged.bits[at] & NEGATIVE for at in range(cue, use.first))
    return finding


def _before_comma(tagged: Tagged, first: int, end: int) -> int:
    """ "After his criticism of the plan, …": what follows a comma seldom belongs to the noun."""
    inside = range(first, end)
    return next((at for at in inside if tagged.low[at] == "," and tagged.quotation[at] < 0), end)


def _content_follows(tagged: Tagged, use: Use, owner: NounGroup | None) -> bool:
    bits, frames = tagged.bits[use.stop], use.cue.frames
    if bits & THAT:
        clause = "clause" in frames and has_clause(tagged, use.stop, use.end)
        return clause and not is_relative(tagged, use.stop)
    if owner is None:
        return False
    if bits & TO and "inf" in frames:
        return True
    if bits & TO and opens_infinitive(tagged, use.stop, use.end):
        return False
    return bool(bits & PREPOSITION) and tagged.low[use.stop] in frames


def is_relative(tagged: Tagged, that: int) -> bool:
    """ "a claim *that was made in May*": the clause tells which one, not what was claimed."""
    bits = tagged.bits[that + 1]
    after = tagged.bits[that + 2] if that + 2 < len(tagged.bits) else 0
    if bits & (MODAL | AUXILIARY):
        return True
    if bits & VERB_S and not bits & NOUN:
        # "that *funds* were missing": another verb makes a noun of it.
        return not after & (AUXILIARY | MODAL)
    return bool(bits & VERB_PAST and after & (DETERMINER | POSSESSIVE | PREPOSITION | PRONOUN))


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


def _doer(tagged: Tagged, use: Use, context: Context) -> tuple[NounGroup | None, int]:
    """Who "*raised* doubts about", "*made* a promise to", and where that verb begins."""
    at, bits = use.first - 1, tagged.bits
    while at > use.start and use.first - at < _REACH and is_modifier(bits[at]):
        at -= 1
    if tagged.low[at] not in tagged.lexicon.cues.light or tagged.quotation[at] >= 0:
        return None, use.first
    verb = verb_group(tagged, at, use.start)
    if verb is None and bits[at] & AUXILIARY:
        # "has doubts": with a noun behind it "has" helps no other verb.
        verb = VerbGroup(at, at, at, at + 1, finite=True)
    if verb is None or verb.passive:
        return None, use.first
    whole = Use(use.cue, min(verb.left, verb.first), use.stop, use.start, use.end, verb)
    group = subject(tagged, whole, context)
    return (group, whole.first) if group else (None, use.first)


def is_modifier(bits: int) -> bool:
    """Whether a word may stand between a light verb and its noun."""
    if bits & (SIGN | PREPOSITION | SUBORDINATOR | AUXILIARY | CAPITAL):
        return False
    return bool(bits & (DETERMINER | NUMBER | ADVERB)) or bits == WORD
