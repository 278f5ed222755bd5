"""What was said, and then who said it: X, S said — X, said S — X. reports the BBC."""

from explainer.lexicons.words import (
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MODAL,
    NUMBER,
    PLURAL,
    POSSESSIVE,
    RELATIVE,
    SUBJECT,
    THAT,
    TIME,
    TO,
    VERB_ING,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.attributions.contents import clause_start, has_clause, opens_clause
from explainer.reading.attributions.finding import Context, Finding, Range, Use, made, trimmed
from explainer.reading.attributions.infinitive import opens_infinitive
from explainer.reading.attributions.sources import subject_right
from explainer.reading.nouns import NounGroup
from explainer.reading.subjects import noun_group_left
from explainer.reading.tagged import Tagged

#: What may begin the rest of a clause that ", S said," interrupts after its subject.
_FINITE = AUXILIARY | MODAL | VERB_S | VERB_PAST
_ENDS = frozenset({",", "”", '"', "''", ".", "?", "!", "—", "--"})
_CLOSES = frozenset({",", ".", "?", "!"})
#: "said on Tuesday in a statement in Geneva": more words than that are a content.
_LONGEST_ADVERBIAL = 10


def trailing(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """X, S said — X, said S — X. reports the BBC."""
    if use.verb is None or "post" not in use.cue.frames or use.verb.passive:
        return None
    if not use.verb.finite or use.participle or _goes_on(tagged, use):
        return None
    source = _source(tagged, use)
    if source is None:
        return None
    group, edge = source
    content = trimmed(tagged, clause_start(tagged, edge - 1, use.start), edge)
    rest = _rest_after(tagged, use, max(group.stop, use.stop))
    interrupted = rest is not None and _completes(tagged, *rest)
    if not interrupted and (content is None or not has_clause(tagged, *content)):
        return None
    return made("trailing", use, group, [piece for piece in (content, rest) if piece])


def _completes(tagged: Tagged, first: int, stop: int) -> bool:
    """Whether what follows the insertion has the verb: "The bridge, she said, *was closed*"."""
    return bool(tagged.bits[first] & _FINITE) or opens_clause(tagged, first, stop)


def _source(tagged: Tagged, use: Use) -> tuple[NounGroup, int] | None:
    """Who, before or after the cue, and where the content before them ends."""
    behind = _behind_comma(tagged, use)
    if behind is not None:
        return behind, use.first
    group = noun_group_left(tagged, use.first, use.start)
    if group is not None and tagged.bits[group.first] & RELATIVE:
        return None
    edge = group.first if group else use.first
    if edge <= use.start or tagged.low[edge - 1] not in _ENDS:
        return None
    if group is None and use.verb and use.verb.first == use.verb.head:
        # No auxiliary stands before a verb whose subject follows: "…, has denied a part in it".
        group = subject_right(tagged, use)
    return (group, edge) if group else None


def _behind_comma(tagged: Tagged, use: Use) -> NounGroup | None:
    """ "The race will be tight, said *Anna Berg*": nobody stands between the comma and the cue."""
    if tagged.low[use.first - 1] != "," or use.cue.frames & {"np", "rcpt"}:
        return None
    group = subject_right(tagged, use)
    if group is None or use.verb is None or not _is_somebody(tagged, group):
        return None
    return group if use.verb.first == use.verb.head else None


def _is_somebody(tagged: Tagged, group: NounGroup) -> bool:
    """Whether a noun group is no time, and no "said *little*"."""
    bits, last = tagged.bits[group.first], group.core - 1
    if bits & TIME:
        return False
    opens = CAPITAL | DETERMINER | POSSESSIVE | NUMBER | SUBJECT
    return bool(bits & opens or tagged.bits[last] & PLURAL) or tagged.low[last].endswith("s")


def _goes_on(tagged: Tagged, use: Use) -> bool:
    """Whether a content follows the cue: then what stands before it is not its content."""
    at = use.stop
    if at >= use.end or tagged.low[at] in _CLOSES:
        return False
    if tagged.low[at] == ":" or tagged.bits[at] & (THAT | TO):
        return True
    stop = at
    while stop < use.end and tagged.low[stop] not in (",", ";"):
        stop += 1
    if "inf" in use.cue.frames and any(opens_infinitive(tagged, n, stop) for n in range(at, stop)):
        # "exhorted citizens *to stay*, …"
        return True
    return stop - at > _LONGEST_ADVERBIAL or has_clause(tagged, at, stop)


def _rest_after(tagged: Tagged, use: Use, at: int) -> Range | None:
    """What goes on after ", S said,"."""
    low, bits = tagged.low, tagged.bits
    while at < use.end and low[at] != ",":
        at += 1
    if at + 2 >= use.end or low[at + 1] in tagged.lexicon.cues.before_starts:
        return None
    after = bits[at + 1]
    if after & CONJUNCTION or (after & CUE and after & VERB_ING):
        return None
    # "said in Oslo, *the* town of the strike" – but "said in Oslo, *the* strike is over"
    remark = after & DETERMINER and not opens_clause(tagged, at + 1, use.end)
    if (remark or after & RELATIVE) and at > use.stop:
        return None
    stop = at + 1
    while stop < use.end and not _ends_rest(tagged, stop, use.end):
        stop += 1
    return trimmed(tagged, at + 1, stop)


def _ends_rest(tagged: Tagged, at: int, end: int) -> bool:
    if tagged.low[at] == ";":
        return True
    return (
        tagged.low[at] == "," and at + 1 < end and bool(tagged.bits[at + 1] & (CONJUNCTION | CUE))
    )
