"""Which of the actors that were read a file in ``docs/actors/`` is about: those of its id or its names.

They become one, at the file's address. Where two files want one name, the second is told.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from explainer.dossier.actors import ActorFile
from explainer.dossier.advice import nearest
from explainer.dossier.front import Loc
from explainer.dossier.identifiers import words_of
from explainer.dossier.sources import Source
from explainer.lexicons.words import DEFINITE
from explainer.problems import Problem, Problems

Bare = Callable[[str], str]


def bare_names(sources: Iterable[Source]) -> Bare:
    """How names are compared: in lower case, without the article before them."""
    lexicons = {id(s.lexicon): s.lexicon for s in sources if s.lexicon}.values()

    def bare(name: str) -> str:
        whole = " ".join(words_of(name))
        first, _, rest = whole.partition(" ")
        definite = any(lexicon.words.get(first, 0) & DEFINITE for lexicon in lexicons)
        return rest if rest and definite else whole

    return bare


class Joins:
    """The files of actors, matched with what was read.

    Args:
        files: those that could be read.
        read: the name of each actor that was read, by its id.
        bare: how names are compared.
        problems: takes what is wrong.
    """

    def __init__(
        self, files: Iterable[ActorFile], read: Mapping[str, str], bare: Bare, problems: Problems
    ) -> None:
        self._files = {file.id: file for file in files}
        self._read, self._bare, self._problems = read, bare, problems
        self._finds: dict[str, str] = {}
        self._clashing: set[str] = set()
        # What has a file of its own by its address is nobody else's by its name.
        self._holders = {bare(name): self._files[id_] for id_, name in read.items() if id_ in self}
        for file in self.files:
            self._claim_names(file)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._files

    def id_of(self, read: str) -> str:
        """The id that an actor has in the end, by the one it was read with."""
        return read if read in self else self._finds.get(self._bare(self._read[read]), read)

    @property
    def files(self) -> Collection[ActorFile]:
        """The files, by id."""
        return self._files.values()

    def without_actor(self, known: Collection[str], *, lost: bool) -> Iterator[Problem]:
        """A problem for each file about an actor that is not there.

        Args:
            known: the ids of those that are.
            lost: True while an article cannot be read.
        """
        for id_, file in self._files.items():
            near = nearest(id_, known)
            # Where an article cannot be read, it may be what they wrote on; a misspelling stays one.
            clash = id_ in self._clashing  # as was told
            if id_ not in known and not clash and (not lost or near.endswith("?")):
                message = (
                    f"there is no actor {id_!r}{near}{' Or say' if near.endswith('?') else '; say'}"
                    " under which `names:` the articles have it, or name it in an article's `mentions:`"
                )
                yield Problem(file.places.path, 0, 0, message, "no-such-actor")

    def _claim_names(self, file: ActorFile) -> None:
        for loc, name in _names(file):
            holder = self._holders.setdefault(self._bare(name), file)
            # A heading finds nobody where the address has found somebody: that one's namesakes,
            # kept apart by the reading, stay apart.
            if holder is file and (loc != ("name",) or file.id not in self._read):
                self._finds[self._bare(name)] = file.id
            if holder is not file and not self._is_read_as(file.id, name):
                message = (
                    f"two actors with one name: {holder.places.path} has “{name}” already;"
                    " one of them has to go without it"
                )
                self._problems.add(file.places.problem(loc, message, "two-actors"))
                self._clashing.add(file.id)

    def _is_read_as(self, id_: str, name: str) -> bool:
        return id_ in self._read and self._bare(self._read[id_]) == self._bare(name)


def _names(file: ActorFile) -> Iterator[tuple[Loc, str]]:
    if file.given.name:
        yield ("name",), file.given.name
    for number, name in enumerate(file.given.names):
        yield ("names", number), name
