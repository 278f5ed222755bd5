"""Who speaks: the mention that a source's words name, or why none does."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from explainer.lexicons.names import Gender
from explainer.lexicons.words import (
    ANAPHOR,
    CONJUNCTION,
    DETERMINER,
    FEMININE,
    PERSON,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SIGN,
    THEY,
    WORD,
)
from explainer.reading.descriptions import Descriptions
from explainer.reading.model import Relation
from explainer.reading.names import Name
from explainer.reading.subjects import antecedent
from explainer.reading.tagged import Tagged

#: How far back, in sentences, a pronoun looks for the one it can mean.
_REACH = 2

_NO_NAME = "the article gives no name here"


@dataclass(frozen=True, slots=True)
class Speaking:
    """The number of the name that a source means, if it is one, and how they belong together;
    ``others`` are the numbers of those who say it with the first.
    """

    relation: Relation
    name: int | None
    why: str
    others: tuple[int, ...] = ()


class Speakers:
    """Resolves the sources of one article, in order."""

    def __init__(self, tagged: Tagged, names: list[Name], actors: list[int | None]) -> None:
        """``actors`` has, for each name, the number of its actor, or None."""
        self._tagged = tagged
        self._names = names
        self._actors = actors
        self._starts = [name.first for name in names]
        self._first_of_count: dict[str, int] = {}
        for number, name in enumerate(names):
            if name.kind == "group":
                self._first_of_count.setdefault(name.name, number)
        self._descriptions = Descriptions(tagged, names, actors)
        self._genders = _genders(tagged, names, actors)
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
        together = self._together(inside)
        if len(together) > 1:
            return Speaking("are", together[0], "", tuple(together[1:]))
        if named:
            return self._named(named[0])
        if "bearer" in kinds and inside:
            return self._named(inside[-1])
        # "Japan's prime minister, Taro Aso, said"; "the director, Karin Moe, said"
        person = self._tagged.low[head] in self._tagged.lexicon.names.persons
        fits = ("person", "name") if person else ("person",)
        apposed = [n for n in self._inside(stop, source[1]) if self._names[n].kind in fits]
        if apposed:
            return self._named(apposed[0])
        if "speaks for" in kinds and inside:
            return self._for(inside)
        return self._described(first, stop)

    def _described(self, first: int, stop: int) -> Speaking:
        """ "The president", where one person of the article has that title."""
        number = self._descriptions.meant(first, stop)
        if number is None:
            return Speaking("unnamed", None, _NO_NAME)
        words, name = self._tagged.words(first, stop), self._names[number].name
        why = f"“{words}” read as {name}, the only one here that is called so"
        return Speaking("is", number, why)

    def _together(self, inside: list[int]) -> list[int]:
        """The names that "and" joins: "Britain and France"; none where anything else is between."""
        inside = [n for n in inside if self._tagged.low[self._names[n].first - 1] != "("]
        names = [self._names[n] for n in inside]
        if len(names) < 2 or any(self._actors[n] is None for n in inside):
            return []
        joined = False
        for one, other in pairwise(names):
            at = self._after_bracket(one.stop, other.first)
            between = self._tagged.bits[at : other.first]
            conjunction = next((n for n, bits in enumerate(between) if bits & CONJUNCTION), None)
            # "Anna Berg and *former mayor* Carl Dahl"
            plain = 0 if conjunction is None else WORD
            if not all(bits & (CONJUNCTION | SIGN | DETERMINER | plain) for bits in between):
                return []
            joined = joined or conjunction is not None
        different = len({self._actors[n] for n in inside}) == len(inside)
        return inside if joined and different else []

    def _after_bracket(self, at: int, stop: int) -> int:
        """Behind "(D)", if it stands at ``at``."""
        if at >= stop or self._tagged.low[at] != "(":
            return at
        return next((n + 1 for n in range(at, stop) if self._tagged.low[n] == ")"), at)

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
            bracket = self._tagged.low[at] == "("
            if at not in inside and (bracket or self._tagged.bits[at] & PREPOSITION):
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
            return Speaking("unnamed", None, _NO_NAME)
        if self._actors[number] is None:
            if name.kind == "group" and self._first_of_count[name.name] == number:
                # "Both sides", and nobody was counted before.
                return Speaking("unnamed", None, _NO_NAME)
            return Speaking("unresolved", number, f"“{words}” may be more than one")
        return Speaking("is", number, "")

    def _for(self, inside: list[int]) -> Speaking:
        speaks = [
            n for n in inside if self._actors[n] is not None or self._names[n].kind == "adjective"
        ]
        if len({self._names[n].name for n in speaks}) != 1:
            return Speaking("unnamed", None, _NO_NAME)
        name = self._names[speaks[0]]
        return Speaking("for", speaks[0], f"unnamed; speaks for {name.name}")

    def _pronoun(self, at: int) -> Speaking:
        """A pronoun means the one candidate before it, or nobody that can be told."""
        low, bits = self._tagged.low[at], self._tagged.bits[at]
        if bits & RELATIVE:
            return self._antecedent(at)
        if not bits & ANAPHOR:
            # "some", "nobody", "we": no word for anyone who was named before.
            return Speaking("unnamed", None, _NO_NAME)
        fits = self._persons(bits) if bits & PERSON else self._things(bits)
        sentence = self._sentence[at]
        for reach in range(_REACH + 1):
            floor = max(0, sentence - reach)
            found = self._candidates(self._tagged.sentences[floor][0], at, fits)
            if len({self._actors[n] for n in found}) == 1:
                words = self._names[found[-1]].name
                why = f"“{low}” read as {words}, the only one it can mean here"
                return Speaking("is", found[-1], why)
            if found:
                break
        return Speaking("unresolved", None, f"“{low}” may be more than one")

    def _persons(self, bits: int) -> Callable[[int], bool]:
        """Whom "he" or "she" can mean: persons, and names that the text does not explain."""
        other = Gender.MASCULINE if bits & FEMININE else Gender.FEMININE
        return lambda n: (
            self._names[n].kind in ("person", "name")
            and self._genders.get(self._actors[n]) != other
        )

    def _things(self, bits: int) -> Callable[[int], bool]:
        """What "it" and "they" can mean: no person, nothing that may be one, and "they" no state."""
        others = ("person", "name", "state") if bits & THEY else ("person", "name")
        return lambda n: self._names[n].kind not in others

    def _antecedent(self, at: int) -> Speaking:
        """What "who" stands for, where nothing but a noun group stands before it."""
        start = self._tagged.sentences[self._sentence[at]][0]
        group = antecedent(self._tagged, at, start)
        if group is None or self._tagged.bits[group.first] & PRONOUN:
            return Speaking("unresolved", None, f"“{self._tagged.low[at]}” may be more than one")
        return self.speaking((group.first, group.stop), (group.first, group.core))

    def _candidates(self, first: int, stop: int, fits: Callable[[int], bool]) -> list[int]:
        """The names in a range that a pronoun can mean."""
        return [n for n in self._inside(first, stop) if self._actors[n] is not None and fits(n)]


def _genders(
    tagged: Tagged, names: list[Name], actors: list[int | None]
) -> dict[int | None, Gender]:
    """Actor -> gender, where a title or a given name tells and nothing tells otherwise."""
    lexicon = tagged.lexicon.names
    told: dict[int | None, set[Gender]] = defaultdict(set)
    for name, actor in zip(names, actors, strict=True):
        if name.kind not in ("person", "name"):
            continue
        words = name.role.replace(".", "").split()
        told[actor] |= {lexicon.titles.get((word,), Gender.EITHER) for word in words}
        told[actor].add(lexicon.given.get(name.name.split()[0], Gender.EITHER))
    sure = {actor: genders - {Gender.EITHER} for actor, genders in told.items()}
    return {actor: genders.pop() for actor, genders in sure.items() if len(genders) == 1}
