"""Contents: where what somebody said begins and ends."""

from explainer.lexicons.words import (
    ADVERB,
    ADVERSATIVE,
    AS,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DEFINITE,
    DETERMINER,
    DISCOURSE,
    MODAL,
    NOUN,
    NUMBER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VENUE,
    VERB,
    VERB_BASE,
    VERB_FINITE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
    WH,
    WHERE,
)
from explainer.reading.attributions.finding import Use
from explainer.reading.nouns import noun_group_right
from explainer.reading.subjects import antecedent, before_adverbials
from explainer.reading.tagged import Tagged

#: "But in", "While": words before a participle that opens a sentence.
_LONGEST_OPENING = 3
_DASHES = frozenset({"-", "--", "—", "–"})
#: How far a subject may stand before its verb.
_REACH = 25
#: Words that open a clause, or go on with one.
_OPENS = THAT | RELATIVE | WH | SUBORDINATOR | CONJUNCTION
#: "said on Tuesday in a statement" has few words after its verb.
_ADVERBIAL = 6


def is_finite(tagged: Tagged, at: int) -> bool:
    """Whether a token is a finite verb with something before it that can be its subject."""
    last = at - 1
    opens = tagged.bits[last] & SIGN and not tagged.bits[at] & CAPITAL and last > 0
    if opens and tagged.quotation[last] >= 0 > tagged.quotation[last - 1]:
        # The words “*are* lost”: the mark that opens a quotation is no word.
        last -= 1
    bits, before = tagged.bits[at], tagged.bits[last]
    if tagged.low[at] == "'s" and not before & (PRONOUN | SUBJECT | WH):
        # "the party's plan": it makes an owner.
        return False
    if bits & (MODAL | AUXILIARY) and not bits & (CONJUNCTION | PREPOSITION):
        return True
    if bits & (VERB_PAST | VERB_S):
        # "this *includes*", but "this *claims* office"
        this = before & DETERMINER and before & PRONOUN and bits & VERB_S and not bits & NOUN
        return bool(this) or not before & (DETERMINER | POSSESSIVE | PREPOSITION)
    return bool(bits & VERB_BASE) and (
        bool(before & (PRONOUN | SUBJECT | PLURAL)) or tagged.low[last].endswith("s")
    )


def has_clause(tagged: Tagged, first: int, stop: int) -> bool:
    """Whether a finite verb with a subject before it stands in the range."""
    return any(is_finite(tagged, at) for at in range(first + 1, stop))


def opens_clause(tagged: Tagged, first: int, end: int) -> bool:
    """Whether a clause begins here: a subject, with a finite verb soon after it."""
    bits = tagged.bits[first]
    if bits & TO or (bits & SIGN and tagged.quotation[first] < 0):
        return False
    if bits & (PREPOSITION | SUBORDINATOR) and not bits & (DETERMINER | PRONOUN | CAPITAL):
        return False
    if bits & PRONOUN and bits & SUBJECT and not bits & CONJUNCTION:
        return True
    for at in range(first + 1, min(end, first + _REACH)):
        # "the claim that it was safe": the noun before "that" opens no clause of its own.
        if tagged.low[at] == ";" or tagged.bits[at] & THAT:
            return False
        if is_finite(tagged, at):
            return True
    return False


def clause_start(tagged: Tagged, end: int, start: int) -> int:
    """Where the clause before ``end`` begins: after the sentence's opening "But" or "However,"."""
    at = start
    while at < end and (tagged.low[at] == "," or tagged.bits[at] & (CONJUNCTION | DISCOURSE)):
        at += 1
    return at


def content_end(tagged: Tagged, use: Use, first: int, bare: bool = False) -> int:
    """Where a content that begins at ``first`` ends.

    At its sentence's end, or before what goes on with the same source (", but said …"), steps out
    of it (", according to …") or, where the cue's own clause depends on another, closes it (",").
    ``bare`` says that it is no clause but a noun group or an infinitive, which clauses behind a
    comma do not go on.
    """
    end = _sentence_part(tagged, use, first, bare)
    return before_predicate(tagged, first, end) if _is_in_subject(tagged, use) else end


def _sentence_part(tagged: Tagged, use: Use, first: int, bare: bool) -> int:
    """The same, where the cue stands in no clause that belongs to a subject."""
    depends = _in_relative_clause(tagged, use) or _is_subordinate(tagged, use)
    told, nominal = False, bare and not tagged.bits[first] & (TO | VERB_ING)
    for at in range(first + 1, use.end):
        number = tagged.quotation[at]
        if number >= 0:
            closes = at + 1 == tagged.quoted[number][1] and tagged.low[at - 1] == ","
            if closes and (depends or _steps_out(tagged, at, use, bare)):
                return at + 1
            continue
        if _ends_at(tagged, at, use, depends, told, bare):
            return at
        if nominal and _is_circumstance(tagged.bits[at]):
            return at
        told = told or is_finite(tagged, at)
        nominal = nominal and not told and not tagged.bits[at] & (TO | VERB_ING | RELATIVE)
    return use.end


def _is_in_subject(tagged: Tagged, use: Use) -> bool:
    """ "Voters who say so *are many*": the cue stands in a clause that belongs to the subject."""
    left = use.verb.left if use.verb else use.first
    relative = left - 1
    if relative <= use.start or not tagged.bits[relative] & (RELATIVE | THAT):
        return False
    before = antecedent(tagged, relative, use.start)
    if before is None or tagged.low[relative - 1] == ",":
        return False
    opens = SIGN | CONJUNCTION | SUBORDINATOR
    return before.first == use.start or bool(tagged.bits[before.first - 1] & opens)


def _is_circumstance(bits: int) -> bool:
    """ "praised the plan *when* it came": the time or the reason of the praise."""
    return bool(bits & SUBORDINATOR) and not bits & (AS | WH | CAPITAL | ADVERB)


def _ends_at(tagged: Tagged, at: int, use: Use, depends: bool, told: bool, bare: bool) -> bool:
    """Whether a content ends before a token; ``told`` says that it has a finite verb so far."""
    low, bits = tagged.low[at], tagged.bits[at]
    if low == ";" or (low == "." and bits & SIGN):
        return True
    if low == ",":
        remark = told and not bare and _is_last_remark(tagged, at + 1, use.end)
        return depends or remark or _steps_out(tagged, at, use, bare)
    if low in _DASHES:
        return not tagged.is_hyphen(at) and _breaks_off(tagged, at + 1, use)
    if bits & CONJUNCTION:
        return _goes_back(tagged, at, use, told, bare)
    if bits & SIGN and low == ":" and _is_speech_of_another(tagged, at + 1, use.end):
        return True
    return not told and is_saying(tagged, at, use.end)


def _is_speech_of_another(tagged: Tagged, at: int, end: int) -> bool:
    """Whether a quotation follows that has a cue of its own: "… was lost: “Go,” she said"."""
    if at >= end or tagged.quotation[at] < 0:
        return False
    stop = tagged.quoted[tagged.quotation[at]][1]
    group = noun_group_right(tagged, stop, end)
    return group is not None and group.stop < end and bool(tagged.bits[group.stop] & CUE)


def is_saying(tagged: Tagged, at: int, end: int) -> bool:
    """ "commented on the flood *saying that nobody was warned*": a cue with a content of its own."""
    bits = tagged.bits[at]
    cue = tagged.lexicon.cues.verbs.get(tagged.low[at]) if bits & CUE and bits & VERB_ING else None
    if cue is None or "quote" not in cue.frames or "np" in cue.frames or at + 1 >= end:
        return False
    return bool(tagged.bits[at + 1] & THAT) or opens_clause(tagged, at + 1, end)


def _breaks_off(tagged: Tagged, at: int, use: Use) -> bool:
    """Whether what follows a dash is a remark on the content: "– a first", "– but it was late"."""
    if at >= use.end:
        return True
    bits = tagged.bits[at]
    return bool(bits & (DETERMINER | ADVERSATIVE)) and tagged.quotation[at] < 0


def _is_subordinate(tagged: Tagged, use: Use) -> bool:
    """ "While the mayor said it was safe, …": the cue's clause opens the sentence and depends."""
    at = use.start
    if at < use.first and tagged.bits[at] & CONJUNCTION:
        at += 1
    opens = use.participle and use.first - use.start <= _LONGEST_OPENING
    # "In a year *when* the mayor talks about it, …"
    fronted = tagged.bits[at] & PREPOSITION and any(
        tagged.bits[n] & SUBORDINATOR and not tagged.bits[n] & PREPOSITION
        for n in range(at + 1, use.first)
    )
    if not opens and not fronted and not tagged.bits[at] & SUBORDINATOR:
        return False
    return "," not in tagged.low[at : use.first]


def _goes_back(tagged: Tagged, at: int, use: Use, told: bool, bare: bool) -> bool:
    """Whether a conjunction goes on with the subject of the cue: "denied it and left the room"."""
    if _same_source_again(tagged, at, use):
        return True
    if bare and not told and _other_source(tagged, at + 1, use) is not None:
        return True
    if told and not bare and _says_too(tagged, at + 1, use):
        return True
    if told and not tagged.bits[at] & ADVERSATIVE:
        return False
    return _joins_verb(tagged, at + 1, use.end)


def _says_too(tagged: Tagged, first: int, use: Use) -> bool:
    """ "… and others *said that* it was late": somebody else's cue, with a content of its own."""
    cue = _other_source(tagged, first, use)
    if cue is None or cue + 1 >= use.end or "clause" not in _frames(tagged, cue):
        return False
    speaks = "quote" in _frames(tagged, cue)
    return speaks and (bool(tagged.bits[cue + 1] & THAT) or opens_clause(tagged, cue + 1, use.end))


def _frames(tagged: Tagged, cue: int) -> frozenset[str]:
    found = tagged.lexicon.cues.verbs.get(tagged.low[cue])
    return found.frames if found else frozenset()


def _joins_verb(tagged: Tagged, at: int, end: int) -> bool:
    """Whether a finite verb follows a conjunction, so that it shares the subject before it."""
    while at < end and tagged.bits[at] & ADVERB and not tagged.bits[at] & (SUBJECT | DETERMINER):
        at += 1
    if at >= end or tagged.quotation[at] >= 0:
        return False
    bits = tagged.bits[at]
    finite = bits & (AUXILIARY | MODAL | VERB_S) or (bits & VERB_PAST and not bits & NOUN)
    return bool(finite) and not bits & (PREPOSITION | VERB_ING | CAPITAL | DETERMINER)


def _in_relative_clause(tagged: Tagged, use: Use) -> bool:
    """Whether "who", "which", or a "that" which opens no reported clause, stands before the cue."""
    for at in range(use.first - 1, max(use.start, use.first - 7), -1):
        if tagged.bits[at] & RELATIVE:
            return True
        if tagged.bits[at] & THAT:
            return not tagged.bits[at - 1] & (VERB | CUE)
        if tagged.bits[at] & SIGN:
            return False
    return False


def _steps_out(tagged: Tagged, comma: int, use: Use, bare: bool) -> bool:
    """Whether what follows a comma no longer belongs to the content before it."""
    at = comma + 1
    if at >= use.end or _is_other_phrase(tagged, at):
        return True
    bits = tagged.bits[at]
    if bits & VERB_ING and not bits & PREPOSITION and (bare or bits & CUE):
        return True
    if bare and _is_remark(tagged, at, use.end):
        return True
    if bits & CONJUNCTION and _same_source_again(tagged, at, use):
        return True
    if bits & CONJUNCTION and _turns(tagged, at, use):
        return True
    if bits & (CONJUNCTION | SUBORDINATOR):
        return _other_source(tagged, at + 1, use) is not None
    if bits & CUE and bits & (VERB_PAST | VERB_S) and not bits & (NOUN | CAPITAL | PREPOSITION):
        # "…, said that": the verb of a subject before the cue's own clause.
        frames = _frames(tagged, at)
        return {"quote", "clause"} <= frames and "np" not in frames
    cue = _other_source(tagged, at, use)
    return cue is not None and _ends_there(tagged, cue, use)


def _is_other_phrase(tagged: Tagged, at: int) -> bool:
    """Whether "according to" or its like begins here."""
    if tagged.low[at] not in tagged.lexicon.cues.before_starts:
        return False
    phrases = tagged.lexicon.cues.before
    return any(tuple(tagged.low[at : at + len(words)]) == words for words in phrases)


def _is_remark(tagged: Tagged, at: int, end: int) -> bool:
    """Whether a remark on a noun group goes on to the sentence's end: "the plan, *which was old*"."""
    bits = tagged.bits[at]
    if bits & SUBORDINATOR and not bits & (PREPOSITION | AS):
        return True
    apposition = bits & RELATIVE or (bits & DETERMINER and not bits & (PRONOUN | NUMBER))
    return bool(apposition) and "," not in tagged.low[at:end]


def _is_last_remark(tagged: Tagged, at: int, end: int) -> bool:
    """Whether the article ends with a remark of its own: "…, *which is old*", "…, *a first*"."""
    if at >= end or tagged.quotation[at] >= 0 or "," in tagged.low[at:end]:
        return False
    bits = tagged.bits[at]
    if bits & RELATIVE and not bits & THAT:
        return True
    indefinite = bits & DETERMINER and not bits & (DEFINITE | PRONOUN | NUMBER)
    return bool(indefinite) and not _is_main_clause(tagged, at, end)


def _is_main_clause(tagged: Tagged, at: int, end: int) -> bool:
    """ "a plan is ready", but not "a plan *that* is ready"."""
    for word in range(at + 1, end):
        if tagged.bits[word] & (RELATIVE | THAT):
            return False
        if is_finite(tagged, word):
            return True
    return False


def _turns(tagged: Tagged, conjunction: int, use: Use) -> bool:
    """Whether after ", and" or ", but" the article goes on in its own words."""
    at = conjunction + 1
    if at >= use.end or tagged.quotation[at] >= 0 or tagged.bits[at] & THAT:
        return False
    if _joins_verb(tagged, at, use.end):
        return True
    bits = tagged.bits[at]
    if bits & PRONOUN and bits & SUBJECT and not bits & RELATIVE:
        return True
    return bool(tagged.bits[conjunction] & ADVERSATIVE) and opens_clause(tagged, at, use.end)


def _same_source_again(tagged: Tagged, conjunction: int, use: Use) -> bool:
    """ "… and insists", "… but also said": a cue in the same form, without a subject of its own."""
    bits = tagged.bits
    at = conjunction + 1
    while at < use.end and bits[at] & (ADVERB | AUXILIARY) and not bits[at] & SUBJECT:
        at += 1
    if at >= use.end or not bits[at] & CUE or use.verb is None:
        return False
    form = bits[use.verb.head] & (VERB_PAST | VERB_S | VERB_BASE | VERB_ING)
    return bool(bits[at] & form) and at - conjunction <= 4


def _other_source(tagged: Tagged, first: int, use: Use) -> int | None:
    """ "…, but Ukraine denies": the cue of a new subject that begins at ``first``."""
    group = noun_group_right(tagged, first, use.end)
    if group is None:
        return None
    at = group.stop
    while at < use.end and tagged.bits[at] & (ADVERB | AUXILIARY | MODAL):
        at += 1
    is_cue = at < use.end and tagged.bits[at] & CUE and tagged.bits[at] & VERB_FINITE
    return at if is_cue else None


def _ends_there(tagged: Tagged, cue: int, use: Use) -> bool:
    """Whether nothing follows a cue but a short adverbial: "…, the minister said Saturday"."""
    if "post" not in tagged.lexicon.cues.verbs[tagged.low[cue]].frames:
        return False
    comma = next((n for n in range(cue + 1, use.end) if tagged.low[n] == ","), use.end)
    return comma - cue <= _ADVERBIAL and not has_clause(tagged, cue + 1, comma)


def before_predicate(tagged: Tagged, first: int, stop: int, nominal: bool = False) -> int:
    """Where a content ends that is part of a subject: "his promise to go *was not kept*".

    Each word that opens a clause brings a verb of its own; the next one is not the content's.
    ``nominal`` says that the content is a noun group, and has none from the start.
    """
    bare = nominal or tagged.bits[first] & (THAT | TO)
    own = 0 if bare or not opens_clause(tagged, first, stop) else 1
    for at in range(first, stop):
        bits = tagged.bits[at]
        if bits & _OPENS or tagged.quotation[at] >= 0:
            own += 1
        elif at > first and _is_predicate(tagged, at):
            own -= 1
            if own < 0:
                return at
    return stop


def _is_predicate(tagged: Tagged, at: int) -> bool:
    """Whether a verb group that cannot be a participle begins at a token."""
    bits, last = tagged.bits[at], at - 1
    while tagged.bits[last] & ADVERB and not tagged.bits[last] & (AUXILIARY | MODAL):
        last -= 1
    owned = last > 0 and tagged.bits[last - 1] & (DETERMINER | POSSESSIVE)
    inside = AUXILIARY | MODAL | TO | (0 if bits & MODAL or owned else VERB)
    if tagged.bits[last] & inside or not is_finite(tagged, at):
        return False
    if bits & (AUXILIARY | MODAL) or (bits & VERB_S and not bits & NOUN):
        return True
    if bits & VERB_PAST and not bits & VERB_PARTICIPLE:
        return True
    after = tagged.bits[at + 1] if at + 1 < len(tagged.bits) else 0
    return bool(
        bits & VERB_PAST and after & (DETERMINER | POSSESSIVE) and not tagged.bits[at - 1] & SIGN
    )


def without_time(tagged: Tagged, first: int, stop: int) -> int:
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
