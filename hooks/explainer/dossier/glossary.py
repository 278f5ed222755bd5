"""The glossary: each actor with what it says, what is said of it, and what people say that it is.

What people wrote wins over what was read, and the actor knows which of its facts are theirs.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from explainer.dossier.actors import ActorFile, GivenActor, References
from explainer.dossier.former import former_ids
from explainer.dossier.front import Loc
from explainer.dossier.identifiers import normalised
from explainer.dossier.model import Actor, Claim, Event, Place, Role, Sheet
from explainer.dossier.namesakes import Person
from explainer.dossier.people import People
from explainer.dossier.quotations import Quotations
from explainer.dossier.strangers import RULE as STRANGER
from explainer.problems import Problems

_NOTHING = GivenActor()
#: The field of an actor that has the claims of each relation.
_FIELDS = {"is": "claims", "for": "claims", "are": "shared", "one_of": "possible"}
#: What each key says of the actor whose file has it.
_LINKS = {"part_of": "a part of", "members": "made of"}


def glossary(
    people: People,
    sheets: Mapping[str, Sheet],
    claims: Iterable[Claim],
    events: Iterable[Event],
    quotations: Quotations,
    problems: Problems,
) -> dict[str, Actor]:
    """Actors by name.

    Args:
        people: who the articles name.
        sheets: the articles.
        claims, events: all of the site.
        quotations: finds the sentences that people chose.
        problems: takes what is wrong in ``docs/actors/*.md``.
    """
    relatives = _Relatives(people, problems)
    ordered = sorted(people.all.values(), key=lambda p: (p.name.casefold(), p.id))
    part_of = {person.id: relatives.owner(person) for person in ordered}
    members = {person.id: relatives.members(person) for person in ordered}
    files = [person.file for person in ordered if person.file]
    former = former_ids(files, {person.id for person in ordered}, problems)
    resting = _resting(claims, events)
    groups = {p.id: members[p.id] for p in ordered if p.kind == "group" and members[p.id]}
    _tie_groups(groups, claims, resting)
    actors = {}
    for person in ordered:
        given = person.file.given if person.file else _NOTHING
        chosen = _chosen(person.file, quotations)
        found = {"part_of": part_of[person.id], "members": members[person.id], "intro": chosen}
        by_hand = {"name": given.name, "kind": given.kind, **found}
        references = given.references or References()
        actors[person.id] = Actor(
            id=person.id,
            name=_told_apart(person, sheets),
            kind=person.kind,
            part_of=part_of[person.id] or people.owner(person),
            roles=tuple(person.roles),
            called=tuple(map(tuple, person.roles.values())),
            names=_forms(person.names),
            intro=chosen or person.best_intro,
            intros=_intros(person, chosen),
            mentions=tuple(person.mentions),
            described=_once(person.described, sheets),
            members=members[person.id],
            formerly=former.get(person.id, ()),
            held=tuple(Role(r.role, r.start or "", r.end or "", r.why) for r in given.roles),
            wikidata=references.wikidata,
            homepage=references.homepage or "",
            given=frozenset(name for name, value in by_hand.items() if value),
            also=given.names,
            **{what: tuple(ids) for what, ids in resting[person.id].items()},
        )
    return actors


def _once(places: Iterable[Place], sheets: Mapping[str, Sheet]) -> tuple[Place, ...]:
    """Places with different words; of the same words in one article the first."""
    words = ((p.article, normalised(sheets[p.article].words(p.span)).casefold(), p) for p in places)
    first = {(article, told): place for article, told, place in reversed(list(words))}
    return tuple(sorted(first.values(), key=lambda p: (list(sheets).index(p.article), p.span)))


def _forms(names: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Names with how often they stand, most frequent first; a capital that only begins a sentence makes
    no other name of “the West”.
    """
    merged: dict[str, int] = defaultdict(int)
    for name, count in names.items():
        small = name[:1].lower() + name[1:]
        merged[small if small in names else name] += count
    return tuple(sorted(merged.items(), key=lambda item: (-item[1], item[0])))


def _told_apart(person: Person, sheets: Mapping[str, Sheet]) -> str:
    """A name; that of one article only, where others have the name as well, with the article."""
    if not person.only_in:
        return person.name
    return f"{person.name} (in “{sheets[person.only_in].title}”)"


def _resting(
    claims: Iterable[Claim], events: Iterable[Event]
) -> Mapping[str, dict[str, list[str]]]:
    """For each actor the ids of what it says, what is said of it, and the events that name it."""
    resting: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for actor in claim.speaker.actors:
            resting[actor][_FIELDS[claim.speaker.relation]].append(claim.id)
        for actor in claim.about:
            resting[actor]["about"].append(claim.id)
    for event in events:
        for actor in event.actors:
            resting[actor]["events"].append(event.id)
    return resting


def _tie_groups(
    groups: Mapping[str, tuple[str, ...]],
    claims: Iterable[Claim],
    resting: Mapping[str, dict[str, list[str]]],
) -> None:
    """What a group says, its members say together; what exactly they say, together or as one of
    them, stands with the group.
    """
    spoken: dict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.speaker.relation in ("are", "one_of"):
            spoken[frozenset(claim.speaker.actors)].append(claim)
    for group, members in groups.items():
        for member in members:
            resting[member]["shared"] += resting[group]["claims"]
        for claim in spoken[frozenset(members)]:
            resting[group][_FIELDS[claim.speaker.relation]].append(claim.id)


def _chosen(file: ActorFile | None, quotations: Quotations) -> Place | None:
    """The sentence that a person chose to say who this is."""
    if file is None or file.given.sentence is None:
        return None
    return quotations.place(file.given.sentence, ("sentence",), file.places)


def _intros(person: Person, chosen: Place | None) -> tuple[Place, ...]:
    """The sentence of each article that names it; where a person chose one, that one."""
    best = {article: place for article, (_, place) in person.intros.items()}
    if chosen:
        best[chosen.article] = chosen
    return tuple(best.values())


class _Relatives:
    """Who is a part of whom, as people wrote it: what is no actor, and each circle, is told."""

    def __init__(self, people: People, problems: Problems) -> None:
        self._people, self._problems = people.all, problems
        self._stranger = people.stranger
        self._owners: dict[str, set[str]] = defaultdict(set)
        for person in people.all.values():
            owner = people.owner(person)
            if owner and not (person.file and person.file.given.part_of):
                self._owners[person.id].add(owner)
        self._members: dict[str, set[str]] = defaultdict(set)

    def owner(self, person: Person) -> str:
        """The actor that it is a part of, or ""."""
        wanted = person.file.given.part_of if person.file else None
        right = wanted and self._fits(person, wanted, ("part_of",), self._owners)
        return wanted if wanted and right else ""

    def members(self, person: Person) -> tuple[str, ...]:
        """Those it is made of."""
        wanted = person.file.given.members if person.file else ()
        return tuple(
            id_
            for number, id_ in enumerate(wanted)
            if id_ not in wanted[:number]
            and self._fits(person, id_, ("members", number), self._members)
        )

    def _fits(self, person: Person, other: str, loc: Loc, known: dict[str, set[str]]) -> bool:
        assert person.file is not None
        places = person.file.places
        if other not in self._people:
            if message := self._stranger(other):
                self._problems.add(places.problem(loc, message, STRANGER))
            return False
        if person.id in _reached(other, known):
            link = _LINKS[str(loc[0])]
            message = f"{other!r} is {link} {person.id!r} already: one of the two has to go"
            if other == person.id:
                message = f"an actor is not {link} itself"
            self._problems.add(places.problem(loc, message, "circle"))
            return False
        known[person.id].add(other)
        return True


def _reached(start: str, links: Mapping[str, set[str]]) -> set[str]:
    """Everything that a chain of links leads to, the start with it."""
    found, todo = {start}, [start]
    while todo:
        for other in links.get(todo.pop(), set()) - found:
            found.add(other)
            todo.append(other)
    return found
