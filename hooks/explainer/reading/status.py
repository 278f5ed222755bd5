"""Whether what a clause dates happened, was said, or is only claimed, planned, feared, denied.

What is told inside a claim is never a fact here: it is at most somebody's word. The verb nearest to
the time expression decides the rest, by its auxiliaries and by the words of ``moods.txt``.
"""

import re
from collections.abc import Container, Iterable, Iterator
from datetime import date

from explainer.lexicons.statuses import Status
from explainer.lexicons.words import ADVERB, CAPITAL, NEGATIVE, SUBORDINATOR, VERB
from explainer.reading.attributions.finding import Finding, Range
from explainer.reading.model import Timex
from explainer.reading.tagged import Tagged
from explainer.reading.verbs import verb_group

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

    def told(self, timex: Timex, place: Range, around: Range) -> Status:
        """Of a clause in the article's own voice.

        Args:
            timex: the time expression.
            place: its tokens.
            around: the tokens of its clause.
        """
        mood = self._mood(_walk(place, around), around, inside=False)
        return mood or ("planned" if self._ahead(timex) else "happened")

    def saying(self, place: Range, around: Range, content: Container[int]) -> Status:
        """Of a clause that reports: what is dated is the saying, not the tokens of its content."""
        walk = [at for at in _walk(place, around) if at not in content]
        mood = self._mood(walk, around, inside=False)
        return mood if mood in ("planned", "conditional") else "said"

    def inside(self, finding: Finding, timex: Timex, place: Range, around: Range) -> Status:
        """Of a clause in the content of a claim."""
        cue = finding.use.cue
        stance = self._tagged.lexicon.cues.stances[cue.stance]
        known = self._tagged.lexicon.statuses.contents
        name = stance.negated if finding.negative else stance.name
        status = known.get(cue.type) or known.get(name, "claimed")
        if status in _STRONG:
            return status
        mood = self._mood(_walk(place, around), around, inside=True)
        return mood or ("planned" if self._ahead(timex) else status)

    def _mood(self, walk: Iterable[int], around: Range, inside: bool) -> Status | None:
        """What the nearest verb, or a word before it, shows; None if it shows nothing."""
        if self._conditional(around):
            return "conditional"
        for at in walk:
            if self._tagged.bits[at] & NEGATIVE and self._tagged.bits[at] & ADVERB:
                return "denied"
            if (shown := self._shown(at, inside)) and not self._tagged.bits[at] & CAPITAL:
                return self._of_group(at, around, inside) or shown
            if self._tagged.bits[at] & VERB:
                group = verb_group(self._tagged, at, around[0])
                if group and group.finite:
                    return self._of_group(at, around, inside)
        return None

    def _of_group(self, head: int, around: Range, inside: bool) -> Status | None:
        """What a verb and its auxiliaries show together."""
        group = verb_group(self._tagged, head, around[0])
        first = group.first if group else head
        shown = {self._shown(at, inside) for at in range(first, head + 1)}
        if group and group.negative:
            shown.add("denied")
        return next((status for status in _ORDER if status in shown), None)

    def _shown(self, at: int, inside: bool) -> Status | None:
        low = self._tagged.low
        mood = self._moods.get(f"{low[at - 1]} {low[at]}" if at else "") or self._moods.get(low[at])
        return (mood.claimed if inside else mood.told) if mood else None

    def _conditional(self, around: Range) -> bool:
        """Whether "if" or its kin opens the clause."""
        return any(
            self._tagged.bits[at] & SUBORDINATOR and self._shown(at, False) == "conditional"
            for at in range(max(0, around[0] - 1), min(around[0] + 1, around[1]))
        )

    def _ahead(self, timex: Timex) -> bool:
        """Whether a time lies after the article's date."""
        begin = (timex.edtf or "").partition("/")[0].rstrip("~")
        return bool(self._today and _DATE.match(begin)) and begin > self._today[: len(begin)]


def _walk(place: Range, around: Range) -> Iterator[int]:
    """The tokens around a time expression: those before it, the nearest first, then those behind."""
    yield from range(place[0] - 1, max(around[0], place[0] - _REACH) - 1, -1)
    yield from range(place[1], min(around[1], place[1] + _REACH))
