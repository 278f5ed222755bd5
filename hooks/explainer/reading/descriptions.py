"""Whom "the president" or "the ministry" means: the only one in the article who is called so.

A short form is read only where nothing else can be meant. "Former President Anna Berg" is not the
president, but may be the one who is meant, and so nobody is linked beside her.
"""

from collections import defaultdict
from collections.abc import Sequence

from explainer.lexicons.words import DEFINITE, WORD
from explainer.reading.names import Name
from explainer.reading.tagged import Tagged

Words = tuple[str, ...]

#: The kind whose nouns mean one of it: "the group", "the network" may be anybody's.
_BODY = "government body"


class Descriptions:
    """The titles and nouns by which an article can mean those that it names."""

    def __init__(self, tagged: Tagged, names: Sequence[Name], actors: Sequence[int | None]) -> None:
        """``actors`` has, for each name, the number of its actor, or None."""
        self._tagged = tagged
        self._names = names
        self._actors = actors
        self._titles = tagged.lexicon.names.titles_in_lower_case
        self._called: dict[Words, list[int]] = defaultdict(list)
        for number, name in enumerate(names):
            words = self._title(name) if name.kind == "person" else self._noun(name)
            if words:
                self._called[words].append(number)

    def meant(self, first: int, stop: int) -> int | None:
        """The last name before some tokens, if what they describe can only be its actor."""
        if not self._tagged.bits[first] & DEFINITE:
            return None
        called = self._called.get(tuple(self._tagged.low[first + 1 : stop]), [])
        before = [n for n in called if self._names[n].stop <= first]
        actors = {self._actors[n] for n in called}
        unsure = None in actors or any(map(self._is_qualified, called))
        return before[-1] if before and len(actors) == 1 and not unsure else None

    def _title(self, name: Name) -> Words:
        """ "president" of "US President Anna Berg", "vice president" of a vice president."""
        words = tuple(name.role.lower().split())
        return next((words[at:] for at in range(len(words)) if words[at:] in self._titles), ())

    def _noun(self, name: Name) -> Words:
        """ "ministry" of "Defence Ministry" and of "Ministry of Defence"."""
        if name.kind != _BODY or " " not in name.name:
            return ()
        low, names = self._tagged.low, self._tagged.lexicon.names
        first, stop = name.inner
        cut = next((n for n in range(first, stop) if low[n] in names.particles["link"]), stop)
        noun = low[max(first, cut - 1)]
        return (noun,) if _BODY in names.heads.get(noun, ()) else ()

    def _is_qualified(self, number: int) -> bool:
        """ "former President Anna Berg": a word of no known class before a title."""
        before = self._names[number].first - 1
        return bool(self._names[number].role and before >= 0 and self._tagged.bits[before] == WORD)
