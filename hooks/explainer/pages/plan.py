"""The pages that no one has to write: which there are, what fills them, what a person would edit.

The Markdown of a generated page holds ids and slugs only. Its words come from the dossier, through
templates that escape them.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from explainer.dossier.model import Actor, Dossier
from explainer.pages.vocabulary import HOMES


@dataclass(frozen=True)
class Page:
    """A page to be made.

    Args:
        source: its path in docs/, as if someone had written it.
        title: for headings, navigation and the browser's tab; not escaped.
        block, id: the block that fills it, and that block's ``id`` or "".
        edit: the file that a person edits to change what it shows, from the project's root.
        meta: its front matter.
    """

    source: str
    title: str
    block: str
    id: str = ""
    edit: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)

    @property
    def markdown(self) -> str:
        """The page's whole source."""
        option = f"    id: {self.id}\n" if self.id else ""
        return f"/// {self.block}\n{option}///\n"


#: What people look for by name comes before the pages that merely name it.
_ACTORS_FIRST: Mapping[str, Any] = {"search": {"boost": 3}}
NOT_IN_SEARCH: Mapping[str, Any] = {"search": {"exclude": True}}

#: Who looks for a name in the articles does not look for these.
FOR_CONTRIBUTORS = frozenset({"architecture.md", "changes.md", "contributing.md", "desk.md"})

_TITLES = {
    "actors": "Actors",
    "articles": "Articles",
    "claims": "Who claims what",
    "desk": "Desk",
    "questions": "What is disputed",
    "timeline": "Timeline",
}


def plan(dossier: Dossier, written: Collection[str] = ()) -> Iterator[Page]:
    """All pages of a dossier but those that people wrote.

    Args:
        dossier: what the site knows.
        written: the Markdown files in docs/, by their path there.
    """
    for source, block in HOMES.items():
        if block == "questions" and not dossier.questions:
            continue
        if source not in written:
            yield Page(source, _TITLES[block], block, edit=f"docs/{source}")
    for page in dossier_pages(dossier):
        if page.source not in written:
            yield page


def dossier_pages(dossier: Dossier) -> Iterator[Page]:
    """The page of each article, actor and question, whether or not a person wrote it."""
    for slug, sheet in dossier.sheets.items():
        edit = notes_file(sheet.article.path)
        yield Page(f"articles/{slug}.md", sheet.title, "article", slug, edit)
    for actor in dossier.actors.values():
        edit = _edit_actor(dossier, actor)
        yield Page(f"actors/{actor.id}.md", actor.name, "actor", actor.id, edit, _ACTORS_FIRST)
    for question in dossier.questions.values():
        source = f"questions/{question.id}.md"
        yield Page(source, question.question, "question", question.id, f"docs/{source}")


def is_reached_from_its_kind(source: str) -> bool:
    """True for a file that people wrote beside pages that no navigation names."""
    return source.startswith("questions/")


def notes_file(article_path: str) -> str:
    """The file in which people say what they know about an article."""
    return article_path.removesuffix(".txt") + ".yml"


def _edit_actor(dossier: Dossier, actor: Actor) -> str:
    """What an article says of an actor is corrected where that article is."""
    places = actor.mentions or ((actor.intro,) if actor.intro else ())
    if not places:
        return f"docs/actors/{actor.id}.md"
    return notes_file(dossier.sheets[places[0].article].article.path)
