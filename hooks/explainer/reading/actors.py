"""Who the names of one article point to: full names, their short forms, groups.

Two names become one actor only where nothing else can be meant; where two can, neither is linked,
and the mention says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from explainer.lexicons.words import DEFINITE, DETERMINER, POSSESSIVE
from explainer.reading.appositions import Apposition
from explainer.reading.behaviour import acronyms, acting, one_name, places, short_forms
from explainer.reading.forms import form
from explainer.reading.model import Description, LocalActor, Mention
from explainer.reading.names import Name
from explainer.reading.tagged import Tagged

Key = tuple[str, str]

#: Kinds whose names stand for themselves wherever they occur.
_FULL = frozenset(
    {"state", "alliance", "media", "government body", "armed group", "company", "organisation"}
)
#: The kind whose full names are shortened to their last words, two at least: a party may have another
#: party's name in its own.
_SHORTENED = "government body"
#: Kinds that point to no actor by themselves.
_NONE = frozenset({"one of", "adjective", "capital", "role", "place"})


def find_actors(
    tagged: Tagged,
    names: list[Name],
    sources: Iterable[tuple[int, int]],
    beside: Sequence[tuple[Apposition, ...]],
) -> tuple[list[Mention], list[LocalActor]]:
    """Links the names of an article.

    Args:
        tagged: the article.
        names: what :func:`explainer.reading.names.find_names` found.
        sources: token ranges of the sources of attributions: who speaks is an actor.
        beside: for each name, what stands beside it.

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
            _introduces(tagged, name) or bool(described),
            tuple(Description(tagged.span(a.first, a.stop), a.noun, a.age) for a in described),
            tagged.span(*form(tagged, name)),
        )
        for name, (key, why), described in zip(names, keys, beside, strict=True)
    ]
    return mentions, [clusters.actor(key) for key in order]


class _Clusters:
    """The actors of one article while they are being told apart.

    A key is "full" with a name in lower case, "group" with the words of a group, or "own" with the
    name of a person or of something that the text does not tell.
    """

    def __init__(
        self, tagged: Tagged, names: list[Name], sources: Iterable[tuple[int, int]]
    ) -> None:
        self._tagged = tagged
        self._names = names
        self._spoken = {token for first, stop in sources for token in range(first, stop)}
        self._places = places(tagged, names)
        self._acting = acting(tagged, names, self._spoken)
        self._same = one_name(names)
        self._short = short_forms(names, self._places, self._same)
        self._acronyms = acronyms(tagged, names)
        self._persons = {name.name for name in names if name.kind == "person"}
        self._groups = self._find_groups()
        self._full: dict[str, tuple[str, str]] = {}
        self._part_of: dict[str, str] = {}
        self._roles: dict[str, dict[str, None]] = defaultdict(dict)
        for name in names:
            self._learn(name)
        self._ending_in = _endings(self._full)

    def _learn(self, name: Name) -> None:
        if name.kind in _FULL:
            self._full.setdefault(self._bare(name.name), (name.name, name.kind))
            if name.part_of:
                self._part_of.setdefault(self._bare(name.name), name.part_of)
        elif self._stands_for_state(name):
            self._full.setdefault(self._bare(name.name), (name.name, "state"))

    def _bare(self, name: str) -> str:
        """A name as it is compared: in lower case, without an article."""
        first, _, rest = name.casefold().partition(" ")
        article = self._tagged.lexicon.words.get(first, 0) & DEFINITE
        return rest if rest and article else name.casefold()

    def _stands_for_state(self, name: Name) -> bool:
        """A capital, or the adjective of a state, among the words of a source."""
        return name.kind in ("capital", "adjective") and name.inner[0] in self._spoken

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
            if not self._tagged.bits[name.first] & DEFINITE:
                fresh[count].setdefault(words)
                keys[name.first] = ("group", words), ""
            elif not fresh[count]:
                keys[name.first] = None, "nothing before it says who they are"
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
            return self._full_key(name)
        if self._stands_for_state(name):
            return ("full", self._bare(name.name)), f"stands for {name.name}, since it speaks"
        if name.kind == "group":
            return self._groups[name.first]
        if name.kind in _NONE:
            return None, ""
        return self._own_key(name)

    def _full_key(self, name: Name) -> tuple[Key | None, str]:
        """ "Defence Ministry" is the "Zetian Defence Ministry", if no other's name ends so."""
        bare = self._bare(name.name)
        longer = self._ending_in.get(bare, set()) if name.kind == _SHORTENED else set()
        if len(longer) != 1:
            return ("full", bare), ""
        (whole,) = longer
        return ("full", whole), f"read as {self._full[whole][0]}, the only one of that name here"

    def _own_key(self, name: Name) -> tuple[Key | None, str]:
        """A person, or a name that the text does not explain; perhaps in a short form."""
        if name.name in self._acronyms:
            full = self._acronyms[name.name]
            sort, meant = (
                ("full", self._bare(full)) if self._bare(full) in self._full else ("own", full)
            )
            return (sort, meant), f"short for {full} in this article"
        if self._bare(name.name) in self._full:
            return ("full", self._bare(name.name)), ""
        whole = self._same.get(name.name, name.name)
        candidates = self._short.get(name.name, {whole})
        if len(candidates) > 1:
            return None, _any_of(candidates)
        (full,) = candidates
        if name.role:
            self._roles[full].setdefault(name.role)
        if not self._is_actor(full, name.name):
            return None, ""
        why = "" if whole == full else f"read as {full}, the only one of that name here"
        return ("own", full), why

    def _is_actor(self, full: str, short: str) -> bool:
        if full in self._persons or short in self._persons:
            return True
        return full not in self._places and bool({full, short} & self._acting)

    def actor(self, key: Key) -> LocalActor:
        """What a key stands for."""
        sort, name = key
        if sort == "full":
            shown, kind = self._full[name]
            return LocalActor(shown, kind, self._part_of.get(name, ""))
        if sort == "group":
            return LocalActor(self._neutral(name), "group")
        person = name in self._persons or name.split()[-1] in self._persons
        return LocalActor(name, "person" if person else "name", roles=tuple(self._roles[name]))

    def _neutral(self, words: str) -> str:
        """A group's own words without those that take a side."""
        loaded = self._tagged.lexicon.names.loaded
        return " ".join(word for word in words.split() if word.lower() not in loaded)


def _endings(full: Mapping[str, tuple[str, str]]) -> Mapping[str, set[str]]:
    """Last words of names -> the names that end in them, where these come first in the text.

    What comes before its fuller form needs none: "the Supreme Court", and later "Iowa Supreme Court".
    """
    found: dict[str, set[str]] = defaultdict(set)
    order = {bare: number for number, bare in enumerate(full)}
    for bare, (_, kind) in full.items():
        words = bare.split()
        if kind == _SHORTENED:
            for cut in range(1, len(words) - 1):
                short = " ".join(words[cut:])
                if order.get(short, len(order)) > order[bare]:
                    found[short].add(bare)
    return found


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
