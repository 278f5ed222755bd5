"""The subject before a verb: a noun group with what follows it and belongs to it.

"The senator *from Iowa who met the farmers*", "a report *by the bank*", "Anna Berg, *a teacher*,": read
from the verb back, in one walk that never leaves the sentence.
"""

from explainer.lexicons.words import (
    ADVERB,
    ADVERSATIVE,
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    DISCOURSE,
    LINKING,
    MODAL,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    VERB_FINITE,
    VERB_ING,
    VERB_PARTICIPLE,
)
from explainer.reading.nouns import (
    NounGroup,
    comma_before,
    dash_before,
    is_nominal,
    left_edge,
    walk_left,
)
from explainer.reading.tagged import Tagged

#: What an apposition between commas may begin with, and what another parenthesis begins with.
_APPOSITION = DETERMINER | POSSESSIVE | RELATIVE | CAPITAL | NUMBER
_PARENTHESIS = PREPOSITION | ADVERB | DISCOURSE | SUBORDINATOR | VERB_ING | CONJUNCTION
#: "who had worked with the council for years" is as far as a relative clause is looked back over.
_REACH = 12
#: "two weeks ago", "the past few years": a time has no more words than that.
_LONGEST_TIME = 4

#: What stands before the object of a participle or preposition, which is no subject.
_INSIDE = PREPOSITION | VERB_ING | VERB_PARTICIPLE
#: A letter for a party and a hyphen.
_SEAT = 2
_EDGES = frozenset({",", "-", "--", "–", "—"})
_CLOSES = frozenset({",", ")"})


def noun_group_left(tagged: Tagged, end: int, start: int) -> NounGroup | None:
    """The noun group that is the subject of a verb at ``end``; None if there is none.

    An apposition or "who" clause between commas before ``end`` belongs to it; other parentheses
    ("however", "in a statement"), adverbs and times are stepped over.
    """
    core = before_adverbials(tagged, end, start)
    stop = core
    closed = core > start and tagged.low[core - 1] in _EDGES
    if closed:
        edges = _before_parenthesis(tagged, core, start)
        if edges is None:
            return None
        core, stop = edges
    first = left_edge(tagged, core, start)
    if first is None:
        return None
    first = with_postmodifiers(tagged, first, start)
    if first - 2 > start and core > start and tagged.bits[first - 1] & _INSIDE:
        outer = _before_participles(tagged, first, start)
        if outer is not None:
            return outer
    if closed:
        first, core = _with_name(tagged, first, core, start)
    first = _with_list(tagged, first, core, start)
    return NounGroup(first, max(stop, core), core)


def antecedent(tagged: Tagged, relative: int, start: int) -> NounGroup | None:
    """What the "who" or "which" at ``relative`` stands for: the noun group next to it."""
    end = relative - 1 if relative > start and tagged.low[relative - 1] == "," else relative
    first = left_edge(tagged, end, start)
    return NounGroup(first, end, end) if first is not None else None


def before_adverbials(tagged: Tagged, end: int, start: int) -> int:
    """Steps back over adverbs and times: "the minister *on Monday also* said"."""
    at = end
    while at > start:
        if tagged.bits[at - 1] & (ADVERB | DISCOURSE) and not tagged.bits[at - 1] & PRONOUN:
            at -= 1
            continue
        if _is_apportioning(tagged, at - 1, start):
            at -= 1
            continue
        before = _before_time(tagged, at, start)
        if before is None:
            break
        at = before
    return at


def _is_apportioning(tagged: Tagged, at: int, start: int) -> bool:
    """ "the mayor and the baker *both* said": a determiner behind the noun."""
    both = DETERMINER | PRONOUN
    if tagged.bits[at] & both != both or at <= start or tagged.bits[at] & THAT:
        return False
    before = tagged.bits[at - 1]
    return is_nominal(tagged, at - 1, start) and not before & (VERB | PREPOSITION | CONJUNCTION)


def _before_time(tagged: Tagged, end: int, start: int) -> int | None:
    """Where the time that ends at ``end`` begins, if a noun that can be a subject stands before it."""
    bits = tagged.bits
    at = end - 1
    if not bits[at] & TIME or bits[at] & (AUXILIARY | MODAL):
        return None
    floor = max(start, at - _LONGEST_TIME)
    steps = tagged.lexicon.times.steps
    while at > floor and (
        bits[at - 1] & (DETERMINER | NUMBER | TIME | PREPOSITION) or tagged.low[at - 1] in steps
    ):
        at -= 1
        if bits[at] & PREPOSITION:
            break
    ordinary = at > start and (is_nominal(tagged, at - 1, start) or tagged.low[at - 1] in _CLOSES)
    linked = at > start and bits[at] & LINKING and tagged.low[at] == "of"
    return at if ordinary and not linked else None


def _before_parenthesis(tagged: Tagged, core: int, start: int) -> tuple[int, int] | None:
    """Where the noun group before ", …," ends, without and with what stands between the commas."""
    if tagged.low[core - 1] != ",":
        dash = dash_before(tagged, core - 1, start)
        return (dash, core - 1) if dash is not None else None
    comma = comma_before(tagged, core - 2, start)
    if comma is None:
        return None
    inner = tagged.bits[comma + 1]
    if not inner & _APPOSITION and inner & _PARENTHESIS:
        return comma, comma
    if inner & SUBJECT and not inner & RELATIVE:
        return None
    return comma, comma if inner & RELATIVE and reports(tagged, comma + 1) else core - 1


def reports(tagged: Tagged, relative: int) -> bool:
    """Whether a "who" clause has an attribution of its own: "Anna Berg, *who said* it was late, …"."""
    at = _verb_of(tagged, relative)
    return at < len(tagged.bits) and bool(tagged.bits[at] & CUE)


def speaks(tagged: Tagged, relative: int) -> bool:
    """Whether that attribution is a saying: "who thinks so", but not "who supports the plan"."""
    if not reports(tagged, relative):
        return False
    cue = tagged.lexicon.cues.verbs.get(tagged.low[_verb_of(tagged, relative)])
    return cue is not None and bool(cue.frames & {"clause", "quote"})


def _verb_of(tagged: Tagged, relative: int) -> int:
    at = relative + 1
    while at < len(tagged.bits) and tagged.bits[at] & (ADVERB | AUXILIARY | MODAL):
        at += 1
    return at


def _before_participles(tagged: Tagged, at: int, start: int) -> NounGroup | None:
    """ "Anna Berg, *speaking at a rally in Bergen, Norway*, said": the noun before the first comma."""
    comma = comma_before(tagged, at - 1, start)
    if comma is None or comma <= start:
        return None
    inner = tagged.bits[comma + 1]
    if not inner & (VERB_ING | VERB_PARTICIPLE) or inner & (DETERMINER | CAPITAL):
        return None
    first = left_edge(tagged, comma, start)
    if first is None or not _opens(tagged, first, start):
        return None
    if _is_seat(tagged.document.tokens.text[first]):
        return None
    return NounGroup(first, comma, comma)


def with_postmodifiers(tagged: Tagged, first: int, start: int) -> int:
    """Where a subject begins whose last noun group begins at ``first``.

    No object of a preposition is a subject, and what stands after a participle or in a relative
    clause is none either: the noun before them is.
    """
    while first - 1 > start:
        noun = _noun_before(tagged, first - 1, start)
        if noun is None or noun < start or not is_nominal(tagged, noun, start):
            break
        earlier = walk_left(tagged, noun, start)
        if earlier >= first:
            break
        first = earlier
    return first


def _noun_before(tagged: Tagged, at: int, start: int) -> int | None:
    """The last token of the noun that what stands at ``at`` modifies with what follows."""
    bits = tagged.bits[at]
    if bits & PREPOSITION and not bits & (SUBORDINATOR | SIGN | CAPITAL):
        before = at - 1
        if tagged.bits[before] & VERB and not is_nominal(tagged, before, start):
            return _noun_before(tagged, before, start)
        return before
    if bits & VERB and not bits & (AUXILIARY | MODAL):
        noun = _before_participle(tagged, at, start)
        return _before_relative(tagged, at, start) if noun is None else noun
    return None


def _before_participle(tagged: Tagged, at: int, start: int) -> int | None:
    """ "polls *released* on Sunday", "a group *backing* the mayor"."""
    bits, before = tagged.bits[at], tagged.bits[at - 1]
    if not bits & (VERB_ING | VERB_PARTICIPLE) or before & (PRONOUN | AUXILIARY | SIGN):
        return None
    if bits & VERB_FINITE and before & CAPITAL and at - 1 > start:
        return None
    return at - 1 if is_nominal(tagged, at - 1, start) else None


def _before_relative(tagged: Tagged, at: int, start: int) -> int | None:
    """ "farmers who *watched* the flood"."""
    for word in range(at - 1, max(start, at - _REACH), -1):
        bits = tagged.bits[word]
        if bits & RELATIVE and not (bits & THAT and tagged.bits[word - 1] & VERB):
            return word - 1
        if bits & (SIGN | SUBORDINATOR) or tagged.quotation[word] >= 0:
            return None
    return None


def _with_name(tagged: Tagged, first: int, core: int, start: int) -> tuple[int, int]:
    """The group with the name that it stands behind: "Ryan Berg, 30, a member of …"."""
    while first - 2 >= start and tagged.low[first - 1] == ",":
        bits = tagged.bits[first]
        plain = bits & (DETERMINER | NUMBER | POSSESSIVE) or not bits & (CAPITAL | PRONOUN)
        plain = plain or _is_seat(tagged.document.tokens.text[first])
        end = _before_age(tagged, first - 1, start)
        before = tagged.bits[end - 1]
        if not plain or not before & CAPITAL or before & (TIME | ADVERB):
            break
        earlier = left_edge(tagged, end, start)
        if earlier is None or not _opens(tagged, earlier, start):
            break
        first, core = earlier, end
    return first, core


def _is_seat(word: str) -> bool:
    """Whether a word says whom a member stands for: "Anna Berg, *R-Ohio*, said"."""
    return len(word) > _SEAT and word[0].isupper() and word[1] == "-"


def _before_age(tagged: Tagged, comma: int, start: int) -> int:
    """The comma before an age that ends at ``comma``: "Ryan Berg*,* 30, a member"; else ``comma``."""
    aged = comma - 3 >= start and tagged.bits[comma - 1] & NUMBER and tagged.low[comma - 2] == ","
    return comma - 2 if aged else comma


def _with_list(tagged: Tagged, first: int, core: int, start: int) -> int:
    """Where a list begins whose last member, or last two, begin at ``first``: "Ann, Carl and *Eva*"."""
    low, bits = tagged.low, tagged.bits
    end = first
    if end - 1 > start and bits[end - 1] & CONJUNCTION and not bits[end - 1] & ADVERSATIVE:
        end -= 1
    elif not any(bits[at] & CONJUNCTION for at in range(first, core)):
        return first
    # "…, and Eva said": two members have no comma between them, so it opens another clause.
    fewest = 2 if end < first and low[end - 1] == "," else 1
    member, members = first, 0
    while end - 1 > start and (low[end - 1] == "," or members == 0):
        end -= low[end - 1] == ","
        earlier = left_edge(tagged, end, start)
        if earlier is None or bits[end - 1] & TIME:
            break
        end = member = earlier
        members += 1
    return member if members >= fewest and _opens_list(tagged, member, start) else first


def _opens_list(tagged: Tagged, first: int, start: int) -> bool:
    """Whether the list is no object: a clause or a sentence opens before it."""
    if first <= start:
        return True
    before = tagged.bits[first - 1]
    if before & SIGN:
        return tagged.low[first - 1] in _EDGES
    return bool(before & (CONJUNCTION | THAT)) or (
        bool(before & SUBORDINATOR) and not before & PREPOSITION
    )


def _opens(tagged: Tagged, first: int, start: int) -> bool:
    """Whether a subject may begin here: no preposition stands before it, nor a place's own."""
    if first <= start:
        return True
    before = tagged.bits[first - 1]
    return not before & PREPOSITION or bool(before & (SUBORDINATOR | CONJUNCTION))
