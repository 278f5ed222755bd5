"""Who the names of one article point to: full names, their short forms, groups.

Two names become one actor only where nothing else can be meant; where two can, neither is linked,
and the mention says so.
"""

from collections import defaultdict
from collections.abc import Iterable

from explainer.lexicons.words import (
    AUXILIARY,
    BY,
    DEFINITE,
    DETERMINER,
    LINKING,
    MODAL,
    POSSESSIVE,
    VERB_PAST,
    VERB_S,
)
from explainer.reading.model import LocalActor, Mention
from explainer.reading.names import Name
from explainer.reading.tagged import Tagged

Key = tuple[str, str]

#: Kinds whose names stand for themselves wherever they occur.
_FULL = frozenset(
    {"state", "alliance", "media", "government body", "armed group", "company", "organisation"}
)


def find_actors(
    tagged: Tagged, names: list[Name], sources: Iterable[tuple[int, int]]
) -> tuple[list[Mention], list[LocalActor]]:
    """Links the names of an article.

    Args:
        tagged: the article.
        names: what :func:`explainer.reading.names.find_names` found.
        sources: token ranges of the sources of attributions: who speaks is an actor.

    Returns:
        The mentions, in order of their place, and the actors that they number.
    """
    clusters = _Clusters(tagged, names, sources)
    keys = [clusters.key(name) for name in names]
    order: dict[Key, int] = {}
    for key, _ in keys:
        if key is not None:
            order.setdefault(key, len(order))
    mentions = [
        Mention(
            tagged.span(name.first, name.stop),
            name.name,
            name.kind,
            name.rule,
            None if key is None else order[key],
            why,
            _introduces(tagged, name),
        )
        for name, (key, why) in zip(names, keys, strict=True)
    ]
    return mentions, [clusters.actor(key) for key in order]


class _Clusters:
    """The actors of one article while they are being told apart."""

    def __init__(
        self, tagged: Tagged, names: list[Name], sources: Iterable[tuple[int, int]]
    ) -> None:
        self._tagged = tagged
        self._names = names
        self._persons: dict[str, set[str]] = defaultdict(set)
        self._short: dict[str, set[str]] = defaultdict(set)
        self._full: dict[str, tuple[str, str]] = {}
        self._part_of: dict[str, str] = {}
        self._places = self._find_places()
        self._spoken = {token for first, stop in sources for token in range(first, stop)}
        self._acting = self._find_acting()
        self._roles: dict[Key, dict[str, None]] = defaultdict(dict)
        self._groups = self._find_groups()
        self._learn()

    def _learn(self) -> None:
        """Full names first: what a short form can mean depends on all of them."""
        for name in self._names:
            if name.kind in _FULL:
                self._full.setdefault(_bare(name.name), (name.name, name.kind))
                if name.part_of:
                    self._part_of.setdefault(_bare(name.name), name.part_of)
            elif self._stands_for_state(name):
                self._full.setdefault(_bare(name.name), (name.name, "state"))
        for name in self._names:
            words = name.name.split()
            if len(words) < 2:
                continue
            if name.kind == "person" or (name.kind == "name" and self._is_person(name)):
                self._persons[words[-1]].add(name.name)
        for name in self._names:
            if name.kind == "person" and " " not in name.name and name.name not in self._persons:
                self._persons[name.name].add(name.name)

    def _is_person(self, name: Name) -> bool:
        """Two or three words in capitals that are later named by the last one alone."""
        words = name.name.split()
        return len(words) <= 3 and words[-1] in self._singles() and name.name not in self._places

    def _singles(self) -> frozenset[str]:
        cached = getattr(self, "_single_names", None)
        if cached is None:
            cached = frozenset(n.name for n in self._names if " " not in n.name)
            self._single_names: frozenset[str] = cached
        return cached

    def _find_places(self) -> frozenset[str]:
        """Names that stand after "in" or beside "region" somewhere in the article."""
        low, bits = self._tagged.low, self._tagged.bits
        particles = self._tagged.lexicon.names.particles
        places = set()
        for name in self._names:
            if name.kind != "name":
                continue
            before = low[name.inner[0] - 1] if name.inner[0] else ""
            if name.inner[0] > 1 and bits[name.inner[0] - 1] & DEFINITE:
                before = low[name.inner[0] - 2]
            after = low[name.stop] if name.stop < len(low) else ""
            area = particles["area"]
            if (
                before in particles["locative"]
                or after in area
                or (
                    name.inner[0] > 1
                    and bits[name.inner[0] - 1] & LINKING
                    and low[name.inner[0] - 2] in area
                )
            ):
                places.add(name.name)
        return frozenset(places)

    def _find_acting(self) -> frozenset[str]:
        """Names that do something: they are sources, or subjects, or stand after "by"."""
        tagged = self._tagged
        acting = set()
        for name in self._names:
            after = tagged.bits[name.stop] if name.stop < len(tagged.bits) else 0
            before = tagged.bits[name.first - 1] if name.first else 0
            if (
                name.inner[0] in self._spoken
                or before & BY
                or after & (AUXILIARY | MODAL | VERB_PAST | VERB_S)
            ):
                acting.add(name.name)
        return frozenset(acting)

    def _find_groups(self) -> dict[int, tuple[Key | None, str]]:
        """For each counted group, by its first token, the actor it points to.

        "the two organizations" joins an earlier group of the same count, if there is only one such.
        """
        keys: dict[int, tuple[Key | None, str]] = {}
        fresh: dict[str, dict[str, None]] = defaultdict(dict)
        for name in self._names:
            if name.kind != "group":
                continue
            words, count = self._tagged.words(name.first, name.stop), name.name
            if not self._tagged.bits[name.first] & DEFINITE or not fresh[count]:
                fresh[count].setdefault(words)
                keys[name.first] = ("group", words), ""
            elif len(fresh[count]) == 1:
                (only,) = fresh[count]
                why = f"read as “{only}”, the only group of that number before"
                keys[name.first] = ("group", only), why
            else:
                keys[name.first] = None, _any_of(fresh[count])
        return keys

    def key(self, name: Name) -> tuple[Key | None, str]:
        """The actor that a name points to, and why; None where it is none or more than one."""
        if name.kind in _FULL:
            return ("full", _bare(name.name)), ""
        if self._stands_for_state(name):
            return ("full", _bare(name.name)), f"stands for {name.name}, since it speaks"
        if name.kind == "group":
            return self._groups[name.first]
        if name.kind in ("one of", "adjective", "capital", "role"):
            return None, ""
        return self._person_key(name)

    def _stands_for_state(self, name: Name) -> bool:
        """A capital, or the adjective of a state, among the words of a source."""
        return name.kind in ("capital", "adjective") and name.inner[0] in self._spoken

    def _person_key(self, name: Name) -> tuple[Key | None, str]:
        short = " " not in name.name
        if short and name.name in self._persons:
            candidates = self._persons[name.name]
            if len(candidates) > 1:
                return None, _any_of(candidates)
            (full,) = candidates
            self._note_role(full, name)
            why = "" if full == name.name else f"read as {full}, the only one of that name here"
            return ("person", full), why
        if _bare(name.name) in self._full:
            return ("full", _bare(name.name)), ""
        if name.kind == "person" or name.name in self._persons.get(name.name.split()[-1], ()):
            self._note_role(name.name, name)
            return ("person", name.name), ""
        if name.name in self._places or name.name not in self._acting:
            return None, ""
        return ("name", name.name), ""

    def _note_role(self, full: str, name: Name) -> None:
        if name.role:
            self._roles["person", full].setdefault(name.role)

    def actor(self, key: Key) -> LocalActor:
        sort, name = key
        if sort == "full":
            shown, kind = self._full[name]
            return LocalActor(shown, kind, self._part_of.get(name, ""))
        if sort == "group":
            return LocalActor(self._neutral(name), "group")
        return LocalActor(name, sort, roles=tuple(self._roles.get(key, ())))

    def _neutral(self, words: str) -> str:
        """A group's own words without those that take a side, and without an article."""
        loaded = self._tagged.lexicon.names.loaded
        kept = [w for w in words.split() if w.lower() not in loaded]
        return " ".join(kept)


def _any_of(names: Iterable[str]) -> str:
    listed = sorted(names)
    return f"may be any of: {', '.join(listed[:5])}" + (" …" if len(listed) > 5 else "")


def _introduces(tagged: Tagged, name: Name) -> bool:
    """Whether the text says here who this is: "Governor …", "…, the largest of them,"."""
    if name.role:
        return True
    after = name.stop
    return (
        after + 1 < len(tagged.low)
        and tagged.low[after] == ","
        and bool(tagged.bits[after + 1] & (DETERMINER | POSSESSIVE))
    )


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ").casefold()
