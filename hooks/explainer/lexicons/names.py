"""Names and the nouns that tell what they name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from explainer.lexicons.tables import Row, read_table, shown
from explainer.problems import Problem, Problems

#: The field of nouns that everybody can be called: "the leader", "a resident".
ANY = "any"

_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Gender(StrEnum):
    """The gender of the pronouns for a person, as files write it."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class KnownName:
    """What a known form means.

    Args:
        name: the actor's own name: "Russia".
        kind: state, alliance, media …
        role: how the form means it: name, adjective ("Russian"), either ("US": what follows tells),
            people ("Russians"), capital ("Moscow") or seat ("Kremlin").
    """

    name: str
    kind: str
    role: str = "name"


@dataclass(frozen=True)
class Names:
    """What is known about names in a language.

    ``known`` is keyed by the tuple of a form's words as written; ``heads`` by a lower-case noun, its
    value the set of kinds it can tell; ``first_words`` are the first words of ``known``. Titles
    are tuples of words without their full stops; ``titles`` and ``given`` have the gender that each
    tells. ``persons`` has the fields of each noun that says what a
    person does.
    """

    known: Mapping[tuple[str, ...], KnownName]
    heads: Mapping[str, frozenset[str]]
    titles: Mapping[tuple[str, ...], Gender]
    given: Mapping[str, Gender]
    particles: Mapping[str, frozenset[str]]
    loaded: frozenset[str]
    first_words: Mapping[str, int]
    counts: Mapping[str, str]
    persons: Mapping[str, frozenset[str]]

    @cached_property
    def titles_in_lower_case(self) -> frozenset[tuple[str, ...]]:
        """The titles as they stand behind "the"."""
        return frozenset(tuple(map(str.lower, words)) for words in self.titles)

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether one person can be called by both nouns: "a lawyer" and "the senator", not a baker."""
        here, there = (self.persons.get(noun, frozenset()) for noun in (one, other))
        return one == other or bool(here & there) or ANY in here | there

    def takes_side(self, words: str) -> bool:
        """Whether any of the words is a loaded one."""
        return any(w in self.loaded for w in _LETTERS.findall(words.casefold()))


def load_names(folder: Path, problems: Problems) -> Names:
    """Reads ``names/*.txt`` of a language's folder."""
    names = folder / "names"
    known = _states(names / "states.txt", problems) | _known(names / "known.txt", problems)
    return Names(
        known=known,
        heads=_heads(names / "heads.txt", problems),
        titles=_titles(names / "titles.txt", problems),
        given=_given(names / "given.txt", problems),
        particles={
            row.fields[0]: frozenset(row.fields[1].split())
            for row in read_table(names / "particles.txt", problems, range(2, 3))
        },
        loaded=_words(names / "loaded.txt", problems),
        first_words=_longest_by_first_word(known),
        counts={
            row.fields[0]: row.fields[1]
            for row in read_table(names / "counts.txt", problems, range(2, 3))
        },
        persons=_heads(names / "persons.txt", problems),
    )


def _longest_by_first_word(known: Mapping[tuple[str, ...], KnownName]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for form in known:
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return longest


def _states(path: Path, problems: Problems) -> dict[tuple[str, ...], KnownName]:
    known: dict[tuple[str, ...], KnownName] = {}
    roles = ("name", "adjective", "people", "capital", "name", "seat")
    for row in read_table(path, problems, range(1, 7)):
        name = row.fields[0]
        for role, forms in zip(roles, row.fields, strict=False):
            for form in filter(None, map(str.strip, forms.split(","))):
                words = tuple(form.split())
                if role == "name" and known.get(words) == KnownName(name, "state", "adjective"):
                    known[words] = KnownName(name, "state", "either")
                known.setdefault(words, KnownName(name, "state", role))
    return known


def _known(path: Path, problems: Problems) -> dict[tuple[str, ...], KnownName]:
    known: dict[tuple[str, ...], KnownName] = {}
    for row in read_table(path, problems, range(3, 4)):
        name, kind, others = row.fields
        for form in filter(None, map(str.strip, [name, *others.split(",")])):
            known[tuple(form.split())] = KnownName(name, kind)
    return known


def _heads(path: Path, problems: Problems) -> dict[str, frozenset[str]]:
    """The first fields of all lines that have a noun, by the noun."""
    heads: dict[str, set[str]] = {}
    for row in read_table(path, problems, range(2, 3)):
        kind, nouns = row.fields
        for noun in nouns.split():
            heads.setdefault(noun.lower(), set()).add(kind)
    return {noun: frozenset(kinds) for noun, kinds in heads.items()}


def _titles(path: Path, problems: Problems) -> dict[tuple[str, ...], Gender]:
    titles: dict[tuple[str, ...], Gender] = {}
    for row in read_table(path, problems, range(1, 3)):
        words = tuple(row.fields[0].replace(".", "").split())
        titles[words] = _gender(row, path, problems) if len(row.fields) > 1 else Gender.EITHER
    return titles


def _given(path: Path, problems: Problems) -> dict[str, Gender]:
    given: dict[str, Gender] = {}
    for row in read_table(path, problems, range(2, 3)):
        given.update(dict.fromkeys(row.fields[0].split(), _gender(row, path, problems)))
    return given


def _gender(row: Row, path: Path, problems: Problems) -> Gender:
    """The gender in a line's second field; where it is none, what the line names may be either."""
    try:
        return Gender(row.fields[1])
    except ValueError:
        message = f"{row.fields[1]!r} is none of: {', '.join(Gender)}"
        problems.add(Problem(shown(path), row.line, 0, message, "lexicon-line"))
        return Gender.EITHER


def _words(path: Path, problems: Problems) -> frozenset[str]:
    return frozenset(w for row in read_table(path, problems) for w in row.fields[0].split())
