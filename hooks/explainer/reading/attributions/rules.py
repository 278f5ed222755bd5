"""The rules, in the order in which they are tried for each cue; the first that fits makes it."""

from collections.abc import Callable

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BE,
    BEARER,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MODAL,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    VERB_S,
    WH,
)
from explainer.reading.attributions.finding import Finding, Range, Use, trimmed
from explainer.reading.attributions.sides import (
    clause_start,
    content_end,
    has_clause,
    pieces,
    subject_left,
    subject_right,
)
from explainer.reading.groups import NounGroup, noun_group_left, noun_group_right
from explainer.reading.tagged import Tagged

#: What may begin the rest of a clause that ", S said," interrupts after its subject.
_FINITE = AUXILIARY | MODAL | VERB_S | VERB_PAST

Rule = Callable[[Tagged, Use, "Context"], Finding | None]


class Context:
    """What earlier cues of the same sentence found."""

    def __init__(self) -> None:
        self.last: Finding | None = None


def _made(
    tagged: Tagged, rule: str, use: Use, group: NounGroup | None, content: list[Range]
) -> Finding:
    cue = (use.first, use.stop)
    source = (group.first, group.stop) if group else None
    core = (group.first, group.core) if group else None
    negative = use.verb is not None and use.verb.negative
    return Finding(rule, use, source, cue, content, core, negative)


def _subject(tagged: Tagged, use: Use, context: Context) -> NounGroup | None:
    """The noun group before the cue, or the one that an earlier cue of the sentence has."""
    participle = use.verb is not None and bool(tagged.bits[use.verb.head] & VERB_ING) and (
        use.verb.first == use.verb.head
    )
    # "a statement saying": words carry it; "commented on the violence, saying": the subject does.
    carried = use.first > use.start and bool(tagged.bits[use.first - 1] & BEARER)
    group = None if participle and not carried else subject_left(tagged, use)
    if group is not None:
        return group
    at = use.first - 1
    while at > use.start and tagged.bits[at] & ADVERB and not tagged.bits[at] & CONJUNCTION:
        at -= 1
    joined = at >= use.start and bool(tagged.bits[at] & CONJUNCTION)
    last = context.last
    if last and last.source and last.core and (joined or participle):
        return NounGroup(last.source[0], last.source[1], last.core[1])
    if participle or joined:
        return _sentence_subject(tagged, use)
    return None


def _sentence_subject(tagged: Tagged, use: Use) -> NounGroup | None:
    """The noun group before the first finite verb of the sentence."""
    bits = tagged.bits
    for at in range(use.start + 1, use.first):
        if bits[at] & SIGN and tagged.low[at] not in (",", "-"):
            return None
        if bits[at] & (AUXILIARY | MODAL) or (
            bits[at] & (VERB_S | VERB_PAST) and not bits[at - 1] & (DETERMINER | POSSESSIVE)
        ):
            return noun_group_left(tagged, at, use.start)
    return None


def quotation(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S said: “Q” — “Q,” S said — “Q,” said S — “Q1,” S said, “Q2”."""
    if use.verb is None or "quote" not in use.cue.frames:
        return None
    before = _quotation_before(tagged, use)
    after = _quotation_after(tagged, use)
    if before is not None:
        group = _left_within(tagged, use, before[1])
        if group is None and not use.verb.passive:
            group = subject_right(tagged, use)
            after = None if group and after and after[0] < group.stop else after
        if group is None:
            return None
        return _made(tagged, "quotation-before", use, group, [before, *([after] if after else [])])
    if after is not None:
        group = _subject(tagged, use, context)
        if group is not None:
            return _made(tagged, "quotation-after", use, group, [after])
    return None


def _left_within(tagged: Tagged, use: Use, floor: int) -> NounGroup | None:
    """The noun group between a quotation's end and the cue."""
    at = floor
    while at < use.first and tagged.bits[at] & SIGN:
        at += 1
    return noun_group_left(tagged, use.first, at) if at < use.first else None


def _quotation_before(tagged: Tagged, use: Use) -> Range | None:
    """A quotation that ends where the cue's own clause begins."""
    at = use.first - 1
    floor = max(use.start - 1, use.first - 30)
    while at > floor:
        number = tagged.quotation[at]
        if number >= 0:
            return _closed_speech(tagged, number, at, use)
        if at - 1 > floor and tagged.low[at] in (";", ".", ":"):
            return None
        at -= 1
    return None


def _closed_speech(tagged: Tagged, number: int, last: int, use: Use) -> Range | None:
    """The quotation, if it stands as a clause of its own: a comma or more ends it."""
    first = last
    while first > 0 and tagged.quotation[first - 1] == number:
        first -= 1
    low = tagged.low
    ends = last > first and low[last - 1] in (",", ".", "?", "!", "…", "--", "-")
    follows = last + 1 < len(low) and low[last + 1] in (",", "-", "--", "—", "–")
    if not (ends or follows):
        return None
    start = first
    if first > use.start and last >= use.start and not ends:
        pass
    while start > use.start and not tagged.bits[start - 1] & SIGN:
        start -= 1
    if start <= use.start and first > use.start:
        # Words before the quotation in the same sentence belong to what was said, if a clause.
        return (clause_start(tagged, first, use.start), last + 1)
    return (first, last + 1)


def _quotation_after(tagged: Tagged, use: Use) -> Range | None:
    """A quotation that opens right after the cue, its recipient or its adverbial."""
    at = use.stop
    ceiling = min(use.end, use.stop + 12)
    while at < ceiling:
        number = tagged.quotation[at]
        if number >= 0:
            if at > use.stop and tagged.low[at - 1] not in (",", ":", "--", "-", "—") and (
                at - use.stop > 0
            ):
                return None
            last = at
            while last + 1 < len(tagged.quotation) and tagged.quotation[last + 1] == number:
                last += 1
            return (at, max(last + 1, at + 1)) if last + 1 >= use.end - 2 or last - at >= 3 else None
        if tagged.bits[at] & (CUE | WH | RELATIVE) and not tagged.bits[at] & PREPOSITION:
            return None
        at += 1
    return None


def trailing(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """X, S said — X, said S — X. reports the BBC."""
    if use.verb is None or "post" not in use.cue.frames or use.verb.passive:
        return None
    if not use.verb.finite or tagged.bits[use.verb.head] & VERB_ING and use.verb.first == use.verb.head:
        return None
    if _goes_on(tagged, use):
        return None
    group = noun_group_left(tagged, use.first, use.start)
    if group is not None:
        edge = group.first
        if edge <= use.start or tagged.low[edge - 1] not in (",", "”", '"', "''", ".", "?", "!", "—", "--"):
            return None
    else:
        edge = use.first
        if edge <= use.start or tagged.low[edge - 1] not in (",", "”", '"', "''", ".", "?", "!"):
            return None
        group = subject_right(tagged, use)
        if group is None:
            return None
    first = clause_start(tagged, edge - 1, use.start)
    content = trimmed(tagged, first, edge)
    if content is None:
        return None
    found = [content]
    rest = _rest_after(tagged, use, max(group.stop, use.stop))
    if not has_clause(tagged, *content) and not (rest and tagged.bits[rest[0]] & _FINITE):
        return None
    if rest:
        found.append(rest)
    return _made(tagged, "trailing", use, group, found)


def _goes_on(tagged: Tagged, use: Use) -> bool:
    """Whether a content follows the cue: then what stands before it is not its content."""
    at = use.stop
    if at >= use.end or tagged.low[at] in (",", ".", "?", "!"):
        return False
    if tagged.low[at] in (":", "that", "to"):
        return True
    stop = at
    while stop < use.end and tagged.low[stop] not in (",", ";"):
        stop += 1
    return has_clause(tagged, at, stop) or stop - at > 10


def _rest_after(tagged: Tagged, use: Use, at: int) -> Range | None:
    """What goes on after ", S said,"."""
    while at < use.end and tagged.low[at] != ",":
        at += 1
    if at + 3 >= use.end:
        return None
    nxt = tagged.bits[at + 1]
    if nxt & (CONJUNCTION) or (nxt & CUE and nxt & VERB_ING) or tagged.low[at + 1] == "according":
        return None
    if nxt & (RELATIVE | DETERMINER) and at > use.stop:
        return None
    stop = at + 1
    while stop < use.end and tagged.low[stop] != ";":
        if tagged.low[stop] == "," and stop + 1 < use.end and (
            tagged.bits[stop + 1] & CONJUNCTION or tagged.bits[stop + 1] & CUE
        ):
            break
        stop += 1
    return trimmed(tagged, at + 1, stop)


def clause(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S said (that) X — S told R that X — …, saying X."""
    if use.verb is None or use.verb.passive or not use.cue.frames & {"clause", "wh"}:
        return None
    first = _clause_after(tagged, use)
    if first is None:
        return None
    group = _subject(tagged, use, context)
    if group is None:
        return None
    found = pieces(tagged, first, content_end(tagged, use, first))
    return _made(tagged, "clause", use, group, found) if found else None


def _clause_after(tagged: Tagged, use: Use) -> int | None:
    """The first token of the clause that follows a cue, after a recipient if it takes one."""
    low, bits = tagged.low, tagged.bits
    limit = min(use.end, use.stop + 16)
    at = use.stop
    for at in range(use.stop, limit):
        if low[at] == "that" and tagged.quotation[at] < 0 and at + 1 < use.end:
            if "clause" in use.cue.frames and not has_clause(tagged, use.stop, at):
                return at
            break
        if low[at] == ":":
            return at + 1
        if bits[at] & WH and not bits[at] & RELATIVE and tagged.quotation[at] < 0:
            return at if has_clause(tagged, at, use.end) else None
        if low[at] in (";", "to") or (bits[at] & CUE and bits[at] & VERB_ING):
            break
        if low[at] == "," and not _parenthesis(tagged, at, use):
            break
    at = use.stop
    if "rcpt" in use.cue.frames:
        group = noun_group_right(tagged, at, use.end)
        at = group.stop if group else at
    while at < use.end and bits[at] & ADVERB and not bits[at] & (
        DETERMINER | PRONOUN | PREPOSITION | SUBJECT
    ):
        at += 1
    at = _after_adverbial(tagged, at, use)
    if at >= use.end or not _opens_clause(tagged, at, use.end):
        return None
    return at


def _parenthesis(tagged: Tagged, comma: int, use: Use) -> bool:
    """A short insertion after the cue: "said, however, that"."""
    for at in range(comma + 1, min(comma + 10, use.end)):
        if tagged.low[at] == ",":
            return True
    return False


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


def _opens_clause(tagged: Tagged, first: int, end: int) -> bool:
    """A subject with a finite verb soon after it."""
    bits, low = tagged.bits, tagged.low
    b = bits[first]
    if low[first] == "to" or (b & SIGN and tagged.quotation[first] < 0):
        return False
    if b & PRONOUN and b & SUBJECT and not b & CONJUNCTION:
        return True
    for at in range(first, min(end, first + 25)):
        if low[at] in (";",):
            return False
        if at > first and bits[at] & (MODAL | AUXILIARY) and not bits[at] & (CONJUNCTION | PREPOSITION):
            return True
        if at > first and bits[at] & (VERB_S | VERB_PAST) and not bits[at - 1] & (
            DETERMINER | POSSESSIVE | PREPOSITION
        ):
            return True
        if at > first and bits[at] & VERB_BASE and (
            bits[at - 1] & (SUBJECT | PRONOUN) or low[at - 1].endswith("s")
        ):
            return True
    return False


def infinitive(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S claims to have X — S wants to X — S urged R to X."""
    if use.verb is None or "inf" not in use.cue.frames or use.verb.passive:
        return None
    at = use.stop
    group_after = None
    if at < use.end and tagged.low[at] != "to" and tagged.low[at] != "not":
        group_after = noun_group_right(tagged, at, use.end)
        at = group_after.stop if group_after else at
    if at < use.end and tagged.low[at] == "not":
        at += 1
    if at + 1 >= use.end or tagged.low[at] != "to":
        return None
    if not tagged.bits[at + 1] & (VERB_BASE | AUXILIARY | ADVERB | BE) and not (
        tagged.quotation[at + 1] >= 0
    ):
        return None
    group = _subject(tagged, use, context)
    if group is None:
        return None
    first = group_after.first if group_after and "rcpt" not in use.cue.frames else at
    first = use.stop if group_after is None else first
    content = trimmed(tagged, first, content_end(tagged, use, first))
    return _made(tagged, "infinitive", use, group, [content]) if content else None


_PREPOSITIONS = frozenset({"of", "for", "on", "about", "against", "with", "at", "to", "in", "over", "out"})


def object_(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S rejected X — S called for X — S denies having X."""
    verb = use.verb
    if verb is None or verb.passive:
        return None
    frames = use.cue.frames
    at = use.stop
    if at >= use.end:
        return None
    if tagged.low[at] in _PREPOSITIONS and tagged.low[at] in frames:
        first = at + 1
        stop = at + 1
    elif "np" in frames or "ing" in frames and tagged.bits[at] & VERB_ING:
        first, stop = at, use.stop
    else:
        return None
    if not tagged.quotation[first:first + 1] or (
        tagged.bits[first] & (SIGN | PREPOSITION | SUBORDINATOR | CONJUNCTION) and tagged.quotation[first] < 0
        and not tagged.bits[first] & (PRONOUN | DETERMINER)
    ):
        return None
    group = _subject(tagged, use, context)
    if group is None:
        return None
    content = trimmed(tagged, first, content_end(tagged, use, first))
    if content is None:
        return None
    finding = _made(tagged, "object", use, group, [content])
    finding.cue = (use.first, stop)
    return finding


def passive(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """X was viewed by S — it is believed that X."""
    if use.verb is None or not use.verb.passive:
        return None
    for at in range(use.stop, min(use.end, use.stop + 12)):
        if tagged.low[at] == "by":
            group = noun_group_right(tagged, at + 1, use.end)
            content = noun_group_left(tagged, use.first, use.start)
            if group and content and not tagged.bits[content.first] & RELATIVE:
                return _made(tagged, "passive", use, group, [(content.first, content.stop)])
            return None
        if tagged.low[at] in (",", ";", "that", "to"):
            break
    at = use.stop
    if at < use.end and tagged.low[at] == "that" and "clause" in use.cue.frames:
        content_ = trimmed(tagged, at, content_end(tagged, use, at))
        return _made(tagged, "passive", use, None, [content_]) if content_ else None
    return None


def according(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """According to S, X — X, according to S."""
    if "before" not in use.cue.frames:
        return None
    group = noun_group_right(tagged, use.stop, use.end)
    if group is None:
        return None
    stop = group.stop
    if stop < use.end and tagged.low[stop] == "," and stop + 1 < use.end and (
        tagged.bits[stop + 1] & (DETERMINER | RELATIVE) and use.first > use.start + 1
    ):
        end = stop + 1
        while end < use.end and tagged.low[end] != ",":
            end += 1
        stop = end
    group = NounGroup(group.first, stop, group.stop)
    if use.first <= use.start + 2:
        at = group.stop
        while at < use.end and tagged.low[at] != ",":
            at += 1
        content = trimmed(tagged, at, use.end)
    else:
        content = trimmed(tagged, clause_start(tagged, use.first, use.start), use.first)
    return _made(tagged, "according", use, group, [content]) if content else None


def adjective(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S is confident that X — S is critical of X."""
    if "adjective" not in use.cue.frames:
        return None
    at = use.first - 1
    while at > use.start and tagged.bits[at] & (ADVERB | NUMBER):
        at -= 1
    if at <= use.start or not tagged.bits[at] & BE:
        return None
    first = at
    while first > use.start and tagged.bits[first - 1] & (AUXILIARY | MODAL | ADVERB):
        first -= 1
    if use.stop >= use.end:
        return None
    nxt = tagged.low[use.stop]
    if not (nxt in ("that", "to", "about", "of", "if", "whether") or len(use.cue.lemma.split()) > 1):
        return None
    group = noun_group_left(tagged, first, use.start)
    if group is None or tagged.low[group.first] in ("it", "there"):
        return None
    content = trimmed(tagged, use.stop, content_end(tagged, use, use.stop))
    if content is None:
        return None
    finding = _made(tagged, "adjective", use, group, [content])
    finding.cue = (first, use.stop)
    return finding


def noun(tagged: Tagged, use: Use, context: Context) -> Finding | None:
    """S's claim that X — the denials of S."""
    if use.verb is not None or use.cue.frames & {"before", "adjective"}:
        return None
    low, bits = tagged.low, tagged.bits
    if use.stop >= use.end:
        return None
    nxt = low[use.stop]
    owner = _owner(tagged, use)
    if nxt == "that" and "clause" in use.cue.frames and has_clause(tagged, use.stop, use.end):
        pass
    elif nxt == "to" and "inf" in use.cue.frames and owner:
        pass
    elif nxt in _PREPOSITIONS and nxt in use.cue.frames and owner:
        pass
    elif nxt == "of" and "np" in use.cue.frames and owner is None:
        group = noun_group_right(tagged, use.stop + 1, use.end)
        if group is None:
            return None
        return _made(tagged, "noun-of", use, group, [])
    else:
        return None
    content = trimmed(tagged, use.stop, content_end(tagged, use, use.stop))
    if content is None:
        return None
    return _made(tagged, "noun", use, owner, [content])


def _owner(tagged: Tagged, use: Use) -> NounGroup | None:
    at = use.first - 1
    while at > use.start and not tagged.bits[at] & (POSSESSIVE | SIGN | PREPOSITION | AUXILIARY) and (
        use.first - at < 4
    ):
        at -= 1
    if at < use.start:
        return None
    if tagged.bits[at] & POSSESSIVE:
        return NounGroup(at, at + 1, at + 1)
    if tagged.low[at] in ("'s", "'"):
        return noun_group_left(tagged, at, use.start)
    return None


def headline(tagged: Tagged, start: int, end: int) -> list[Finding]:
    """In a heading: "Clinton: Trump will reverse it"."""
    colon = next((n for n in range(start, min(start + 6, end)) if tagged.low[n] == ":"), None)
    if colon is None or colon == start or end - colon < 3:
        return []
    if not all(tagged.bits[n] & CAPITAL for n in range(start, colon)):
        return []
    cue = tagged.lexicon.cues.verbs.get("said")
    content = trimmed(tagged, colon + 1, end)
    if cue is None or content is None or not has_clause(tagged, *content):
        return []
    use = Use(cue, colon, colon + 1, start, end)
    return [Finding("headline", use, (start, colon), (colon, colon + 1), [content], (start, colon))]


RULES: tuple[tuple[str, Rule], ...] = (
    ("according", according),
    ("noun", noun),
    ("adjective", adjective),
    ("passive", passive),
    ("quotation", quotation),
    ("trailing", trailing),
    ("clause", clause),
    ("infinitive", infinitive),
    ("object", object_),
)
_U = (MODAL, SUBJECT)
