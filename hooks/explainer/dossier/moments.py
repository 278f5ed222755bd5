"""When an event by hand was: what a person says of it, held against what its evidence says.

A person may say less than the evidence, or leave it to the evidence. More, or something else, needs a
reason; without one the evidence counts, and the mistake is told with what the evidence does carry.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from explainer.dossier.advice import nearest
from explainer.dossier.edtf import bounds, carrying, is_day
from explainer.dossier.model import When
from explainer.problems import Level
from explainer.text.spans import Span

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")

#: What is written beside a time that its evidence does not carry.
_OR_BASIS = "or say in `basis:` how it is known"


class Told(NamedTuple):
    """A time in the evidence of an event, the article's words for it, and whether it is of a report."""

    words: str
    when: When
    of_report: bool = False

    @property
    def doubt(self) -> tuple[bool, bool]:
        """How little sure it is that the time is the event's: the least first."""
        return (self.of_report, not self.when.day_stated)


class Mistake(NamedTuple):
    """What is wrong with one key of the file."""

    key: str
    message: str
    rule: str
    level: Level = Level.ERROR


@dataclass
class Moment:
    """The time of one event.

    Args:
        when, part, basis: what a person says.
        near: the times of the clauses that the evidence stands in: they count by themselves.
        wider: others in its sentences: they count where a person says so.
        parts: the names of the parts of the day, with their codes in TIMEX3.
        mistakes: takes what is wrong.
    """

    when: str | None
    part: str | None
    basis: str | None
    near: Sequence[Told]
    wider: Sequence[Told]
    parts: Mapping[str, str]
    mistakes: list[Mistake] = field(default_factory=list)

    def decided(self) -> When:
        """The time that readers see."""
        own = self._of_evidence()
        edtf = self.when or own.edtf
        part = self._known_part(edtf)
        if self.basis and not (self.when or self.part):
            message = "there is no `when:` or `part:` that this could tell the basis of"
            self.mistakes.append(Mistake("basis", message, "basis-of-nothing"))
        if edtf is None or not (self.when or part):
            self._ask_which()
            return own
        carry = self._carry(edtf)
        fitting = [told for told in carry if part in (None, told.when.part)]
        if self.basis and not (fitting and not any(fitting[0].doubt)):
            return self._made(edtf, part, "given", self.basis)
        if self.basis:
            message = "the evidence says so itself; `basis:` is not needed"
            self.mistakes.append(Mistake("basis", message, "needless-basis", Level.NOTICE))
        if not carry:
            self.mistakes.append(Mistake("when", self._not_carried(edtf), "when-not-carried"))
            return own
        if not fitting:
            self.mistakes.append(Mistake("part", self._no_such_part(carry), "part-not-carried"))
            return self._summed(edtf, None, carry)
        return self._summed(edtf, part, fitting)

    @property
    def _dated(self) -> list[Told]:
        return [told for told in (*self.near, *self.wider) if told.when.edtf]

    def _of_evidence(self) -> When:
        """The one time that the clauses of the evidence give, or why there is none."""
        dated = [told for told in self.near if told.when.edtf]
        if not dated:
            why = self.near[0].when.why if self.near else "the evidence does not say when"
            return _open(why)
        times = {told.when.edtf for told in dated}
        if len(times) > 1:
            return _open(f"the evidence has several times: {_listed(dated)}")
        dated = [told for told in dated if told.when.day_stated] or dated
        parts = {told.when.part for told in dated}
        part = dated[0].when.part if len(parts) == 1 else None
        return self._summed(str(dated[0].when.edtf), part, dated)

    def _ask_which(self) -> None:
        dated = [told for told in self.near if told.when.edtf]
        if len({told.when.edtf for told in dated}) > 1:
            message = f"the evidence has several times: {_listed(dated)}; say which with `when:`"
            self.mistakes.append(Mistake("evidence", message, "which-time", Level.NOTICE))

    def _known_part(self, edtf: str | None) -> str | None:
        """The part of the day, if there is such a one and the day is known."""
        message = ""
        if self.part is None:
            return None
        if self.part not in self.parts and not _CLOCK.fullmatch(self.part):
            message = f"{self.part!r} is no part of the day, and no clock time such as 14:30"
            message += nearest(self.part, self.parts)
        elif edtf is None:
            message = "a part of the day needs its day: write `when:` too"
        elif not is_day(edtf):
            message = f"a part of the day needs one day, and {edtf} is none"
        if message:
            self.mistakes.append(Mistake("part", message, "part-of-day"))
            return None
        return self.part

    def _carry(self, edtf: str) -> list[Told]:
        """The times of the evidence that carry what a person says, the surest first."""
        dated = self._dated
        found = [dated[n] for n in carrying([str(told.when.edtf) for told in dated], edtf)]
        return sorted(found, key=lambda told: (told.doubt, bool(told.when.part)))

    def _not_carried(self, edtf: str) -> str:
        dated = self._dated
        if not dated and self.near:
            told = self.near[0]
            return (
                f"the evidence says “{told.words}”, and no more"
                f" ({told.when.why}); leave `when:` out, {_OR_BASIS}"
            )
        if not dated:
            return f"the evidence does not say when; quote words that do, leave `when:` out, {_OR_BASIS}"
        times = dict.fromkeys(str(told.when.edtf) for told in dated)
        ready = " or ".join(f"`when: {time}`" for time in times)
        says = f"says {_listed(dated)}, not {edtf}"
        if not all(_apart(time, edtf) for time in times):
            says = f"says no more than {_listed(dated)}"
        return f"the evidence {says}; write {ready}, {_OR_BASIS}"

    def _no_such_part(self, carry: Sequence[Told]) -> str:
        named = [told for told in carry if told.when.part]
        if not named:
            return f"the evidence names no part of that day; leave `part:` out, {_OR_BASIS}"
        parts = dict.fromkeys(told.when.part for told in named)
        ready = " or ".join(f"`part: {part}`" for part in parts)
        words = ", ".join(f"“{told.words}”" for told in named)
        return f"the evidence says {words}; write {ready}, {_OR_BASIS}"

    def _summed(self, edtf: str, part: str | None, told: Sequence[Told]) -> When:
        """A time that others carry, known as well as they are."""
        if "/" not in edtf:
            told = told[:1]
        times = [one.when for one in told]
        stated = all(time.basis == "stated" for time in times)
        why = "; ".join(dict.fromkeys(time.why for time in times if time.why))
        return replace(
            self._made(edtf, part, "stated" if stated else "inferred", why),
            day_stated=all(time.day_stated for time in times),
            uses_publication=any(time.uses_publication for time in times),
            publication_given=any(time.publication_given for time in times),
        )

    def _made(self, edtf: str, part: str | None, basis: str, why: str) -> When:
        code = f"T{self.parts.get(part, part)}" if part else ""
        kind = "TIME" if part else "DATE"
        return When(Span(0, 0), kind, edtf + code, edtf, part, basis, why)


def _open(why: str) -> When:
    return When(Span(0, 0), "DATE", "", None, None, "open", why)


def _apart(time: str, edtf: str) -> bool:
    (first, last), (start, end) = bounds(time), bounds(edtf)
    return last < start or end < first


def _listed(told: Sequence[Told]) -> str:
    """What the evidence says of when, in its words and in the calendar."""
    seen = dict.fromkeys(
        f"{one.when.edtf}{f' {one.when.part}' if one.when.part else ''} (“{one.words}”)"
        for one in told
    )
    return ", ".join(seen)
