"""Sources: the noun group that a cue belongs to, before it, after it, or shared with another cue."""

from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BEARER,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    LINKING,
    NOUN,
    NUMBER,
    PERSON,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBORDINATOR,
    THAT,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    WH,
    WORD,
)
from explainer.reading.attributions.contents import is_finite
from explainer.reading.attributions.finding import Context, Finding, Use
from explainer.reading.nouns import NounGroup, head_noun, is_nominal, noun_group_right
from explainer.reading.subjects import antecedent, noun_group_left, reports, speaks
from explainer.reading.tagged import Tagged

#: "But in", "While": words before a participle that opens a sentence.
_LONGEST_OPENING = 3
#: A title, with its marks, has no more tokens than that.
_TITLE = 10
#: A surname and a comma.
_SURNAME = 2
#: Signs that end no clause.
_INSIDE = frozenset({",", "-", "(", ")", "'", "$", "%", "—", "–", "--"})


def subject(tagged: Tagged, use: Use, context: Context) -> NounGroup | None:
    """The noun group before the cue, or the one that an earlier cue of the sentence has."""
    if use.participle:
        group = _subject_of_participle(tagged, use, context)
    else:
        group = subject_left(tagged, use)
        if group is None and _is_joined(tagged, use):
            group = _shared(tagged, use, context)
        elif group is not None:
            group = _behind_content(tagged, group, context)
    return None if group is None or is_mute(tagged, use, group) else group


def is_mute(tagged: Tagged, use: Use, group: NounGroup) -> bool:
    """Whether a noun group says nothing: "*the storm* explains it"; it may well show something."""
    if use.cue.type == "perception":
        return False
    return head_noun(tagged, group) in tagged.lexicon.cues.mute


def is_deed(tagged: Tagged, use: Use, group: NounGroup | None) -> bool:
    """Whether a cue's object is no words or thoughts: "admitted *four patients*"."""
    if group is None or "said" not in use.cue.frames:
        return False
    return head_noun(tagged, group) in tagged.lexicon.cues.goods


def _behind_content(tagged: Tagged, group: NounGroup, context: Context) -> NounGroup:
    """The group without what an earlier cue has: "A blames B and *C* praises D"."""
    ends = [stop for _, stop in context.last.content] if context.last else []
    for stop in ends:
        if group.first < stop < group.core - 1 and tagged.bits[stop] & CONJUNCTION:
            return NounGroup(stop + 1, group.stop, group.core)
    return group


def _subject_of_participle(tagged: Tagged, use: Use, context: Context) -> NounGroup | None:
    """ "commented on it, saying": who commented; "a letter saying": the letter, if nobody sent it."""
    group = _shared(tagged, use, context)
    if group is None and use.first > use.start and is_nominal(tagged, use.first - 1, use.start):
        group = noun_group_left(tagged, use.first, use.start)
    return group or _subject_behind(tagged, use)


def _subject_behind(tagged: Tagged, use: Use) -> NounGroup | None:
    """ "*Noting* that it was late, the mayor left": the subject of the clause after the comma."""
    if use.first - use.start > _LONGEST_OPENING:
        return None
    comma = next((n for n in range(use.stop, use.end) if tagged.low[n] == ","), use.end)
    group = noun_group_right(tagged, comma + 1, use.end)
    if group is None or group.stop >= use.end or not is_finite(tagged, group.stop):
        return None
    return group


def _shared(tagged: Tagged, use: Use, context: Context) -> NounGroup | None:
    """The source of the cue before, or the subject of the clause.

    A participle does not go on with "who": in "Anna Berg, *who said so*, left, saying X" she says X.
    """
    last = context.last
    if last and last.source and last.core and not (use.participle and _is_who(tagged, last)):
        return NounGroup(last.source[0], last.source[1], last.core[1])
    return clause_subject(tagged, use)


def _is_who(tagged: Tagged, finding: Finding) -> bool:
    return finding.source is not None and bool(tagged.bits[finding.source[0]] & RELATIVE)


def _is_joined(tagged: Tagged, use: Use) -> bool:
    """Whether a conjunction stands before the cue: "… and insists"."""
    at = use.first - 1
    while at > use.start and tagged.bits[at] & ADVERB and not tagged.bits[at] & CONJUNCTION:
        at -= 1
    return at >= use.start and bool(tagged.bits[at] & CONJUNCTION)


def subject_left(tagged: Tagged, use: Use) -> NounGroup | None:
    """The noun group just before a cue; for "which" and "that", what they stand for."""
    end = use.verb.left if use.verb else use.first
    group = noun_group_left(tagged, end, use.start)
    if group is None:
        return _speaker_before(tagged, end - 1, use.start)
    at = group.core - 1
    if group.core - group.first > 1 or not tagged.bits[at] & (RELATIVE | THAT):
        return group
    if _stays(tagged, at):
        return group
    before = antecedent(tagged, at, use.start)
    if before is not None and not tagged.bits[before.first] & PRONOUN:
        return before
    return None if tagged.bits[at] & THAT else group


def _speaker_before(tagged: Tagged, relative: int, start: int) -> NounGroup | None:
    """ "which", if what it stands for may speak: "the report, *which* said", "Acme, *which* said"."""
    if relative <= start or not tagged.bits[relative] & RELATIVE or tagged.low[relative - 1] != ",":
        return None
    group = antecedent(tagged, relative, start)
    if group is None or not tagged.bits[group.core - 1] & (CAPITAL | BEARER):
        return None
    return NounGroup(relative, relative + 1, relative + 1)


def _stays(tagged: Tagged, relative: int) -> bool:
    """Whether a relative word is the source itself, as "he" is.

    "Voters *who* say so": only some voters do. "Anna Berg, *who* said so": a name is linked by itself.
    But "the farmers, who said so" are the farmers, whom no link would tell.
    """
    if not tagged.bits[relative] & PERSON:
        return False
    before = relative - 1
    return tagged.low[before] != "," or bool(tagged.bits[before - 1] & CAPITAL)


def subject_right(tagged: Tagged, use: Use) -> NounGroup | None:
    """The noun group just after a cue ("…, said the spokesman"), with its apposition."""
    group = noun_group_right(tagged, use.stop, use.end)
    if group is None:
        return None
    return with_apposition(tagged, group, use.end)


def with_apposition(tagged: Tagged, group: NounGroup, end: int) -> NounGroup:
    """The group with what stands after it: "who …", ", 31, a spokesman for …,"."""
    stop = core = with_clause(tagged, group.stop, end)
    while (
        stop + 1 < end
        and tagged.low[stop] == ","
        and _opens_apposition(tagged, stop + 1, group.first)
    ):
        stop = _to_comma(tagged, stop + 1, end)
    return NounGroup(group.first, stop, core if stop > core else group.core)


def with_clause(tagged: Tagged, at: int, end: int) -> int:
    """Over "who was there" and "involved in the plan" behind a noun."""
    if at >= end or tagged.quotation[at] >= 0:
        return at
    bits = tagged.bits[at]
    participle = bits & VERB_PARTICIPLE or (bits & VERB_ING and not bits & CUE)
    if bits & RELATIVE or (participle and not bits & (CAPITAL | AUXILIARY)):
        return _to_comma(tagged, at, end)
    return at


def _to_comma(tagged: Tagged, at: int, end: int) -> int:
    """To the next comma or quotation, over the title of a book."""
    while at < end and tagged.low[at] != ",":
        number = tagged.quotation[at]
        if number < 0:
            at += 1
            continue
        first, stop = tagged.quoted[number]
        if stop - first > _TITLE or tagged.low[at - 1] in _INSIDE:
            return at
        at = stop
        if tagged.low[at - 2] == ",":
            break
    return at


def _opens_apposition(tagged: Tagged, at: int, first: int) -> bool:
    """Whether what follows a comma says who a name is: ", a teacher", ", 31", ", head of the school".

    ``first`` is where the name begins.
    """
    bits = tagged.bits[at]
    if bits & RELATIVE:
        # Behind a full name readers are told who that is: "said Anna Berg, *who supports it*".
        full = tagged.bits[first] & CAPITAL and at - first > _SURNAME
        return not (speaks(tagged, at) if full else reports(tagged, at))
    if bits & (DETERMINER | POSSESSIVE | NUMBER):
        return True
    if tagged.low[at - 2].isdigit() and bits & LINKING:
        return True
    if bits & ADVERB and not bits & CONJUNCTION and at + 1 < len(tagged.bits):
        # ", now a teacher", ", then head of the school"
        return bool(tagged.bits[at + 1] & DETERMINER) or _is_plain(tagged, at + 1)
    named = at + 1 < len(tagged.bits) and tagged.bits[at + 1] & LINKING and not bits & VERB_ING
    return _is_plain(tagged, at) or (bool(named) and bool(bits & VERB_BASE))


def _is_plain(tagged: Tagged, at: int) -> bool:
    """Whether a word can be nothing but a noun or an adjective."""
    return tagged.quotation[at] < 0 and not tagged.bits[at] & ~(WORD | NOUN | PLURAL | CAPITAL)


def subject_between(tagged: Tagged, use: Use, floor: int) -> NounGroup | None:
    """The noun group between the end of a quotation and the cue."""
    at = floor
    while at < use.first and tagged.bits[at] & SIGN:
        at += 1
    return noun_group_left(tagged, use.first, at) if at < use.first else None


def clause_subject(tagged: Tagged, use: Use) -> NounGroup | None:
    """The subject of the last finite verb before a cue that stands in no subordinate clause."""
    bits = tagged.bits
    group: NounGroup | None = None
    subordinate = False
    for at in range(use.start, use.first):
        if tagged.quotation[at] >= 0:
            continue
        if bits[at] & SIGN and tagged.low[at] not in _INSIDE:
            group, subordinate = None, False
        elif bits[at] & (SUBORDINATOR | RELATIVE | WH) and not bits[at] & (
            PREPOSITION | DETERMINER
        ):
            subordinate = True
        elif at > use.start and is_finite(tagged, at) and not is_finite(tagged, at - 1):
            if not subordinate:
                group = noun_group_left(tagged, at, use.start) or group
            subordinate = False
    return group
