"""Who speaks: the mention that a source's words name, or why none does."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from explainer.lexicons.words import ANAPHOR, PERSON, POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE
from explainer.reading.names import Name
from explainer.reading.nouns import noun_group_left
from explainer.reading.tagged import Tagged

#: How far back, in sentences, a pronoun looks for the one it can mean.
_REACH = 2

Relation = Literal["is", "for", "one_of", "unnamed", "unresolved", "nobody"]


@dataclass(frozen=True, slots=True)
class Speaking:
    """The number of the name that a source means, if it is one, and how they belong together."""

    relation: Relation
    name: int | None
    why: str


class Speakers:
    """Resolves the sources of one article, in order."""

    def __init__(self, tagged: Tagged, names: list[Name], actors: list[int | None]) -> None:
        """``actors`` has, for each name, the number of its actor, or None."""
        self._tagged = tagged
        self._names = names
        self._actors = actors
        self._starts = [name.first for name in names]
        self._sentence = [0] * len(tagged.low)
        for number, (start, end) in enumerate(tagged.sentences):
            self._sentence[start:end] = [number] * (end - start)

    def speaking(self, source: tuple[int, int] | None, core: tuple[int, int] | None) -> Speaking:
        """Who a source is.

        Args:
            source: its tokens; None where the text names nobody.
            core: the same without appositions.
        """
        if source is None or core is None:
            return Speaking("nobody", None, "the text names no source")
        first, stop = core
        if stop - first == 1 and self._tagged.bits[first] & (RELATIVE | PRONOUN | POSSESSIVE):
            return self._pronoun(first)
        inside = self._inside(first, stop)
        head = self._head(first, stop)
        kinds = self._tagged.lexicon.names.heads.get(self._tagged.low[head], frozenset())
        named = [n for n in inside if self._names[n].stop > head >= self._names[n].inner[0]]
        named += [n for n in inside if self._names[n].first <= head < self._names[n].stop]
        if named:
            return self._named(named[0])
        if "bearer" in kinds and inside:
            return self._named(inside[-1])
        # "Japan's prime minister, Taro Aso, said"
        apposed = [n for n in self._inside(stop, source[1]) if self._names[n].kind == "person"]
        if apposed:
            return self._named(apposed[0])
        if "speaks for" in kinds and inside:
            return self._for(inside)
        return Speaking("unnamed", None, "the article gives no name")

    def _inside(self, first: int, stop: int) -> list[int]:
        at = bisect_left(self._starts, first)
        found = []
        while at < len(self._names) and self._names[at].first < stop:
            found.append(at)
            at += 1
        return found

    def _head(self, first: int, stop: int) -> int:
        """The noun of a noun group: the last word before "of", "for", "from" …"""
        inside = {
            t
            for n in self._inside(first, stop)
            for t in range(self._names[n].first, self._names[n].stop)
        }
        for at in range(first + 1, stop):
            if self._tagged.bits[at] & PREPOSITION and at not in inside:
                return at - 1
        return stop - 1

    def _named(self, number: int) -> Speaking:
        name = self._names[number]
        words = self._tagged.words(name.first, name.stop)
        if name.kind == "one of":
            return Speaking("one_of", number, f"“{words}” does not say which")
        if name.kind == "capital":
            return Speaking("is", number, f"“{words}” stands for the government of {name.name}")
        if name.kind in ("adjective", "role"):
            return Speaking("unnamed", None, "the article gives no name")
        if self._actors[number] is None:
            return Speaking("unresolved", number, f"“{words}” may be more than one")
        return Speaking("is", number, "")

    def _for(self, inside: list[int]) -> Speaking:
        speaks = [
            n for n in inside if self._actors[n] is not None or self._names[n].kind == "adjective"
        ]
        if len({self._names[n].name for n in speaks}) != 1:
            return Speaking("unnamed", None, "the article gives no name")
        name = self._names[speaks[0]]
        return Speaking("for", speaks[0], f"unnamed; speaks for {name.name}")

    def _pronoun(self, at: int) -> Speaking:
        """A pronoun means the one candidate before it, or nobody that can be told."""
        low = self._tagged.low[at]
        if self._tagged.bits[at] & RELATIVE:
            return self._antecedent(at)
        if not self._tagged.bits[at] & ANAPHOR:
            # "some", "nobody", "we": no word for anyone who was named before.
            return Speaking("unnamed", None, "the article gives no name")
        persons = bool(self._tagged.bits[at] & PERSON)
        sentence = self._sentence[at]
        for reach in range(_REACH + 1):
            floor = max(0, sentence - reach)
            found = self._candidates(self._tagged.sentences[floor][0], at, persons)
            if len({self._actors[n] for n in found}) == 1:
                words = self._names[found[-1]].name
                return Speaking(
                    "is", found[-1], f"“{low}” read as {words}, the only one it can mean here"
                )
            if found:
                break
        return Speaking("unresolved", None, f"“{low}” may be more than one")

    def _antecedent(self, at: int) -> Speaking:
        """What "who" stands for, where nothing but a noun group stands before it."""
        start = self._tagged.sentences[self._sentence[at]][0]
        group = noun_group_left(self._tagged, at, start)
        if group is None or self._tagged.bits[group.first] & PRONOUN:
            return Speaking("unresolved", None, f"“{self._tagged.low[at]}” may be more than one")
        return self.speaking((group.first, group.stop), (group.first, group.core))

    def _candidates(self, first: int, stop: int, persons: bool) -> list[int]:
        kinds = ("person", "name") if persons else None
        found = []
        for n in self._inside(first, stop):
            name = self._names[n]
            if self._actors[n] is None and name.kind not in ("name",):
                continue
            if kinds is None or name.kind in kinds:
                found.append(n)
        if any(self._actors[n] is None for n in found):
            found = [n for n in found if self._actors[n] is not None]
        return found
