"""What tells more of a noun: relative clauses and participles, "a house built in 1990"."""

from collections.abc import Mapping
from dataclasses import dataclass

from explainer.lexicons.words import (
    ADVERB,
    BY,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB_PARTICIPLE,
    WH,
)
from explainer.reading.attributions.finding import Range
from explainer.reading.nouns import is_nominal, left_edge
from explainer.reading.predicates import Predicate, Predicates
from explainer.reading.tagged import Tagged

#: Words that open a clause.
OPENERS = SUBORDINATOR | RELATIVE | THAT | WH

#: Signs that set "who …" apart from its noun.
_APART = frozenset((",", "-", "--", "–", "—", "_"))

#: How far behind its verb a time may stand in "a book she wrote in 2010": further off, it is another's.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Bounds:
    """A clause in tokens, the ends exclusive.

    Args:
        around: where its verb and what belongs to it is looked for.
        shown: what readers see of it: with the noun that it tells more of, "*the man* who left".
    """

    around: Range
    shown: Range


class Attached:
    """What is asked of an article for each of its time expressions.

    Args:
        tagged: the article.
        verbs: its finite verbs.
        times: the first token of each time expression, and the one after its last.
    """

    def __init__(self, tagged: Tagged, verbs: Predicates, times: Mapping[int, int]) -> None:
        self._tagged, self._verbs, self._times = tagged, verbs, times
        self._ends = frozenset(times.values())

    def is_relative(self, at: int) -> bool:
        """Whether a word opens a clause that tells more of the noun before it."""
        bits = self._tagged.bits
        if bits[at] & SUBORDINATOR or not bits[at] & (RELATIVE | WH):
            return False
        comma = self._tagged.low[at - 1] == ","
        if bits[at] & THAT and comma:
            # "the decision, announced on Monday, that he must leave"
            return False
        before = at - 1 - comma
        of_noun = before >= 0 and is_nominal(self._tagged, before, max(0, before - 1))
        return of_noun if bits[at] & THAT or not bits[at] & RELATIVE else True

    def antecedent(self, opener: int, floor: int) -> int:
        """Where the noun group begins that a relative clause tells more of."""
        bits, at = self._tagged.bits, opener
        while at > floor and (self._tagged.low[at - 1] in _APART or bits[at - 1] & PREPOSITION):
            at -= 1
        first = left_edge(self._tagged, at, floor)
        if first == at - 1 and bits[first] & OBJECT and bits[first] & PRONOUN:
            # "the shooting itself, which …"
            first = left_edge(self._tagged, first, floor)
        first = self._times.get(first, first) if first is not None else at
        told = any(bits[n] & (DETERMINER | POSSESSIVE | CAPITAL) for n in range(first, at))
        # "it is clear that prices fell": an adjective is no antecedent.
        of_noun = bits[opener] & POSSESSIVE or self._verbs.between(opener + 1, opener + 2)
        owner = self._tagged.low[first] in self._tagged.lexicon.times.glue["genitive"]
        if first >= at or owner or not (told or of_noun or not bits[opener] & THAT):
            return opener + 1
        if first > floor and bits[first - 1] & PREPOSITION and not bits[first - 1] & SUBORDINATOR:
            # "the meeting between the parties, which was long"
            longer = left_edge(self._tagged, first - 1, floor)
            determined = longer is not None and bits[longer] & (DETERMINER | POSSESSIVE)
            return longer if longer is not None and determined else first
        return first

    def aside(self, place: Range, floor: int, ceiling: int) -> Bounds | None:
        """A participle between commas, with its noun: "Berg, born in Oslo on May 3, 1955, …"."""
        low, bits = self._tagged.low, self._tagged.bits
        if place[1] >= ceiling or low[place[1]] != ",":
            return None
        comma = next((at for at in range(place[0] - 1, floor, -1) if low[at] == ","), None)
        if comma is None or not bits[comma + 1] & VERB_PARTICIPLE:
            return None
        goes_on = place[1] + 1 < ceiling and not bits[place[1] + 1] & CONJUNCTION
        alone = len(self._verbs.between(comma + 1, place[0])) < 2
        if not goes_on or not alone or self._verbs.between(floor, comma):
            return None
        passive = bits[comma + 2] & PREPOSITION or self._is_followed(place, ceiling)
        if not passive or self._is_cue(comma + 1):
            # "Berg, a baker, *emailed* his staff on Monday, saying “it is”": the verb of the clause.
            return None
        first = left_edge(self._tagged, comma, floor)
        return None if first is None else Bounds((comma + 1, place[1]), (first, place[1]))

    def _is_followed(self, place: Range, ceiling: int) -> bool:
        """Whether a verb follows a time, in the same quotation if it stands in one."""
        quotation = self._tagged.quotation
        later = self._verbs.between(place[1], ceiling)
        return any(quotation[one.first] == quotation[place[0]] for one in later)

    def _is_cue(self, verb: int) -> bool:
        """Whether a verb reports: "said in Oslo"; not "described by Berg", "thought to have fled"."""
        bits = self._tagged.bits
        return bool(bits[verb] & CUE and not bits[verb + 1] & (BY | TO))

    def reduced(self, place: Range, left: int, right: int) -> Bounds | None:
        """A participle with its noun, beside another verb: (he sold) *a house built in 1990*."""
        bits = self._tagged.bits
        found = self._verbs.between(left, place[0])
        if not found or found[-1].sure:
            return None
        own = found.pop()
        noun = own.first - 1
        if noun + 1 in self._ends:
            # "a house built *in 2010* burned down on Monday"
            return None
        if noun < left or not is_nominal(self._tagged, noun, left) or bits[noun] & (PRONOUN | SIGN):
            return None
        if found and found[-1].head == noun:
            return None
        if len(found) < 2 and left and self.is_relative(left - 1):
            # "that the plan aroused", "who sold houses burned down": its own verb, or the main one.
            return None
        stop = right
        if not (found and self._is_one_clause(found[-1], own.first)):
            later = next((one for one in self._verbs.between(place[1], right) if one.sure), None)
            if later is None or self._is_cue(own.head):
                return None
            # "Berg, a pilot arrested in May, was freed"
            apart = later.first == place[1] + 1 and self._tagged.low[place[1]] == ","
            if not apart and not self._is_unbroken(own, later.first):
                return None
            stop = later.first
        first = left_edge(self._tagged, own.first, left)
        # "charged in *the 1996* bombing of a shop" goes on, "built in *1990*" does not.
        behind = self._tagged.low[place[1] : place[1] + 1]
        owns = bool(behind) and behind[0] in self._tagged.lexicon.times.glue["genitive"]
        before_noun = owns or bits[place[0] - 1] & (DETERMINER | POSSESSIVE)
        end = stop if before_noun else place[1]
        return None if first is None else Bounds((own.first, stop), (first, end))

    def contact(self, place: Range, left: int, right: int) -> Bounds | None:
        """A clause behind its noun without "that": (he sold) *the book she wrote in 2010*."""
        bits = self._tagged.bits
        found = self._verbs.between(left, place[0])
        if not found or (len(found) > 1 and bits[found[-2].head] & CUE):
            # "He told the council the dam broke": what is said.
            return None
        own = found[-1]
        if place[0] - own.head > _NEAR:
            return None
        subject = self._own_subject(own.first, left)
        if subject is None or subject <= left or subject in self._ends:
            return None
        noun = subject - 1
        if not is_nominal(self._tagged, noun, left) or bits[noun] & (PRONOUN | SIGN | CAPITAL):
            return None
        first = left_edge(self._tagged, subject, left)
        if first is None or not bits[first] & (DETERMINER | POSSESSIVE):
            return None
        later = next((one for one in self._verbs.between(place[1], right) if one.sure), None)
        if first > left and (len(found) < 2 or self._is_fronted(first, left)):
            return None
        if len(found) < 2 and later is None:
            return None
        stop = later.first if later and self._is_unbroken(own, later.first) else right
        return Bounds((subject, stop), (first, stop))

    def _own_subject(self, verb: int, left: int) -> int | None:
        """The first token of a verb's subject: "she", "the firm", and "Berg" behind "a plan"."""
        bits = self._tagged.bits
        while verb > left and bits[verb - 1] & ADVERB and not bits[verb - 1] & SUBJECT:
            verb -= 1
        first = left_edge(self._tagged, verb, left)
        if first is None or bits[first] & (SUBJECT | POSSESSIVE):
            return first
        if not bits[first] & DETERMINER or not bits[verb - 1] & CAPITAL:
            return first
        # "The ship Aurora sank" has one subject, "a ship Berg bought" another one.
        if self._tagged.low[first] not in self._tagged.lexicon.times.glue["a"]:
            return None
        name = next((at for at in range(first + 1, verb) if bits[at] & CAPITAL), verb)
        plain = name > first + 1 and not any(bits[at] & PREPOSITION for at in range(first, verb))
        return name if plain else None

    def _is_fronted(self, first: int, left: int) -> bool:
        """Whether a noun group stands in what opens a clause: "in the city he met her"."""
        before = first - 1
        if not self._tagged.bits[before] & PREPOSITION:
            return bool(self._tagged.bits[before] & CONJUNCTION)
        return before <= left or bool(self._tagged.bits[before - 1] & (CONJUNCTION | SIGN))

    def _is_one_clause(self, verb: Predicate, stop: int) -> bool:
        """Whether nothing ends a verb's clause before a token; "he said prices collapsed" are two."""
        return self._is_unbroken(verb, stop) and not self._tagged.bits[verb.head] & CUE

    def _is_unbroken(self, verb: Predicate, stop: int) -> bool:
        """Whether no word between a verb and a token begins another clause."""
        bits = self._tagged.bits
        between = range(verb.head + 1, stop)
        return not any(bits[at] & (SIGN | CONJUNCTION | OPENERS | SUBJECT) for at in between)
