"""What in a clause keeps it from being told as a fact: allegedly, is believed to have, nobody, almost.

These are for the article's own voice: what somebody who is named says has a mark without them. Too many
marks are better than too few, but each word must belong to the verb that the time dates: "the man who
*allegedly led* the raid *was arrested* on Monday" tells of an arrest.
"""

from explainer.lexicons.statuses import Status, Use
from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    DETERMINER,
    NUMBER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    VERB_ING,
)
from explainer.reading.attributions.finding import Range
from explainer.reading.marks import Marks
from explainer.reading.nouns import noun_group_right
from explainer.reading.predicates import Predicate, Predicates
from explainer.reading.tagged import Tagged

#: "appears to *have since* fled"
_NEAR = 3

#: What a verb shares with another one that goes on with it: "allegedly fled *and died*", but not
#: "was prevented from fleeing *and died*".
_SHARED: tuple[Status, ...] = ("claimed", "conditional")


_IN_VERB: tuple[Use, ...] = ("verb", "passive", "complement")


class Hedged:
    """What is asked of an article for each of its time expressions.

    Args:
        tagged: the article.
        verbs: its finite verbs.
        marks: its hedges.
    """

    def __init__(self, tagged: Tagged, verbs: Predicates, marks: Marks) -> None:
        self._tagged, self._verbs, self._marks = tagged, verbs, marks
        self._hedges = tagged.lexicon.statuses.hedges

    def of_verb(self, place: Range, around: Range) -> Status | None:
        """What the words beside the verb of a clause show, also of a verb that reports."""
        verb = self._verbs.nearest(place, around)
        return (
            self.undone(place, around)
            or self._nobody(around, verb)
            or self._neither(place, around)
            or self._nearly(around, verb)
            or self._adverb(place, around, verb)
            or self._auxiliary(place, around, verb)
        )

    def of_rest(self, place: Range, around: Range) -> Status | None:
        """What the other words of a clause show."""
        return self._instead(place, around) or self._adjective(place, around)

    def of_thing(self, first: int, stop: int) -> Status | None:
        """What a noun group shows of itself: Monday's alleged raid."""
        found = (self._hedges.at("adjective", self._tagged.low, at) for at in range(first, stop))
        shown = next((one for one in found if one), None)
        return shown[1] if shown and not self._is_person(range(first, stop)) else None

    def _adverb(self, place: Range, around: Range, verb: Predicate | None) -> Status | None:
        bits = self._tagged.bits
        for at, stop, status in self._marks.inside("adverb", around):
            before = bits[at - 1] if at > around[0] else 0
            after = bits[stop] if stop < around[1] else 0
            comma = at > around[0] and self._tagged.low[at - 1] == ","
            # "a reportedly rich man"; "among likely voters"; "perhaps 300 people"; "Oslo, perhaps the
            # oldest town"; "died on Monday, reportedly of cold"
            other = (
                (before & (DETERMINER | POSSESSIVE) and not before & PRONOUN)
                or (before & PREPOSITION and not before & SUBORDINATOR)
                or after & NUMBER
                or (comma and after & DETERMINER)
                or (at >= place[1] and after & (PREPOSITION | SUBORDINATOR))
            )
            own = self._verbs.governing(at, around, ahead=True)
            if not other and self._is_of(own, verb, status):
                return status
        return None

    def _nearly(self, around: Range, verb: Predicate | None) -> Status | None:
        if verb is None or self._hedges.at("amount", self._tagged.low, verb.head):
            return None
        reach = max(around[0], verb.first - 2), verb.head
        return next(
            (shown for _, at, shown in self._marks.inside("nearly", reach) if at == verb.head),
            None,
        )

    def _is_of(self, own: Predicate | None, verb: Predicate | None, status: Status) -> bool:
        """Whether what is said of one verb is said of the one that is asked for."""
        if own is None or verb is None or own == verb:
            return own == verb
        shared = status in _SHARED and own.first < verb.first
        return shared and self._verbs.goes_on(own, verb)

    def _auxiliary(self, place: Range, around: Range, verb: Predicate | None) -> Status | None:
        """Appears to have …; is believed to have …; is ordered to …"""
        stop = place[0] if verb and verb.first < place[0] else around[1]
        for use in _IN_VERB:
            for at, end, status in self._marks.inside(use, (around[0], stop)):
                own = self._verbs.governing(end - 1, around, ahead=False)
                if end > stop or self._verbs.between(at + 2, end):
                    continue
                if not (self._stands_before(end, verb) or self._is_of(own, verb, status)):
                    continue
                if use == "complement" and not self._is_complement(end, place):
                    continue
                if use != "passive" or self._is_passive(at, around):
                    return status
        return None

    def _is_complement(self, end: int, place: Range) -> bool:
        """Whether a verb stands there, and before the time: not in "invited to a party on Friday"."""
        noun = DETERMINER | POSSESSIVE | CAPITAL | NUMBER | PRONOUN
        return end < place[0] and not self._tagged.bits[end] & noun

    def _stands_before(self, end: int, verb: Predicate | None) -> bool:
        """Whether the verb behind a hedge only looks like one of its own: "to have been *founded*"."""
        if verb is None or not 0 <= verb.first - end < _NEAR:
            return False
        inside = AUXILIARY | ADVERB | SUBORDINATOR
        return all(self._tagged.bits[at] & inside for at in range(end, verb.first))

    def _is_passive(self, at: int, around: Range) -> bool:
        """Whether a form of "be" stands before a participle, or it opens its clause."""
        own = self._verbs.governing(at, around, ahead=False)
        opens = at == around[0] or self._tagged.low[at - 1] == ","
        first = own.first if own else around[0]
        return opens or any(self._tagged.bits[n] & BE for n in range(first, at))

    def _nobody(self, around: Range, verb: Predicate | None) -> Status | None:
        """As the subject, or directly behind the verb; not in "with nobody there"."""
        for at, _, status in self._marks.inside("nobody", around):
            if verb is None:
                continue
            if verb.head <= at <= verb.head + 1:
                return status
            alone = at == around[0] or not self._tagged.bits[at - 1] & PREPOSITION
            if alone and at < verb.first and self._verbs.governing(at, around, ahead=True) == verb:
                return status
        return None

    def undone(self, place: Range, around: Range) -> Status | None:
        """Monday's match was called off; a match on Monday was; not "on Monday a match was"."""
        owner = self._tagged.low[place[1] : place[1] + 1]
        genitive = owner and owner[0] in self._tagged.lexicon.times.glue["genitive"]
        verb = next(iter(self._verbs.between(place[1], around[1])), None)
        if verb is None or self._verbs.between(around[0], place[0]):
            return None
        beside = verb.first == place[1] and place[0] > around[0] + 1
        if not (beside or genitive) or not self._tagged.bits[verb.first] & BE:
            return None
        found = self._hedges.at("undone", self._tagged.low, verb.head)
        return found[1] if found else None

    def _neither(self, place: Range, around: Range) -> Status | None:
        """Directly before a time: not on Friday; but not "not since 1982", which tells more."""
        at = place[0] - 1
        bits = self._tagged.bits[at]
        at -= bool(at > around[0] and bits & PREPOSITION and not bits & SUBORDINATOR)
        found = self._hedges.at("neither", self._tagged.low, at) if at >= around[0] else None
        return found[1] if found else None

    def _instead(self, place: Range, around: Range) -> Status | None:
        """Instead of meeting on Friday, …"""
        low, bits = self._tagged.low, self._tagged.bits
        for _, stop, status in self._marks.inside("instead", (around[0], place[0])):
            if bits[stop] & VERB_ING and "," not in low[stop : place[0]]:
                return status
        return None

    def _adjective(self, place: Range, around: Range) -> Status | None:
        """The alleged raid took place on Monday; an inquiry into the alleged raid on Monday."""
        bits = self._tagged.bits
        verb, genitive = (
            self._verbs.nearest(place, around),
            self._tagged.lexicon.times.glue["genitive"],
        )
        for at, stop, status in self._marks.inside("adjective", around):
            group = noun_group_right(self._tagged, stop, around[1])
            if group is None or self._is_verb(at, around):
                continue
            nouns = range(stop, group.stop)
            # "an alleged killer's trial", "an alleged killer of six": the person alone
            ends = (n for n in nouns if bits[n] & PREPOSITION or self._tagged.low[n] in genitive)
            end = next(ends, group.stop)
            if self._is_person(range(stop, end)):
                continue
            left = at
            while left > around[0] and bits[left - 1] & (DETERMINER | POSSESSIVE | ADVERB):
                left -= 1
            alone = left == around[0] or not bits[left - 1] & PREPOSITION
            subject = (
                verb and at < verb.first and self._verbs.governing(stop, around, ahead=True) == verb
            )
            beside = end <= place[0] <= end + 1 or group.stop <= place[0] <= group.stop + 1
            if beside or (alone and subject):
                return status
        return None

    def _is_verb(self, at: int, around: Range) -> bool:
        """Whether what looks like an adjective is the verb: police *reported* thefts."""
        return at > around[0] and any(
            one.first <= at <= one.head for one in self._verbs.between(*around)
        )

    def _is_person(self, nouns: range) -> bool:
        """Whether the last noun of a group is one for a person, in the singular or the plural."""
        if not nouns:
            return False
        low = self._tagged.low[nouns[-1]]
        forms = (low, low.removesuffix("s"), low.removesuffix("es"))
        known = any(form in self._tagged.lexicon.names.persons for form in forms)
        listed = any(self._hedges.at("person", [form], 0) for form in forms)
        return known or listed or bool(self._tagged.bits[nouns[-1]] & (PLURAL | CAPITAL))
