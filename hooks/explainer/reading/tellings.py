"""What somebody tells by a verb that no cue knows: "the miller groused that the dam broke".

It is somebody's word, for a verb with a clause behind it reports; but some make a clause a fact ("meant
that the dam broke"), and those that stand for more than saying are cues already.
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
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    VERB_BASE,
    VERB_PAST,
    WH,
)
from explainer.reading.attributions.finding import Range
from explainer.reading.marks import Marks
from explainer.reading.nouns import left_edge
from explainer.reading.predicates import Predicate, Predicates
from explainer.reading.tagged import Tagged

#: How far before "that" stands what it hangs on: "word *spread in the town* that".
_REACH = 6

#: What may follow a cue that reports a clause.
_REPORTING = frozenset({"clause", "that"})


class Tellings:
    """What is asked of an article for each of its time expressions.

    Args:
        tagged: the article.
        verbs: its finite verbs.
        marks: its hedges.
    """

    def __init__(self, tagged: Tagged, verbs: Predicates, marks: Marks) -> None:
        self._tagged, self._verbs, self._marks = tagged, verbs, marks
        self._hedges = tagged.lexicon.statuses.hedges

    def of(
        self, place: Range, around: Range, within: Range, verb: Predicate | None
    ) -> Status | None:
        """What the clause of a time hangs on."""
        return self._that(place, around, within, verb) or self._bare(within, verb)

    def _that(
        self, place: Range, around: Range, within: Range, verb: Predicate | None
    ) -> Status | None:
        """Rumour has it that …; it is false that …; grumbled that …"""
        bits, floor = self._tagged.bits, within[0]
        for at in range(place[0] - 1, floor, -1):
            if not bits[at] & THAT:
                continue
            own = next(iter(self._verbs.between(at + 1, within[1])), None)
            if own and (own.first == at + 1 or (around[0] != at + 1 and own != verb)):
                # "rumours that spread on Monday"; "word that he fled came on Monday"
                continue
            reach = (max(floor, at - _REACH) if own else at - 1), at
            found = [s for _, stop, s in self._marks.inside("that", reach) if stop <= at]
            if found:
                return "denied" if "denied" in found else found[-1]
            if own and self._opens(at, own):
                last = not self._verbs.between(own.head + 1, within[1])
                if self._tells(at - 1, floor) or (last and self._is_new(at - 1, floor)):
                    return "claimed"
        return None

    def _opens(self, at: int, own: Predicate) -> bool:
        """Whether "that" opens a clause, and is none of "that town"."""
        noun = self._tagged.bits[at + 1] & (DETERMINER | POSSESSIVE | SUBJECT | CAPITAL | NUMBER)
        return bool(noun or own.sure) and not self._verbs.is_joined(own)

    def _tells(self, at: int, floor: int) -> bool:
        """Whether a verb stands there that may tell what follows: not "meant", not "was so tired"."""
        bits = self._tagged.bits
        listener = left_edge(self._tagged, at + 1, floor)
        if listener is not None and bits[listener - 1] & TO:
            # "grumbled to the mayor that"
            at = listener - 2
        told = self._verbs.between(max(floor, at - _REACH), at + 1)
        if not told or told[-1].head != at or self._hedges.at("known", self._tagged.low, at):
            return False
        if not bits[at] & VERB_PAST or bits[at] & (AUXILIARY | MODAL):
            # "the votes that he received"
            return False
        before = at - 1
        while before > floor and bits[before] & ADVERB:
            before -= 1
        # "is so highly charged that"
        return before == at - 1 or not bits[before] & (VERB | BE)

    def _is_new(self, at: int, floor: int) -> bool:
        """Whether a word that no list knows has the ending and the place of a verb: he grouses that.

        Not "the roses that he grew won a prize".
        """
        word = self._tagged.low[at]
        if word in self._tagged.lexicon.words or not word.endswith("s") or at <= floor:
            return False
        main = not self._verbs.between(floor, at) and left_edge(self._tagged, at, floor) == floor
        return main and bool(
            self._tagged.bits[floor] & (DETERMINER | POSSESSIVE | SUBJECT | CAPITAL)
        )

    def _bare(self, within: Range, verb: Predicate | None) -> Status | None:
        """She dreamed he died; the miller groused the dam broke; it seems the dam broke."""
        bits = self._tagged.bits
        if verb is None:
            return None
        subject = left_edge(self._tagged, verb.first, within[0])
        if subject is None or subject <= within[0] or self._has_relative(subject, verb.first):
            return None
        if bits[subject] & (RELATIVE | WH):
            return None
        if told := self._there(subject, within[0]):
            return told
        pronoun = bits[subject] & SUBJECT and subject == verb.first - 1
        if not pronoun and not _is_finite(bits[verb.first]):
            return None
        telling = next(iter(self._verbs.between(within[0], subject)[-1:]), None)
        if telling is None or telling.head != subject - 1 or not self._reports(telling.head):
            return None
        if not (telling.sure or pronoun) or not (verb.sure or self._is_listed(telling.head)):
            # "a *painted* town fell"; "painted the town *built* in 1990"
            return None
        return "claimed" if self._is_main(telling, within[0]) else None

    def _there(self, subject: int, floor: int) -> Status | None:
        """There were rumours the dam broke; there is no proof it broke."""
        bits = self._tagged.bits
        for at, stop, status in self._marks.inside("that", (max(floor, subject - _REACH), subject)):
            first = at if bits[at] & DETERMINER else left_edge(self._tagged, at + 1, floor)
            if stop == subject and first and bits[first - 1] & BE:
                return status
        return None

    def _reports(self, at: int) -> bool:
        """Whether a verb may report: a cue, one of those before "that", or one that nobody knows."""
        word, bits = self._tagged.low[at], self._tagged.bits[at]
        if self._hedges.at("known", self._tagged.low, at) or bits & (AUXILIARY | MODAL):
            return False
        if self._is_listed(at):
            return True
        cue = self._tagged.lexicon.cues.verbs.get(word)
        known = self._tagged.lexicon.words
        return bool(cue.frames & _REPORTING) if cue else word not in known

    def _is_listed(self, at: int) -> bool:
        """Whether a word is one of those before "that"."""
        return self._hedges.at("that", [self._tagged.low[at]], 0) is not None

    def _has_relative(self, first: int, stop: int) -> bool:
        """Whether a name follows a noun: the vote | Berg lost."""
        bits = self._tagged.bits
        nouns = [bits[at] & CAPITAL for at in range(first, stop)]
        return bool(nouns[-1]) and not nouns[0] and len(nouns) > 1 and not nouns[1]

    def _is_main(self, verb: Predicate, floor: int) -> bool:
        """Whether a verb is that of its sentence, and not of "the day he left"."""
        bits = self._tagged.bits
        first = left_edge(self._tagged, verb.first, floor)
        while first is not None and first > floor:
            before = bits[first - 1]
            if before & (SIGN | CONJUNCTION | THAT):
                return True
            if not before & PREPOSITION or before & SUBORDINATOR:
                return False
            first = left_edge(self._tagged, first - 1, floor)
        return first == floor


def _is_finite(bits: int) -> bool:
    """Whether a form is surely a verb, and no plain one: "saw the guards *leave*"."""
    return bool(bits & (AUXILIARY | MODAL) or (bits & VERB_PAST and not bits & VERB_BASE))
