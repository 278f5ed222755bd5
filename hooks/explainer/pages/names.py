"""Names of actors, found in prose.

An actor is known by its name, by names that people gave it, and by what articles shorten its name to: a
run of its words ("Gladkov") or its initials ("GAO"). Other phrases of an article ("the Kremlin regime",
"Russians") mean an actor there and need not mean it on another page. A name that two actors have means
neither.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from explainer.dossier.model import Actor

_WORD = re.compile(r"\w+")
#: What a name is only a part of: "anti-Putin", "BBC.com", "@NATO".
_BEFORE = frozenset("-.@/#")
_QUOTED = re.compile(r'“(?:[^“”]|“[^“”]*”)*”|"[^"]*"')
_AFTER = r"(?!\w|[-.@/]\w)"


class Names:
    """Finds the actors of a dossier by their names."""

    def __init__(self, actors: Collection[Actor]) -> None:
        found: dict[str, list[tuple[str, re.Pattern[str], str]]] = defaultdict(list)
        for name, ids in _meant(actors).items():
            id_ = next(iter(ids)) if len(ids) == 1 else ""
            for first, pattern in _patterns(name):
                found[first].append((name, pattern, id_))
        self._by_first_word = {
            first: sorted(same, key=lambda item: -len(item[0])) for first, same in found.items()
        }

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start and end of each name, the longest that stands there, and the id of its actor.

        What stands between quotation marks is somebody else's words and has no names for us.
        """
        text = _QUOTED.sub(lambda quoted: "\x03" * len(quoted[0]), text)
        at = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < at or text[start - 1 : start] in _BEFORE:
                continue
            for _, pattern, actor in self._by_first_word.get(word[0], ()):
                if found := pattern.match(text, start):
                    at = found.end()
                    if actor:
                        yield start, at, actor
                    break


def _meant(actors: Collection[Actor]) -> dict[str, set[str]]:
    """The ids of all actors that a name may mean."""
    meant: dict[str, set[str]] = defaultdict(set)
    shortened: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in _whole(actor):
            meant[" ".join(name)].add(actor.id)
        for short in _shortened(actor):
            shortened[short].add(actor.id)
    for actor in actors:
        # "Dahl" may also be Ida Dahl, whatever the articles call her.
        for run in _runs(actor.name.split()):
            if run in shortened and run not in meant:
                shortened[run].add(actor.id)
    for short, ids in shortened.items():
        meant[short] |= ids
    return meant


def _whole(actor: Actor) -> Iterator[list[str]]:
    """Its name and those that a person gave it; what was read of a group is one article's phrase."""
    if actor.kind != "group" or "name" in actor.given:
        yield actor.name.split()
    yield from (name.split() for name in actor.also)


def _shortened(actor: Actor) -> Iterator[str]:
    """The short forms of its name that articles use, at the end of longer ones too."""
    if actor.kind == "group":
        return
    name = actor.name.split()
    runs = set(_runs(name))
    for form, _ in actor.names:
        words = form.split()
        ends = (" ".join(words[start:]) for start in range(len(words)))
        short = next((end for end in ends if end in runs or _are_initials(end, name)), "")
        if short[:1].isupper():
            yield short


def _runs(name: list[str]) -> Iterator[str]:
    for start in range(len(name)):
        for end in range(start + 1, len(name) + 1):
            yield " ".join(name[start:end])


def _are_initials(word: str, name: list[str]) -> bool:
    initials = "".join(part[0] for part in name if part[0].isupper())
    return len(word) > 1 and word == initials


def _patterns(name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The first word of a name and the whole of it; "the West" may begin a sentence."""
    first = _WORD.match(name)
    if first is None or (name[0].islower() and " " not in name):
        return
    for start in dict.fromkeys((first[0], first[0][0].upper() + first[0][1:])):
        written = (start + name[first.end() :]).split(" ")
        yield start, re.compile(r"\s+".join(map(re.escape, written)) + _AFTER)
