"""What a time expression dates: its clause, only a thing that is named in it, or nothing.

"Clinton won Monday's debate" tells of a debate on Monday, and of nothing else on that day. "The worst
storm since 1982" compares, and tells nothing of 1982.
"""

from collections.abc import Container
from unicodedata import category

from explainer.lexicons.words import (
    ADVERB,
    AS,
    AUXILIARY,
    BE,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    LINKING,
    MODAL,
    NEGATIVE,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBORDINATOR,
    TO,
    VERB,
    VERB_BASE,
    VERB_FINITE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.attributions.finding import Range
from explainer.reading.nouns import is_nominal, left_edge, noun_group_right
from explainer.reading.predicates import predicates
from explainer.reading.tagged import Tagged

#: What may stand before a noun that it tells more of: Monday's widely panned debate.
_QUALIFIES = ADVERB | VERB_PARTICIPLE | VERB_ING

#: How far before "since" stands what it is counted from: "the worst storm in Europe since".
_REACH = 12

#: "Than in 2010" has no more tokens before the year.
_NEAR = 2

#: So many tokens may stand between an article and a year: his long-lost and failed 2012 bid.
_ADJECTIVES = 5


def thing_dated(
    tagged: Tagged, place: Range, around: Range, other: bool = False, apart: bool = False
) -> Range | None:
    """The noun group that a time belongs to, where it does not date its whole clause.

    Args:
        tagged: the article.
        place: the tokens of the time expression.
        around: those of its clause.
        other: whether the clause has another time.
        apart: whether what the clause tells is not of that time, also where the thing is its subject.

    Returns:
        The tokens of "Monday's debate", "the 1996 law"; None where the time dates the clause: "at
        Monday's debate, …", "Monday's debate was long".
    """
    first = _first(tagged, place, around)
    noun = place[1] + (first == place[0])
    noun += first == place[0] - 1 and _is_comma(tagged, place, around)
    while noun + 1 < around[1] and tagged.bits[noun] & _QUALIFIES:
        if tagged.bits[noun + 1] & (PREPOSITION | SIGN):
            break
        noun += 1
    group = noun_group_right(tagged, noun, around[1]) if first is not None else None
    if first is None or group is None:
        return None
    stop = _whole(tagged, group.stop, around[1])
    thing = first, _before_purpose(tagged, noun, _alone(tagged, noun, stop))
    if apart or (other and first > around[0] + 1):
        return thing
    return None if _dates_clause(tagged, place, (first, stop), around) else thing


def _whole(tagged: Tagged, stop: int, end: int) -> int:
    """The end of a noun group with nouns that look like verbs: the 1996 car *bombing* of a shop."""
    while stop < end:
        bits, after = tagged.bits[stop], tagged.bits[stop + 1] if stop + 1 < end else SIGN
        ing = bits & VERB_ING and after & (SIGN | RELATIVE | LINKING | VERB_FINITE | AUXILIARY)
        joined = PREPOSITION | CONJUNCTION if bits & NOUN else 0
        plural = bits & VERB_S and after & (SIGN | VERB_FINITE | AUXILIARY | MODAL | joined)
        plain = bits & VERB_BASE and after & (SIGN | PREPOSITION | VERB_FINITE | AUXILIARY)
        if not (ing or plural or plain) or bits & (CAPITAL | AUXILIARY):
            break
        stop += 1
    group = noun_group_right(tagged, stop + 1, end) if _of(tagged, stop, end) else None
    if group is None:
        return stop
    return next((at for at in range(stop, group.stop) if tagged.bits[at] & CONJUNCTION), group.stop)


def _alone(tagged: Tagged, first: int, stop: int) -> int:
    """The end of the first of several groups: the 1996 raid | and her answer."""
    bits = tagged.bits
    other = DETERMINER | POSSESSIVE
    glue = tagged.lexicon.times.glue
    for at in range(first, stop - 1):
        if tagged.low[at] in glue["between"]:
            break
        if bits[at] & CONJUNCTION and bits[at + 1] & other:
            return at
    return stop


def _before_purpose(tagged: Tagged, first: int, stop: int) -> int:
    """The end of a noun group without "in an attempt (to)"."""
    if stop >= len(tagged.bits) or not tagged.bits[stop] & TO:
        return stop
    return next((at for at in range(stop - 1, first, -1) if tagged.bits[at] & PREPOSITION), stop)


def _of(tagged: Tagged, at: int, end: int) -> bool:
    """Whether a noun goes on with "of"."""
    return at + 1 < end and tagged.low[at] in tagged.lexicon.times.glue["of"]


def event_dated(
    tagged: Tagged,
    place: Range,
    around: Range,
    times: Container[int],
    past: bool,
    ahead: bool = False,
) -> Range | None:
    """The noun group that a time stands behind, where its clause is of another time.

    "It will close after *a loss last year*", "it fell in May after *a loss last year*": not the closing,
    nor the fall, was last year.

    Args:
        tagged: the article.
        place: the tokens of the time expression.
        around: those of its clause.
        times: the first tokens of all time expressions.
        past: whether the time was over on the article's date, or is of no saying in the past.
        ahead: whether it is still to come.
    """
    on = place[0] - (place[0] > around[0] and bool(tagged.bits[place[0] - 1] & PREPOSITION))
    if tagged.bits[on - 1] & DETERMINER or (on < place[0] and tagged.bits[on] & SUBORDINATOR):
        return None
    first = left_edge(tagged, on, around[0])
    while first and category(tagged.low[first - 1][-1]) == "Sc":
        first = left_edge(tagged, first - 1, around[0])
    if first is None or first in times or not _may_be_dated(tagged, first, on, around[0]):
        return None
    if first <= around[0]:
        apart = on < place[0] and _is_told_apart(tagged, place, around, past, ahead)
        return (first, place[1]) if apart else None
    main = range(around[0], first - 1)
    if not _after(tagged, first - 1):
        # "It results from *the ruling on Monday*" is of now.
        of_now = past and tagged.bits[first - 1] & PREPOSITION and _is_told_now(tagged, main)
        return (first, place[1]) if of_now else None
    if any(at in times for at in main) or (past and _is_told_otherwise(tagged, main)):
        return first, place[1]
    return None


def _may_be_dated(tagged: Tagged, first: int, on: int, floor: int) -> bool:
    """Whether a noun group may be of a time.

    None is a gerund; a place (to the United States last year); an owner (like Berg's in 2008); "power"
    of "the handing over of power in 2008".
    """
    glue, low, bits = tagged.lexicon.times.glue, tagged.low, tagged.bits
    if bits[first] & VERB_ING or all(bits[at] & (CAPITAL | DETERMINER) for at in range(first, on)):
        return False
    part = first > floor and low[first - 1] in glue["of"]
    return low[on - 1] not in glue["genitive"] and not part


def _is_told_apart(tagged: Tagged, place: Range, around: Range, past: bool, ahead: bool) -> bool:
    """Whether a clause is of another time than its subject.

    "*The speech on Monday* is remembered", "*the race for the vote in 2016* has begun".
    """
    now = _goes_on_now(tagged, place[1], around[1])
    before = tagged.bits[place[0] - 2]
    return not before & (CAPITAL | PRONOUN) and bool((past and now) or (ahead and now is False))


def _after(tagged: Tagged, at: int) -> bool:
    """Whether "after", "before", "despite" or "following" stands there."""
    bits = tagged.bits[at]
    if bits & AS:
        return False
    gerund = bits & VERB_ING and tagged.low[at] in tagged.lexicon.times.glue["preposition"]
    return bool(gerund or (bits & SUBORDINATOR and bits & PREPOSITION))


def _is_told_now(tagged: Tagged, main: range) -> bool:
    """Whether a clause has a verb in the present: "it results", but not "it says"."""
    found = list(predicates(tagged, main.start, main.stop))[-1:]
    bits = tagged.bits[found[0].first] if found else 0
    if bits & BE and found[0].head == found[0].first:
        # "It is below its peak in 2010"
        return tagged.low[found[0].first] not in tagged.lexicon.statuses.past
    return bool(bits & VERB_S and not bits & (VERB_PAST | AUXILIARY | CUE))


def _goes_on_now(tagged: Tagged, first: int, stop: int) -> bool | None:
    """Whether the next verb is in the present: "is", "does not help", "shows"; but not "has shown".

    None where it does not follow at once, or reports.
    """
    found = next(predicates(tagged, first, stop), None)
    if found is None or found.first > first + 1 or tagged.bits[found.head] & CUE:
        return None
    bits, low = tagged.bits[found.first], tagged.low[found.first]
    if bits & (AUXILIARY | MODAL):
        statuses, have = tagged.lexicon.statuses, tagged.lexicon.times.glue["have"]
        return low not in statuses.past and low not in have
    return bool(bits & (VERB_S | VERB_BASE) and not bits & VERB_PAST)


def _is_told_otherwise(tagged: Tagged, main: range) -> bool:
    """Whether a clause is told in the present, the perfect or the future, or without a finite verb."""
    found = list(predicates(tagged, main.start, main.stop))
    if not found:
        return True
    first = found[-1].first
    past = tagged.low[first] in tagged.lexicon.statuses.past or tagged.bits[first] & VERB_PAST
    return not past


def _first(tagged: Tagged, place: Range, around: Range) -> int | None:
    """Where a noun group with that time begins, if the time stands in one before its noun."""
    first, stop = place
    if stop >= around[1]:
        return None
    if tagged.low[first - 1] in tagged.lexicon.times.glue["genitive"] and first - 1 > around[0]:
        # The noun belongs to somebody: "Berg's 1995 tax returns".
        return _owner(tagged, first, around[0]) if is_nominal(tagged, stop, first) else None
    if stop + 1 < around[1] and tagged.low[stop] in tagged.lexicon.times.glue["genitive"]:
        return first
    article = first > around[0] and tagged.bits[first - 1] & (DETERMINER | POSSESSIVE)
    if not article and (far := _article_before(tagged, place, around)) is not None:
        return far if is_nominal(tagged, stop, first) else None
    comma = _is_comma(tagged, place, around)
    nominal = is_nominal(tagged, stop + comma, first - 1) or (
        comma and tagged.bits[stop + 1] & VERB_ING
    )
    return first - 1 if article and nominal else None


def _article_before(tagged: Tagged, place: Range, around: Range) -> int | None:
    """The article before a year, with adjectives between the two: his *failed* 2012 bid."""
    year = place[1] == place[0] + 1 and tagged.low[place[0]].isdigit()
    at = place[0] - 1
    while year and at > max(around[0], place[0] - _ADJECTIVES):
        qualifies = tagged.bits[at] & _QUALIFIES or is_nominal(tagged, at, around[0])
        if not qualifies or tagged.bits[at] & CAPITAL:
            return None
        at -= 1
        if tagged.bits[at] & (DETERMINER | POSSESSIVE):
            return at
    return None


def _owner(tagged: Tagged, at: int, floor: int) -> int | None:
    """Where the owner before a token begins: a deputy head of *Berg's* 1995 campaign."""
    first = left_edge(tagged, at, floor)
    if first is None:
        return None
    return next((n + 1 for n in range(at - 1, first, -1) if tagged.bits[n] & LINKING), first)


def is_before_noun(tagged: Tagged, place: Range, around: Range) -> bool:
    """Whether a time stands before the noun that it belongs to: Monday's debate, the 1996 law."""
    if _first(tagged, place, around) is not None:
        return True
    stop = place[1]
    other = CAPITAL | DETERMINER | POSSESSIVE
    return stop < around[1] and not tagged.bits[stop] & other and is_nominal(tagged, stop, stop)


def _is_comma(tagged: Tagged, place: Range, around: Range) -> bool:
    """Whether the comma behind a full date stands before its noun: the May 3, 1988, bombing."""
    stop = place[1]
    return (
        stop + 1 < around[1]
        and tagged.low[stop] == ","
        and "," in tagged.low[place[0] : stop]
        and not tagged.bits[stop + 1] & (DETERMINER | CAPITAL)
    )


def _dates_clause(tagged: Tagged, place: Range, group: Range, around: Range) -> bool:
    """Whether the clause is of the same time: at Monday's debate; Monday's debate was long."""
    glue, (first, stop) = tagged.lexicon.times.glue, group
    before = tagged.low[first - 1] if first > around[0] else ""
    genitive = tagged.low[place[1]] in glue["genitive"]
    if any(before in glue[role] for role in ("within", "since", "until")):
        return True
    if genitive and before in glue["on"]:
        return True
    verb = stop < around[1] and tagged.bits[stop] & (VERB_FINITE | AUXILIARY | MODAL)
    earlier = any(tagged.bits[at] & (VERB | MODAL) for at in range(around[0], first))
    return first == around[0] or bool(verb and not earlier)


def compares(tagged: Tagged, place: Range, around: Range) -> bool:
    """Whether a time is only compared with: more than in 1990, as bad as in 1982, up from May, not seen
    since 1982; or only looked back to.
    """
    glue, low = tagged.lexicon.times.glue, tagged.low
    if _opens_as(tagged, place, around):
        return True
    before = low[place[0] - 1] if place[0] > around[0] else ""
    for at in range(place[0] - 1, max(around[0], place[0] - _REACH) - 1, -1):
        if low[at] in glue["comparison"] and low[at - 1] not in glue["later"]:
            near = place[0] - at <= _NEAR or low[at] not in glue["than"]
            if near or _is_compared(tagged, at + 1, place[0]):
                return not _is_parted(tagged, at + 1, place[0])
    reach = range(max(around[0], place[0] - _REACH), place[0] - 1)
    if before in glue["to"]:
        return low[place[0] - 2] in glue["back"]
    if before in glue["since"]:
        return any(low[at] in glue["record"] or _never(tagged, at) for at in reach)
    start = next((at for at in reversed(reach) if low[at] in glue["from"]), place[0])
    amount = start < place[0] and _is_amount(tagged, start + 1)
    if before not in glue["from"] and not amount:
        return False
    start = start if amount else place[0] - 1
    changed = any(low[at] in glue["change"] for at in range(reach.start, start))
    return changed and not _is_parted(tagged, start, place[0])


def _is_compared(tagged: Tagged, first: int, stop: int) -> bool:
    """Whether "than" stands before a noun with at most an auxiliary: than Berg had in 2010.

    "More than 40 people died" and "than Berg thought" compare nothing with that time.
    """
    if _is_amount(tagged, first) or tagged.bits[first] & VERB:
        return False
    return not any(tagged.bits[at] & TO for at in range(first, stop))


def _is_parted(tagged: Tagged, first: int, stop: int) -> bool:
    """Whether a comma or a verb of its own stands between a comparison and a time."""
    if any(tagged.low[at] == "," for at in range(first, stop)):
        return True
    return any(tagged.bits[one.head] & VERB for one in predicates(tagged, first, stop))


def _is_amount(tagged: Tagged, at: int) -> bool:
    """Whether a number or a sign of money stands there."""
    return bool(category(tagged.low[at][0]) in ("Sc", "Nd") or tagged.bits[at] & NUMBER)


def _opens_as(tagged: Tagged, place: Range, around: Range) -> bool:
    """Whether "as in" stands before a time, or "than it was", "as bad as it was"."""
    bits, opener = tagged.bits, around[0] - 1
    glue, low = tagged.lexicon.times.glue, tagged.low
    if place[0] - 2 >= around[0] and bits[place[0] - 2] & AS:
        return low[place[0] - 1] in glue["within"] or low[place[0] - 1] in glue["on"]
    if opener < 0 or place[0] - opener > _REACH:
        return False
    twice = bits[opener] & AS and any(bits[at] & AS for at in range(max(0, opener - 4), opener))
    return bool(twice or low[opener] in glue["comparison"])


def _never(tagged: Tagged, at: int) -> bool:
    """Whether a participle is negated there, and no verb: prices not seen since."""
    alone = not tagged.bits[at - 1] & (AUXILIARY | MODAL)
    return bool(alone and tagged.bits[at] & NEGATIVE and tagged.bits[at + 1] & VERB)
