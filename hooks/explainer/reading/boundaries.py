"""Where the clause around a time expression begins and ends.

Shallow: words that open a clause (that, which, when, after …), signs, and finite verbs. A clause that
has had its verb is over when another one follows: "the man *who sold it* was charged on Monday".
"""

from bisect import bisect_left
from collections.abc import Mapping

from explainer.lexicons.words import (
    ADVERB,
    AS,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    MODAL,
    NEGATIVE,
    NUMBER,
    PREPOSITION,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
    WH,
)
from explainer.reading.attached import OPENERS, Attached, Bounds
from explainer.reading.attributions.finding import Range
from explainer.reading.dated import is_before_noun
from explainer.reading.nouns import dash_before
from explainer.reading.predicates import Predicates
from explainer.reading.tagged import Tagged

DASHES = frozenset(("-", "--", "---", "–", "—", "_"))

_STOPS = frozenset((".", "?", "!"))

#: Where a clause may begin or end: no other words and signs are looked at.
_JOINTS = SUBORDINATOR | RELATIVE | THAT | WH | CONJUNCTION
_SIGNS = DASHES | _STOPS | frozenset((";", ":", ","))

#: "two and a half days" before "after": a length has at most so many tokens, with its comma.
_LENGTH = 6

#: How soon a verb follows "before" and "since" where they open a clause.
_SOON = 8
#: The same where they do not open their sentence: after *a man and his wife from the town* killed ten.
_LATER = 12

#: "Last year *in the Senate* and this year": what is told of a time behind it has no more tokens.
_PHRASE = 4

#: What stands between two dashes is no longer.
_LONGEST_INSERTION = 30

#: A place in capitals before a story has more letters than "US", and no more tokens before its dash:
#: SAN JOSE, Calif., Aug. 8, 1998 (UPI) --
_SHORTEST_PLACE = 2
_DATELINE = 14


class Boundaries:
    """What is asked of an article for each of its time expressions, sentence by sentence.

    Args:
        tagged: the article.
        verbs: its finite verbs.
        content: for each token that somebody says, the piece of a content that it stands in.
        times: the first token of each time expression, and the one after its last.
    """

    def __init__(
        self,
        tagged: Tagged,
        verbs: Predicates,
        content: Mapping[int, Range],
        times: Mapping[int, int],
    ) -> None:
        self._tagged, self._content, self._times = tagged, content, times
        self._verbs = verbs
        self._attached = Attached(tagged, self._verbs, times)
        words = enumerate(zip(tagged.bits, tagged.low, strict=False))
        self._joints = [at for at, (bits, low) in words if bits & _JOINTS or low in _SIGNS]

    def floor(self, place: Range) -> int:
        """The first token of a sentence, behind what stands before a story."""
        behind = self._behind_dateline(place)
        return behind if behind <= place[0] else self._verbs.sentence(place[0])[0]

    def whole(self, place: Range) -> Range:
        """The tokens of a sentence, behind what stands before a story."""
        return self.floor(place), self._verbs.sentence(place[0])[1]

    def is_dateline(self, place: Range) -> bool:
        """Whether a time stands before a story: TEHRAN, August 8 (Xinhua) --; Aug. 8 (UPI) --."""
        return place[0] < self._behind_dateline(place)

    def _behind_dateline(self, place: Range) -> int:
        """Behind the dash that ends a place in capitals or a date; the first token, if there is none."""
        first, stop = self._verbs.sentence(place[0])
        text, low = self._tagged.document.tokens.text, self._tagged.low
        agency = first in self._times and low[self._times[first] : self._times[first] + 1] == ["("]
        if not agency and not (text[first].isupper() and len(text[first]) > _SHORTEST_PLACE):
            return first
        reach = range(first + 1, min(first + _DATELINE, stop))
        dash = next(
            (at for at in reach if low[at] in DASHES and not self._tagged.is_hyphen(at)), first
        )
        named = not any(word[:1].islower() for word in text[first:dash])
        named = named and (agency or not self.has_verb(first, dash))
        return dash + 1 if dash > first and named else first

    def within(self, place: Range) -> Range:
        """The tokens in which a clause lies: its sentence, and no more of it than somebody says."""
        first, stop = self.floor(place), self._verbs.sentence(place[0])[1]
        if content := self._content.get(place[0]):
            first, stop = max(first, content[0]), min(stop, content[1])
        return first, max(stop, place[1])

    def bounds(self, place: Range) -> Bounds:
        """The clause around a time expression."""
        floor, ceiling = self._between_dashes(place, *self.within(place))
        content = self._content.get(place[0])
        right = self._right(place[1], ceiling, content)
        if aside := self._attached.aside(place, floor, ceiling):
            return aside
        left = self._left(place[0], floor, right, content)
        for attached in (self._attached.contact, self._attached.reduced):
            if bounds := attached(place, left, right):
                first, stop = bounds.shown
                stop = self._shown_to(stop, place, ceiling) if stop == right else stop
                return Bounds(bounds.around, (first, stop))
        opener = left - 1
        if opener < floor or not self._tagged.bits[opener] & OPENERS:
            return Bounds((left, right), (left, self._shown_to(right, place, ceiling)))
        comma = opener > floor and self._tagged.low[opener - 1] == ","
        loose = self._bits(floor) & (ADVERB | SIGN)
        if opener == floor or comma or (opener == floor + 1 and loose):
            right = self._end_of_opening(left, place[1], right)
        if self._attached.is_relative(opener):
            right = self._before_main(left, place, right)
            told = comma and self.has_verb(left, place[0])
            if told and place[1] < right and self._tagged.low[place[1]] == ",":
                right = place[1]
            stop = self._shown_to(right, place, ceiling)
            first = self._attached.antecedent(opener, self.within(place)[0])
            return Bounds((left, right), (first, stop))
        # "After touring the town on Monday" is nothing without its "after".
        first = opener if self._tagged.bits[left] & VERB_ING else left
        return Bounds((left, right), (first, self._shown_to(right, place, ceiling)))

    def with_noun(self, opener: int, place: Range) -> int:
        """Where the noun begins that "who" or "which" tells more of; the word itself if it is none."""
        if not self._attached.is_relative(opener):
            return opener
        first = self._attached.antecedent(opener, self.floor(place))
        return first if first < opener else opener

    def has_verb(self, first: int, stop: int) -> bool:
        """Whether a finite verb begins in a range of tokens."""
        return bool(self._verbs.between(first, stop))

    def _is_told(self, first: int, stop: int) -> bool:
        """Whether a clause has had its verb; "deprived of bread, coal, and troops" has none."""
        fronted = bool(self._tagged.bits[first] & VERB_PARTICIPLE)
        return any(one.first > first or not fronted for one in self._verbs.between(first, stop))

    def _has_own_verb(self, first: int, stop: int) -> bool:
        """Whether a verb follows that is not of "what …" or "who …": and a tent in what was a park."""
        found, opens = self._verbs.between(first, stop), WH | RELATIVE | THAT
        return any(not self._tagged.bits[one.first - 1] & opens for one in found)

    def has_sure_verb(self, first: int, stop: int) -> bool:
        """Whether one begins there that is no participle."""
        return any(found.sure for found in self._verbs.between(first, stop))

    def _joints_between(self, first: int, stop: int) -> list[int]:
        """The words and signs in a range of tokens at which a clause may begin or end."""
        return self._joints[bisect_left(self._joints, first) : bisect_left(self._joints, stop)]

    def _apart(self, at: int, content: Range | None) -> bool:
        """Whether a word stands in what somebody says, and the clause does not."""
        return at in self._content and self._content[at] != content

    def _left(self, first: int, floor: int, right: int, content: Range | None) -> int:
        """Back to the word that joins this clause to what it stands in, or to the one before it."""
        skipped = first
        for at in reversed(self._joints_between(floor, first)):
            if at >= skipped or self._apart(at, content):
                continue
            if self._ends(at):
                return at + 1
            if self._is_dash(at) and (dash := dash_before(self._tagged, at, floor)) is not None:
                skipped = dash
            elif self._opens(at, floor) and self._opens_clause(at, first, right):
                return self._after_opening(at, first)
            elif self._joins(at) and self._is_told(floor, at) and self._has_own_verb(at + 1, right):
                return at + 1
        return floor

    def _opens_clause(self, at: int, first: int, right: int) -> bool:
        """Whether what a word opens goes on up to the time: it has a verb, and no other follows it.

        The verb may stand behind the time: "which on Monday fell".
        """
        if self._is_gerund(at):
            # "After touring the town on Monday, …"
            fronted = at == self._verbs.sentence(at)[0]
            return fronted and not self.has_verb(at + 1, first)
        if not self.has_verb(at + 1, first):
            near = first - at < _SOON and not self._tagged.bits[at] & SUBORDINATOR
            return near and self.has_verb(first, right)
        return not self._is_over(at, first)

    def _is_over(self, opener: int, first: int) -> bool:
        """Whether a clause has had its verb, and the time stands behind that of the main clause."""
        own, *others = self._verbs.between(opener + 1, first)
        bits, low = self._tagged.bits, self._tagged.low
        stop = self._times.get(first, first)
        if "," in low[own.head + 1 : first] and self.has_verb(stop, stop + 2):
            # "Berg, who was ill, on Monday left", "after he fell, the mayor on Monday left"
            return True
        if bits[own.head] & CUE:
            # "who believed (that) it fell": the second verb is what was believed.
            return False
        relative = self._attached.is_relative(opener)
        apart = opener > 0 and low[opener - 1] == ","
        for other in others:
            before = bits[other.first - 1]
            if low[other.first - 1] == ",":
                if apart or not relative or bits[other.first] & (AUXILIARY | MODAL):
                    return True
            elif other.sure and not before & (CONJUNCTION | SUBJECT | RELATIVE | WH):
                return relative or other.first == own.head + 1
        return False

    def _after_opening(self, opener: int, first: int) -> int:
        """Where the clause begins: behind "when", or behind the comma that ends such a clause."""
        if self._attached.is_relative(opener) or self._tagged.bits[opener] & THAT:
            return opener + 1
        for at in range(first - 1, opener, -1):
            comma = self._tagged.low[at] == "," and not self._bits(at + 1) & CONJUNCTION
            if comma and self.has_verb(opener + 1, at) and self._has_subject(at + 1, first):
                return at + 1
        return opener + 1

    def _has_subject(self, first: int, stop: int) -> bool:
        """Whether a verb follows that has a subject before it."""
        found = self._verbs.between(first, stop)
        return bool(found) and found[0].first > first

    def _right(self, stop: int, ceiling: int, content: Range | None) -> int:
        """On to a word that begins another clause."""
        bits = self._tagged.bits
        on = stop
        for at in self._joints_between(stop, ceiling):
            if at < on or self._apart(at, content):
                continue
            if self._ends(at):
                return at
            if (closing := self._inserted(at, ceiling)) is not None:
                on = closing
                continue
            cleft = at == stop and not self.has_verb(at + 1, at + 2)
            if bits[at] & THAT and (bits[at - 1] & VERB or cleft):
                # "The study revealed that …", "It was on Monday that …": nothing without the rest.
                continue
            told = self.has_verb(self._verbs.sentence(at)[0], at)
            joins = at + 1 < ceiling and told and self._goes_on(at)
            opens = joins or (self._opens(at, stop) and not self._is_gerund(at))
            if opens and (after := self._behind_inserted(at, ceiling)) is not None:
                on = after
                continue
            if opens and self.has_verb(at + 1, ceiling):
                return self._before_length(stop, at)
        return ceiling

    def _behind_inserted(self, at: int, ceiling: int) -> int | None:
        """Behind ", which was late," where the clause waits for its verb: "On Monday Berg, who …".

        So it does behind ", as he left the hall,".
        """
        bits = self._tagged.bits
        relative = self._attached.is_relative(at)
        # The comma may stand within a quotation: “…,” while
        comma = at - 1 - (bits[at - 1] & SIGN and self._tagged.low[at - 1] != ",")
        if self._tagged.low[comma] != "," or not (relative or bits[at] & SUBORDINATOR):
            return None
        if self.has_verb(self._verbs.sentence(at)[0], at):
            return None
        for comma in range(at + 1, ceiling):
            # "while leading the town", "while in Oslo"
            told = self.has_verb(at + 1, comma) or self._bits(at + 1) & (VERB_ING | PREPOSITION)
            if self._tagged.low[comma] == "," and told:
                reach = comma + 2 if relative else ceiling
                return comma + 1 if self.has_verb(comma + 1, reach) else None
        return None

    def _shown_to(self, right: int, place: Range, ceiling: int) -> int:
        """Where readers see a clause end: with "that …" and "who …" where no comma sets it apart.

        Nor does a clause end in what leads to the next one: ", half of | which", "he left after |,".
        """
        content = self._content.get(place[0])
        joints = self._joints_between(place[1], right)
        if (
            at := next((at for at in joints if self._goes_on_dated(at, place, right)), None)
        ) is not None:
            # "He left in May | and returned in June": each has its own time.
            return at
        while right < ceiling and self._is_needed(right):
            right = self._right(right + 1, ceiling, content)
        bits, low = self._tagged.bits, self._tagged.low
        if right < ceiling and self._opens(right, right) and bits[right - 1] & PREPOSITION:
            reach = range(right - 1, max(place[1], right - _LENGTH) - 1, -1)
            right = next((at for at in reach if low[at] == ","), right)
        while right > place[1] and bits[right - 1] & SUBORDINATOR and not bits[right - 1] & ADVERB:
            right -= 1
        # "It fell on Monday, largely | because it was old", "and shortly | after it rained"
        loose = right < ceiling and right - 2 >= place[1] and bits[right - 1] & ADVERB
        joint = low[right - 2] in (",", *DASHES) or bits[right - 2] & CONJUNCTION
        return right - 2 if loose and joint else right

    def _goes_on_dated(self, at: int, place: Range, right: int) -> bool:
        """Whether "and" stands before what has a time of its own: and returned in June; and Lind in May.

        "In 2003 and 2005" has one clause for both.
        """
        bits = self._tagged.bits
        time = next((n for n in range(at + 1, right) if n in self._times), None)
        if time is None or not bits[at] & CONJUNCTION or bits[at] & NEGATIVE:
            return False
        if not self.has_verb(self.within(place)[0], place[0]):
            return False
        verb = at + 1
        while bits[verb] & ADVERB:
            verb += 1
        if any(
            found.sure or bits[verb] & VERB_PAST for found in self._verbs.between(verb, verb + 1)
        ):
            return True
        plain = not any(bits[n] & (SIGN | OPENERS | VERB) for n in range(at + 1, time))
        among = self._tagged.lexicon.times.glue["between"]
        plain = plain and among.isdisjoint(self._tagged.low[place[1] : at])
        near = at - place[1] <= _PHRASE and at + 2 < time <= at + _SOON
        other = is_before_noun(self._tagged, (time, self._times[time]), (at + 1, right))
        return plain and near and not other

    def _is_needed(self, at: int) -> bool:
        """Whether a clause opens that tells which one is meant: the man | who sold it."""
        before = at - bool(self._bits(at - 1) & PREPOSITION)
        joins = self._bits(at) & THAT or self._attached.is_relative(at) or before < at
        opens = self._bits(at) & (RELATIVE | THAT | WH) and not self._bits(at) & SUBORDINATOR
        return bool(opens and joins and not self._tagged.bits[before - 1] & (SIGN | CONJUNCTION))

    def _between_dashes(self, place: Range, floor: int, ceiling: int) -> Range:
        """What stands between two dashes around a time, if it is a clause: "– he left in 1990 –"."""
        before = [at for at in self._joints_between(floor, place[0]) if self._is_dash(at)]
        behind = self._joints_between(place[1], ceiling)
        after = next((at for at in behind if self._is_dash(at)), None)
        if len(before) % 2 == 0 or after is None or not self.has_verb(before[-1] + 1, after):
            return floor, ceiling
        return before[-1] + 1, after

    def _end_of_opening(self, left: int, stop: int, right: int) -> int:
        """The comma at which a clause ends that opens its sentence: When it fell on Monday, he left."""
        for at in range(stop, right):
            if self._tagged.low[at] == "," and self.has_verb(at + 1, right):
                gerund = self._tagged.bits[left] & VERB_ING
                return at if gerund or self.has_verb(left, at) else right
        return right

    def _before_main(self, left: int, place: Range, right: int) -> int:
        """Before the verb that goes on with the main clause: the man who left in 1990 | was charged."""
        if any(self._opens(at, left) for at in self._joints_between(left, place[0])):
            # "here that we today accept": the verb is still to come.
            return right
        after = self._verbs.between(place[1], right)
        for found in after if self.has_verb(left, place[0]) else after[1:]:
            before = self._tagged.bits[found.first - 1]
            sure = found.sure or self._tagged.low[found.first - 1] == ","
            if sure and not before & (CONJUNCTION | SUBJECT):
                # "where polls were open on Monday, the voters were calm"
                commas = (at for at in range(place[1], found.first) if self._tagged.low[at] == ",")
                return next(commas, found.first)
        return right

    def _before_length(self, stop: int, at: int) -> int:
        """Back over "…, hours" and "…, two days" before "after" and "before"."""
        reach = range(at - 1, max(stop, at - _LENGTH) - 1, -1)
        comma = next((n for n in reach if self._tagged.low[n] == ","), at)
        units = self._tagged.lexicon.times.units
        return comma if comma < at and self._tagged.low[at - 1] in units else at

    def _ends(self, at: int) -> bool:
        """Whether a clause ends at a sign: a semicolon, a full stop inside a quotation."""
        word = self._tagged.low[at]
        if word not in _STOPS:
            return word in (";", ":")
        after = self._tagged.document.tokens.text[at + 1 : at + 2]
        quoted = self._tagged.bits[at] & SIGN and self._tagged.quotation[at] >= 0
        return bool(quoted and after and after[0][:1].isupper())

    def _opens(self, at: int, floor: int) -> bool:
        bits = self._tagged.bits[at]
        if bits & SUBORDINATOR and bits & PREPOSITION:
            # "before the war", "since 1949", "since the regime launched …": a clause only if a verb
            # follows soon.
            than = self._tagged.low[at] in self._tagged.lexicon.times.glue["than"]
            if at + 1 in self._times or (than and not self._bits(at + 1) & SUBJECT):
                return False
            if bits & AS and self._bits(at - 1) & VERB and self._bits(at - 1) & CUE:
                # "The house that he declared as his"
                return False
            near = bits & AS or at == self._verbs.sentence(at)[0]
            end = min(len(self._tagged.low), at + (_SOON if near else _LATER))
            comma = next((n for n in range(at + 1, end) if self._tagged.bits[n] & SIGN), end)
            return self.has_verb(at + 1, comma) or self._is_gerund(at)
        # "That's what happened on Monday", "That year it fell", "until that day": one clause.
        opening = bits & THAT and at == self._verbs.sentence(at)[0]
        before = self._bits(at - 1) & PREPOSITION or (at and self._ends(at - 1))
        opening = opening or (bits & THAT and bool(before))
        pronoun = opening or (at == floor and bits & THAT and self._bits(at + 1) & AUXILIARY)
        joins = bits & (SUBORDINATOR | RELATIVE | THAT) or (
            bits & WH and self._attached.is_relative(at)
        )
        return bool(joins) and not pronoun

    def _goes_on(self, at: int) -> bool:
        """Whether ", and" stands there, or "but there", "and he"."""
        bits = self._tagged.bits
        comma = self._tagged.low[at] == "," and self._bits(at + 1) & CONJUNCTION
        return bool(comma or (bits[at] & CONJUNCTION and self._bits(at + 1) & SUBJECT))

    def _joins(self, at: int) -> bool:
        """Whether ", and" stands before another subject; ", and was found" goes on with its own."""
        if not self._tagged.bits[at] & CONJUNCTION:
            return False
        if self._bits(at + 1) & VERB_ING:
            return False
        if self._bits(at + 1) & SUBJECT:
            return True
        # ", and then was found"
        verb = at + 1
        while self._bits(verb) & ADVERB:
            verb += 1
        own = self._bits(verb) & VERB_BASE or self.has_verb(at + 1, verb + 1)
        return self._tagged.low[at - 1] == "," and not own

    def _is_gerund(self, at: int) -> bool:
        """Whether "after touring the town" begins there."""
        bits = self._tagged.bits
        return bool(
            bits[at] & SUBORDINATOR and bits[at] & PREPOSITION and self._bits(at + 1) & VERB_ING
        )

    def _bits(self, at: int) -> int:
        """The classes of a token; none behind the last one."""
        return self._tagged.bits[at] if at < len(self._tagged.bits) else 0

    def _is_dash(self, at: int) -> bool:
        """Whether a dash stands there; none is in "1 – 0" and "well-known"."""
        if self._tagged.low[at] not in DASHES or self._tagged.is_hyphen(at):
            return False
        return not self._bits(at - 1) & self._bits(at + 1) & NUMBER

    def _inserted(self, at: int, ceiling: int) -> int | None:
        """Where the clause goes on behind what stands between dashes, or ", wondering who did it,"."""
        if self._is_dash(at):
            closing = self._closing_dash(at, ceiling)
            return None if closing is None else closing + 1
        if self._tagged.low[at] != "," or not self._bits(at + 1) & VERB_ING:
            return None
        reach = range(at + 1, min(ceiling - 1, at + _LONGEST_INSERTION))
        commas = (n for n in reach if self._tagged.low[n] == ",")
        return next((n + 1 for n in commas if self.has_verb(n + 1, n + 2)), None)

    def _closing_dash(self, at: int, ceiling: int) -> int | None:
        """The dash that ends what another one opens, if the clause goes on behind it."""
        for closing in range(at + 1, min(ceiling, at + _LONGEST_INSERTION)):
            if self._tagged.low[closing] == self._tagged.low[at] and self._is_dash(closing):
                return closing if self.has_verb(closing + 1, ceiling) else None
        return None
