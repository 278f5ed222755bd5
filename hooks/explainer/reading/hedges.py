"""What in a clause keeps it from being told as a fact: allegedly, is believed to have, nobody, almost.

These are for the article's own voice: what somebody who is named says has a mark without them. Too many
marks are better than too few, but each word must belong to the verb that the time dates: "the man who
*allegedly led* the raid *was arrested* on Monday" tells of an arrest.
"""

from explainer.lexicons.statuses import Status
from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    NUMBER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    TO,
    VERB_ING,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.attributions.finding import Range
from explainer.reading.marks import Marks
from explainer.reading.nouns import noun_group_right
from explainer.reading.predicates import Predicate, Predicates
from explainer.reading.tagged import Tagged

#: "accused *last week in Oslo* of": how far a deed stands from the accusation.
_REACH = 8

#: "appears to *have since* fled"
_NEAR = 3


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
        verb = self.verb(place, around)
        return (
            self._nobody(around, verb)
            or self._neither(place, around)
            or self._nearly(around, verb)
            or self._adverb(place, around, verb)
            or self._auxiliary(place, around, verb)
        )

    def of_rest(self, place: Range, around: Range) -> Status | None:
        """What the other words of a clause show."""
        return (
            self._instead(place, around)
            or self.accused(place, around)
            or self._adjective(place, around)
        )

    def of_thing(self, first: int, stop: int) -> Status | None:
        """What a noun group shows of itself: Monday's alleged raid."""
        found = (self._hedges.at("adjective", self._tagged.low, at) for at in range(first, stop))
        shown = next((one for one in found if one), None)
        return shown[1] if shown and not self._is_person(range(first, stop)) else None

    def verb(self, place: Range, around: Range) -> Predicate | None:
        """The nearest verb before a time; behind it where there is none."""
        found = self._verbs.between(*around)
        before = [one for one in found if one.first < place[0]]
        if before or place[0] > around[0] + _NEAR:
            # No verb behind is that of "the dam burst on Monday", even if "burst" is not known as one.
            return before[-1] if before else None
        return next(iter(found), None)

    def _governed(self, at: int, around: Range, ahead: bool) -> Predicate | None:
        """The verb that a word belongs to: the next one, or the one that has begun."""
        found = self._verbs.between(*around)
        if ahead and (later := next((one for one in found if one.head >= at), None)):
            return later
        return next((one for one in reversed(found) if ahead or one.first <= at), None)

    def _adverb(self, place: Range, around: Range, verb: Predicate | None) -> Status | None:
        bits = self._tagged.bits
        for at, stop, status in self._marks.inside("adverb", around):
            before = bits[at - 1] if at > around[0] else 0
            after = bits[stop] if stop < around[1] else 0
            comma = at > around[0] and self._tagged.low[at - 1] == ","
            # "a reportedly rich man"; "perhaps 300 people"; "Oslo, perhaps the oldest town"; "died on
            # Monday, reportedly of cold"
            other = (
                (before & (DETERMINER | POSSESSIVE) and not before & PRONOUN)
                or after & NUMBER
                or (comma and after & DETERMINER)
                or (at >= place[1] and after & (PREPOSITION | SUBORDINATOR))
            )
            if not other and self._governed(at, around, ahead=True) == verb:
                return status
        return None

    def _nearly(self, around: Range, verb: Predicate | None) -> Status | None:
        if verb is None or self._hedges.at("amount", self._tagged.low, verb.head):
            return None
        reach = max(around[0], verb.first - 2), verb.head
        return next(
            (shown for _, at, shown in self._marks.inside("nearly", reach) if at == verb.head), None
        )

    def _auxiliary(self, place: Range, around: Range, verb: Predicate | None) -> Status | None:
        """Appears to have …; is believed to have …"""
        stop = place[0] if verb and verb.first < place[0] else around[1]
        for use in ("verb", "passive"):
            for at, end, status in self._marks.inside(use, (around[0], stop)):
                own = self._governed(at, around, ahead=False)
                # "to have been founded": what looks like a verb of its own may be two words behind.
                near = verb is not None and 0 <= verb.first - end < _NEAR
                if not near and own != verb:
                    continue
                if use == "verb" or self._is_passive(at, around, own):
                    return status
        return None

    def _is_passive(self, at: int, around: Range, own: Predicate | None) -> bool:
        """Whether a form of "be" stands before a participle, or it opens its clause."""
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
            if alone and at < verb.first and self._governed(at, around, ahead=True) == verb:
                return status
        return None

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

    def accused(self, place: Range, around: Range) -> Status | None:
        """Accused of fleeing on 5 March; is accused of a theft on Monday."""
        for _, stop, status in self._marks.inside("accusation", (around[0], place[0])):
            reach = stop, min(place[0], stop + _REACH)
            deed = next((at for _, at, _ in self._marks.inside("deed", reach)), None)
            if deed is None or self._verbs.between(stop, deed):
                continue
            verbs = self._verbs.between(deed, place[0])
            if self._tagged.bits[deed] & VERB_ING:
                done = not any(self._is_next(one) for one in verbs)
            else:
                # "has been sentenced to death", "is jailed for two years"
                to = self._tagged.bits[deed - 1] & TO or self._tagged.bits[deed] & NUMBER
                noun = deed < place[0] and not to
                done = noun and not verbs and self._is_told_now(stop - 1, around)
            if done:
                return status
        return None

    def _is_next(self, verb: Predicate) -> bool:
        """Whether a verb goes on with the sentence: accused of theft, *and held*; no "gas attack"."""
        bits = self._tagged.bits
        before = bits[verb.first - 1] & (CONJUNCTION | SIGN | SUBJECT | RELATIVE)
        return bool(before or bits[verb.first] & (AUXILIARY | MODAL))

    def _is_told_now(self, at: int, around: Range) -> bool:
        """Whether the verb of a word is in the present or the perfect, which no past time goes with."""
        verb = self._governed(at, around, ahead=False)
        if verb is None:
            return False
        # "stands accused"
        first = verb.first if verb.first < at else at - 1
        if first == at - 1 and not self._tagged.bits[first] & (AUXILIARY | VERB_S):
            return False
        past = self._tagged.low[first] in self._tagged.lexicon.statuses.past
        return not past and not self._tagged.bits[first] & (MODAL | VERB_PAST)

    def _adjective(self, place: Range, around: Range) -> Status | None:
        """The alleged raid took place on Monday; an inquiry into the alleged raid on Monday."""
        bits = self._tagged.bits
        verb, genitive = self.verb(place, around), self._tagged.lexicon.times.glue["genitive"]
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
            subject = verb and at < verb.first and self._governed(stop, around, ahead=True) == verb
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
