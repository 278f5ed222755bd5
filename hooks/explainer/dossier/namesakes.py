"""Which actors of several articles are one, and which only share a name.

The same full name is one actor. A short form (a surname, an acronym, "Defence Ministry" where another
article has Russia's) belongs to a full name only inside an article that has both; in any other it stays
that article's own, and contributors are told whom it may mean.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from explainer.dossier.actors import ActorFile
from explainer.dossier.identifiers import Identifiers, words_of
from explainer.dossier.misfits import Local, misfits
from explainer.dossier.model import Place
from explainer.dossier.sources import Source
from explainer.problems import Problem
from explainer.reading.model import LocalActor

#: A name as it is compared: its words in lower case, without a last full stop.
Words = tuple[str, ...]

#: Kinds whose full names are shortened to their last words.
_SHORTENED = frozenset({"person", "government body", "armed group"})
#: Kinds that a short form can be read as: it tells little of what it names.
_SHORT = _SHORTENED | {"name"}
#: Kinds that leave open what a later one tells, those that say least first.
_VAGUE = ("name", "organisation")


@dataclass
class Person:
    """An actor while it is being gathered from the articles.

    ``roles`` has for each title the articles that give it; ``intros``, for each article, the sentence
    that says best who this is, and how well. ``only_in`` is the article whose own it is,
    where others have the name as well. ``file`` is what people wrote about it.
    """

    id: str
    name: str
    kind: str
    part_of: str = ""
    only_in: str = ""
    roles: dict[str, list[str]] = field(default_factory=dict)
    names: Counter[str] = field(default_factory=Counter)
    intros: dict[str, tuple[int, Place]] = field(default_factory=dict)
    mentions: list[Place] = field(default_factory=list)
    described: list[Place] = field(default_factory=list)
    file: ActorFile | None = None

    @property
    def called(self) -> tuple[str, ...]:
        """What articles and people call it."""
        return (self.name, *self.names, *(self.file.given.names if self.file else ()))

    @property
    def best_intro(self) -> Place | None:
        """The sentence that says best who this is, of all articles."""
        best = max(self.intros.values(), key=lambda intro: intro[0], default=None)
        return best and best[1]

    def learn(self, read: LocalActor, article: str) -> None:
        """Adds what an article says of it."""
        self.kind = read.kind if self.kind == "name" else self.kind
        self.part_of = self.part_of or read.part_of
        for role in read.roles:
            self.roles.setdefault(role, []).append(article)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a contributor should look at, as long as the actor is named anywhere."""

    actor: str
    problem: Problem


class Namesakes:
    """The actors of all articles, told apart.

    ``people`` has them by id; ``ids``, by article, those that the numbers of its reading mean; ``told``,
    by article and number, those of whom a person says who they are: nobody doubts that.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        self.people: dict[str, Person] = {}
        self.told: set[tuple[str, int]] = set()
        sources = list(sources)
        self.ids: dict[str, list[str]] = {source.article.slug: [] for source in sources}
        locals_ = [
            Local(source, number, actor, words_of(actor.name))
            for source in sources
            for number, actor in enumerate(source.reading.actors)
        ]
        self._full = _full_names(locals_)
        self._owners: dict[Words, set[str]] = defaultdict(set)
        for local in locals_:
            if local.actor.part_of:
                self._owners[local.words].add(local.actor.part_of)
        self._groups: dict[tuple[str, ...], list[Local]] = defaultdict(list)
        for local in locals_:
            self._groups[self._key(local)].append(local)
        self._name_groups(Identifiers())

    def _key(self, local: Local) -> tuple[str, ...]:
        """The same for all that are one: the words, or the words in one article only."""
        owners = self._owners[local.words]
        if self._is_own(local) or (len(owners) > 1 and not local.actor.part_of):
            return ("in", local.slug, *local.words)
        return ("of", local.actor.part_of if len(owners) > 1 else "", *local.words)

    def _is_own(self, local: Local) -> bool:
        kind = local.actor.kind
        surname = kind == "person" and len(local.words) == 1
        return kind == "group" or surname or (kind in _SHORT and local.words in self._full)

    def _name_groups(self, ids: Identifiers) -> None:
        sharing = Counter(key[2:] for key in self._groups)
        by_id: dict[tuple[str, int], str] = {}
        for key, group in self._groups.items():
            first = group[0]
            own = key[0] == "in" and sharing[first.words] > 1
            name = first.actor.name
            # No article that comes later may take the address of an actor that was there before.
            id_ = ids.actor(f"{name} in {first.slug}" if own else name)
            kind = _kind(local.actor.kind for local in group)
            person = Person(id_, name, kind, only_in=first.slug if own else "")
            for local in group:
                by_id[local.slug, local.number] = id_
            self.people[id_] = person
        for slug, number in sorted(by_id):
            self.ids[slug].append(by_id[slug, number])

    def doubts(self) -> Iterator[Doubt]:
        """Names that may be another's, and names that are read as things that do not fit together."""
        sharing: dict[Words, list[str]] = defaultdict(list)
        for group in self._groups.values():
            sharing[group[0].words].append(self._id(group[0]))
        for key, same in self._groups.items():
            group = [local for local in same if (local.slug, local.number) not in self.told]
            if not group:
                continue
            id_ = self._id(group[0])
            if key[0] == "in" and group[0].actor.kind != "group":
                local = group[0]
                meant = [*sorted(self._full.get(local.words, ())), local.words]
                others = [other for words in meant for other in sharing[words]]
                elsewhere = [
                    other
                    for other in others
                    if other not in self.ids[local.slug] and self.people[other].mentions
                ]
                if elsewhere:
                    yield Doubt(id_, _may_be(local, elsewhere))
            yield from (Doubt(id_, problem) for problem in misfits(group, self.people[id_].kind))

    def _id(self, local: Local) -> str:
        return self.ids[local.slug][local.number]


def _full_names(locals_: Sequence[Local]) -> dict[Words, set[Words]]:
    """Short forms -> the full names that they are short for, somewhere on the site."""
    found: dict[Words, set[Words]] = defaultdict(set)
    for local in locals_:
        if local.actor.kind in _SHORTENED:
            for cut in range(1, len(local.words)):
                found[local.words[cut:]].add(local.words)
        for mention in local.source.reading.mentions:
            if mention.actor == local.number and len(local.words) > 1:
                short = words_of(mention.name)
                if len(short) == 1:
                    found[short].add(local.words)
    return found


def _kind(kinds: Iterable[str]) -> str:
    """What most articles say that say anything; the first of them, if as many say another."""
    counted = Counter(kinds)
    for vague in _VAGUE:
        if len(counted) > 1:
            del counted[vague]
    return counted.most_common(1)[0][0]


def _may_be(local: Local, others: Iterable[str]) -> Problem:
    listed = list(dict.fromkeys(others))
    shown = ", ".join(listed[:5]) + (" …" if len(listed) > 5 else "")
    name = local.actor.name
    message = (
        f"“{name}” is all that this article calls it, so it is kept apart from {shown};"
        f" if they are one, say so: `mentions: [{{text: {name}, is: {listed[0]}, why: …}}]`"
    )
    return local.problem(message, "short-name")
