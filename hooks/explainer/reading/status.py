"""Whether what a clause dates happened, was said, or is only claimed, planned, feared, denied.

What is told inside a claim is never a fact here: it is at most somebody's word. The verb nearest to
the time expression decides the rest, by its auxiliaries and by the words of ``moods.txt``.
"""

import re
from collections.abc import Container, Iterable, Iterator
from datetime import date

from explainer.lexicons.statuses import Status
from explainer.lexicons.words import (
    ADVERB,
    AUXILIARY,
    BE,
    BY,
    CAPITAL,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MODAL,
    NEGATIVE,
    PRONOUN,
    RELATIVE,
    SIGN,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    VERB_BASE,
    VERB_ING,
    VERB_PAST,
    WH,
)
from explainer.reading.attributions.finding import Finding, Range
from explainer.reading.model import Timex
from explainer.reading.nouns import left_edge
from explainer.reading.predicates import Predicate, is_owned, predicates
from explainer.reading.tagged import Tagged
from explainer.reading.verbs import VerbGroup, verb_group

#: A year, month or day in EDTF; seasons and what is open are no months.
_DATE = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?\Z")

#: How far the verb of a time expression is looked for, in tokens.
_REACH = 24

#: Where one verb shows several, the first of these counts: "may not" did not happen.
_ORDER: tuple[Status, ...] = ("denied", "feared", "conditional", "planned")

#: What a stance makes of a content comes before the mood of the content's verb.
_STRONG: tuple[Status, ...] = ("feared", "denied", "wanted")


class Statuses:
    """What is asked of an article for each of its time expressions.

    Args:
        tagged: the article.
        published: its date, if known: what lies after it has not happened.
    """

    def __init__(self, tagged: Tagged, published: date | None) -> None:
        self._tagged = tagged
        self._moods = tagged.lexicon.statuses.moods
        self._today = published.isoformat() if published else ""
        self._clause: tuple[Range, list[Predicate]] = ((0, 0), [])

    def told(self, timex: Timex, place: Range, around: Range) -> Status:
        """Of a clause in the article's own voice.

        Args:
            timex: the time expression.
            place: its tokens.
            around: the tokens of its clause.
        """
        _, mood = self._nearest(self._walk(place, around), around, inside=False)
        if mood == "denied" and self.begins(place, around):
            # "It was not until Tuesday that he left": he left on Tuesday.
            mood = None
        if not mood and self._reported(place, around):
            return "claimed"
        if not mood and not self.is_past(timex) and self._is_to_be(place, around):
            return "planned"
        return mood or ("planned" if self._ahead(timex, place) else "happened")

    def _is_to_be(self, place: Range, around: Range) -> bool:
        """Whether the nearest verb before a time tells what is to be done: figures to be published."""
        bits = self._tagged.bits
        reach = range(place[0] - 1, max(around[0] + 1, place[0] - _REACH) - 1, -1)
        verb = next((at for at in reach if bits[at] & VERB), None)
        return verb is not None and bool(bits[verb - 1] & BE and bits[verb - 2] & TO)

    def saying(
        self,
        timex: Timex,
        place: Range,
        around: Range,
        content: Container[int],
        cues: Container[int],
    ) -> Status:
        """Of a clause that reports: the saying is what is dated, if its verb is the nearest.

        Args:
            timex: the time expression.
            place: its tokens.
            around: those of the clause.
            content: all tokens of what is said, which has verbs of its own.
            cues: all tokens of cues.
        """
        walk = [at for at in self._walk(place, around) if at not in content]
        around = next((at for at in range(*around) if at not in content), place[0]), around[1]
        verb, mood = self._nearest(walk, around, inside=False)
        if mood == "denied" and self.begins(place, around):
            mood = None
        ahead = self._ahead(timex, place)
        if verb is not None and verb >= place[1] and verb not in cues:
            verb = self._main(place, around, content) or verb
        if verb is not None and verb not in cues:
            return mood or ("planned" if ahead else "happened")
        if ahead and not mood and verb is not None and not self._tagged.bits[verb] & VERB_PAST:
            # "He is projecting profits next year"
            return "planned"
        if verb is None and not any(at in cues for at in walk):
            # The saying stands too far from the time.
            return mood or "happened"
        return mood if mood in ("planned", "conditional", "denied") else "said"

    def _main(self, place: Range, around: Range, content: Container[int]) -> int | None:
        """The main verb behind a time: "On Monday the firm *based* in Oslo *said* that"."""
        bits, joins = self._tagged.bits, RELATIVE | WH | THAT | SUBORDINATOR
        for found in predicates(self._tagged, place[1], around[1]):
            if found.sure and found.first not in content and not bits[found.first - 1] & joins:
                return found.head
        return None

    def thing(self, timex: Timex, claimed: bool) -> Status | None:
        """Of a thing that a time belongs to: Monday's debate, in somebody's words or the article's.

        None for a time in which the article was written: this year's election may be over or not.
        """
        if self._ahead(timex):
            return "planned"
        if self._today.startswith(timex.edtf or "-"):
            return None
        return "claimed" if claimed else "happened"

    def inside(self, finding: Finding, timex: Timex, place: Range, around: Range) -> Status:
        """Of a clause in the content of a claim."""
        cue = finding.use.cue
        stance = self._tagged.lexicon.cues.stances[cue.stance]
        known = self._tagged.lexicon.statuses.contents
        name = stance.negated if finding.negative else stance.name
        status = known.get(cue.type) or known.get(name, "claimed")
        if status == "denied" and self._is_asked(finding):
            status = "claimed"
        verb, mood = self._nearest(self._walk(place, around), around, inside=True)
        past = verb is not None and self._tagged.bits[verb] & VERB_PAST
        past = past or self._is_told_past(around)
        ahead = self._ahead(timex, place)
        if status in ("planned", "wanted") and past and not mood and not ahead:
            # "He plans to show a film that was made in 2022": what is told in passing.
            return "claimed"
        if status in _STRONG:
            if self._is_relative(around, finding) and (mood or (past and not ahead)):
                return mood or "claimed"
            return status
        return mood or ("planned" if ahead else status)

    def _is_asked(self, finding: Finding) -> bool:
        """Whether a content is a question: who does not know *who came* denies nothing."""
        return any(self._tagged.bits[first] & WH for first, _ in finding.content)

    def _is_relative(self, around: Range, finding: Finding) -> bool:
        """Whether a clause tells more of a noun: he fears a flood like *that which came in 2002*."""
        opener, bits = around[0] - 1, self._tagged.bits
        if any(opener == first for first, _ in finding.content):
            # "warned the town that the dam would burst"
            return False
        return bool(bits[opener] & RELATIVE and not bits[opener - 1] & (VERB | SIGN | CONJUNCTION))

    def _is_told_past(self, around: Range) -> bool:
        """Whether the last verb of a clause is surely in the past tense."""
        found = list(predicates(self._tagged, *around))[-1:]
        return any(one.sure and self._tagged.bits[one.first] & VERB_PAST for one in found)

    def is_name(self, timex: Timex) -> bool:
        """Whether a time is a day of a year by its name alone: 9/11."""
        return timex.basis == "inferred" and timex.rule == "holiday" and not timex.uses_publication

    def is_ahead(self, timex: Timex) -> bool:
        """Whether a time lies after the article's date."""
        return self._ahead(timex)

    def is_past(self, timex: Timex) -> bool:
        """Whether a time was over on the article's date."""
        end = (timex.edtf or "").rpartition("/")[2].rstrip("~")
        return bool(self._today and _DATE.match(end)) and end < self._today[: len(end)]

    def begins(self, place: Range, around: Range) -> bool:
        """Whether something is told to begin at a time: it did not open until Friday.

        "Until Friday, it had not opened" says the same.
        """
        if (
            not place[0]
            or self._tagged.low[place[0] - 1] not in self._tagged.lexicon.times.glue["until"]
        ):
            return False
        reach = (
            range(place[1], min(around[1], place[1] + _REACH))
            if place[0] - 1 == around[0]
            else range(max(around[0], place[0] - _REACH), place[0] - 1)
        )
        return any(self._tagged.bits[at] & NEGATIVE for at in reach)

    def _reported(self, place: Range, around: Range) -> bool:
        """Whether "said that" stands before a time: a report, which said that prices rose in March."""
        bits = self._tagged.bits
        return any(
            bits[at] & THAT
            and bits[at - 1] & CUE
            and verb_group(self._tagged, at - 1, around[0])
            and self._says(at - 1)
            for at in range(max(1, around[0] - 1), place[0])
        )

    def _says(self, verb: int) -> bool:
        """Whether a verb is no adjective behind another one: "is so highly charged that"."""
        bits, before = self._tagged.bits, verb - 1
        while before > 0 and bits[before] & ADVERB:
            before -= 1
        return before == verb - 1 or not bits[before] & (VERB | BE)

    def _nearest(
        self, walk: Iterable[int], around: Range, inside: bool
    ) -> tuple[int | None, Status | None]:
        """The nearest verb, or word that shows a mood, and what it shows, if it does."""
        if self._conditional(around):
            return None, "conditional"
        for at in walk:
            if self._negates(at):
                return at, "denied"
            if shown := self._shown(at, inside):
                return at, self._of_group(at, around, inside) or shown
            if self._tagged.bits[at] & VERB:
                group = verb_group(self._tagged, at, around[0])
                if group and group.finite and not self._is_joined(at, group):
                    return at, self._of_group(at, around, inside)
            elif self._tagged.bits[at] & AUXILIARY and (found := self._predicate_of(at, around)):
                return found.head, self._of_predicate(found, around, inside)
        return None, None

    def _predicate_of(self, at: int, around: Range) -> Predicate | None:
        """The finite verb that a word belongs to; those of a clause are found once for all its words."""
        if self._clause[0] != around:
            self._clause = around, list(predicates(self._tagged, *around))
        return next((one for one in self._clause[1] if one.first <= at <= one.head), None)

    def _is_joined(self, at: int, group: VerbGroup) -> bool:
        """Whether a plain form goes on with the auxiliary of another verb: would come *and stay*."""
        bits = self._tagged.bits
        before = group.first - 1
        while before > 0 and bits[before] & ADVERB:
            before -= 1
        plain = group.first == at and bits[at] & VERB_BASE and not bits[at] & VERB_PAST
        return bool(plain and before >= 0 and bits[before] & CONJUNCTION)

    def _of_predicate(self, found: Predicate, around: Range, inside: bool) -> Status | None:
        """What a copula shows ("was in Oslo"), or an auxiliary with its verb."""
        if self._tagged.bits[found.head] & VERB:
            return self._of_group(found.head, around, inside)
        # "is due", "was to begin", "were not there"
        reach = range(found.first, self._past_to(found.head + 2, around[1]))
        shown = {self._shown(at, inside) for at in reach}
        if self._lacks_subject(found.first, around) or any(self._denies(at, found) for at in reach):
            shown.add("denied")
        return next((status for status in _ORDER if status in shown), None)

    def _denies(self, at: int, copula: Predicate) -> bool:
        """Whether a word denies it: "was not there", "there was no word"; not "was no surprise"."""
        bits = self._tagged.bits
        there = copula.first and bits[copula.first - 1] & SUBJECT
        existing = there and not bits[copula.first - 1] & PRONOUN
        return bool(bits[at] & NEGATIVE and (existing or not bits[at] & DETERMINER))

    def _lacks_subject(self, first: int, around: Range) -> bool:
        """Whether "no" opens the subject of a verb: no shots were fired."""
        subject = left_edge(self._tagged, first, around[0])
        return subject is not None and bool(self._tagged.bits[subject] & NEGATIVE)

    def _of_group(self, head: int, around: Range, inside: bool) -> Status | None:
        """What a verb and its auxiliaries show together."""
        group = verb_group(self._tagged, head, around[0])
        # "could continue to gain": what lends its subject to an infinitive has the mood.
        first = min(group.first, group.left) if group else head
        stop = self._past_to(head + 1, around[1])
        shown = {self._shown(at, inside) for at in range(first, stop)}
        if group and (group.negative or self._lacks_subject(group.left, around)):
            shown.add("denied")
        return next((status for status in _ORDER if status in shown), None)

    def _past_to(self, stop: int, end: int) -> int:
        """Behind the "to" of "failed to", which shows more than "failed"."""
        return min(stop + (self._tagged.bits[stop] & TO > 0), end)

    def _shown(self, at: int, inside: bool) -> Status | None:
        low = self._tagged.low
        if self._tagged.bits[at] & CAPITAL:
            # Theresa May, no mood.
            return None
        if self._tagged.bits[at] & MODAL and is_owned(self._tagged, at):
            return None
        mood = self._moods.get(f"{low[at - 1]} {low[at]}" if at else "") or self._moods.get(low[at])
        return (mood.claimed if inside else mood.told) if mood else None

    def _negates(self, at: int) -> bool:
        """Whether an auxiliary is negated there: will not …; but not "lows not seen since May"."""
        bits = self._tagged.bits
        negative = bits[at] & NEGATIVE and bits[at] & ADVERB
        return bool(negative and at and bits[at - 1] & (AUXILIARY | MODAL))

    def _conditional(self, around: Range) -> bool:
        """Whether "if" or its kin opens the clause."""
        return any(
            self._tagged.bits[at] & SUBORDINATOR and self._shown(at, False) == "conditional"
            for at in range(max(0, around[0] - 1), min(around[0] + 1, around[1]))
        )

    def _ahead(self, timex: Timex, place: Range | None = None) -> bool:
        """Whether a time lies after the article's date; so does "by the end of the year" in it."""
        begin, _, end = (timex.edtf or "").partition("/")
        if place and place[0] and self._tagged.bits[place[0] - 1] & BY:
            begin = end or begin
            if self._today and begin.rstrip("~") in (self._today[:4], self._today[:7]):
                return True
        begin = begin.rstrip("~")
        return bool(self._today and _DATE.match(begin)) and begin > self._today[: len(begin)]

    def _walk(self, place: Range, around: Range) -> Iterator[int]:
        """The tokens around a time expression: those before it, the nearest first, then those behind."""
        yield from range(place[0] - 1, max(around[0], place[0] - _REACH) - 1, -1)
        at, stop = place[1], min(around[1], place[1] + _REACH)
        while at < stop:
            aside = at + 1 < stop and self._tagged.bits[at + 1] & VERB_ING
            if aside and self._tagged.low[at] == ",":
                # "On Monday officers, wondering who could …, searched": between commas, another verb.
                at = next((n for n in range(at + 1, stop) if self._tagged.low[n] == ","), at)
            yield at
            at += 1
