"""The pages that no one has to write: which there are, what fills them, what a person would edit.

The Markdown of a generated page holds ids and slugs only. Its words come from the dossier, through
templates that escape them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from explainer.dossier.curated import is_draft
from explainer.dossier.model import Claim, Dossier
from explainer.dossier.scalars import as_yaml
from explainer.pages.vocabulary import HOMES, unknown
from explainer.problems import Level, Problem
from explainer.text.article import slugify


@dataclass(frozen=True)
class Page:
    """A page to be made.

    Args:
        source: its path in docs/, as if someone had written it.
        title: for headings, navigation and the browser's tab; not escaped.
        block: the block that fills it; "" if it cannot be made.
        id, option: what that block shows, or "", and the option that says so.
        edit: the file that a person edits to change what it shows, from the project's root.
        meta: its front matter.
    """

    source: str
    title: str
    block: str
    id: str = ""
    edit: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)
    option: str = "id"

    @property
    def options(self) -> dict[str, str]:
        """The options of its block."""
        return {self.option: self.id} if self.id else {}

    @property
    def markdown(self) -> str:
        """The page's whole source."""
        if not self.block:
            return "This page can be made again when what is wrong has been put right.\n"
        return block(self.block, self.options)


def block(name: str, options: Mapping[str, str]) -> str:
    """A block as Markdown."""
    lines = "".join(f"    {option}: {_as_text(value)}\n" for option, value in options.items())
    return f"/// {name}\n{lines}///\n"


def _as_text(id_: str) -> str:
    """An id that nobody takes for a number, a day or a no."""
    return f'"{id_}"' if id_[:1].isdigit() else as_yaml(id_)


#: What people look for by name comes before the pages that merely name it.
_ACTORS_FIRST: Mapping[str, Any] = {"search": {"boost": 3}}
NOT_IN_SEARCH: Mapping[str, Any] = {"search": {"exclude": True}}

#: The notes stand beside the text, where other pages have their contents.
_WITH_NOTES: Mapping[str, Any] = {"hide": ["toc"]}

#: Who looks for a name in the articles does not look for these.
FOR_CONTRIBUTORS = frozenset(
    {"architecture.md", "changes.md", "contributing.md", "desk.md", "reference.md"}
)

#: Where people write on what the dossier has; what else stands there is misspelt.
_KINDS = ("actors/", "articles/")
_CURATED = ("actors/", "events/", "questions/")

#: What can be seen of one article alone, where there are more.
BY_ARTICLE = ("claims", "timeline", "actors")

_TITLES = {
    "actors": "Actors",
    "articles": "Articles",
    "claims": "Who claims what",
    "desk": "Desk",
    "downloads": "Data",
    "questions": "Questions",
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
    """The page of each article, stance, actor, question and event by hand, whoever wrote it."""
    for slug, sheet in dossier.sheets.items():
        edit = notes_file(sheet.article.path)
        yield Page(f"articles/{slug}.md", sheet.title, "article", slug, edit, _WITH_NOTES)
        for name in BY_ARTICLE if len(dossier.sheets) > 1 else ():
            title = f"{_TITLES[name]}: {sheet.title}"
            source = f"articles/{slug}/{name}.md"
            yield Page(source, title, name, slug, edit, NOT_IN_SEARCH, "article")
    for name in stances(dossier.claims.values(), dossier):
        source = f"claims/{name}.md"
        title = f"{_TITLES['claims']}: {dossier.stances[name].word}"
        yield Page(source, title, "claims", name, "docs/claims.md", NOT_IN_SEARCH, "stance")
    for actor in dossier.actors.values():
        source = f"actors/{actor.id}.md"
        yield Page(source, actor.name, "actor", actor.id, f"docs/{source}", _ACTORS_FIRST)
    for question in dossier.questions.values():
        source = f"questions/{question.id}.md"
        yield Page(source, question.question, "question", question.id, f"docs/{source}")
    for event in dossier.events.values():
        if event.by_hand:
            source = f"events/{event.id}.md"
            yield Page(source, event.heading, "event", event.id, f"docs/{source}")


def stances(claims: Iterable[Claim], dossier: Dossier) -> list[str]:
    """The stances that claims have, in the order of all stances; none of them if there is but one."""
    had = {claim.stance for claim in claims if claim.has_stance}
    return [name for name in dossier.stances if name in had] if len(had) > 1 else []


@dataclass(frozen=True)
class Redirect:
    """An address that a page had before.

    Args:
        source: where its Markdown file was in docs/.
        page: the page that it leads to.
    """

    source: str
    page: Page


def redirects(dossier: Dossier, written: Collection[str] = ()) -> Iterator[Redirect]:
    """The former addresses of actors, questions and events, unless a page stands there now."""
    former = {
        "actor": {actor.id: actor.formerly for actor in dossier.actors.values()},
        "question": {question.id: question.formerly for question in dossier.questions.values()},
        "event": {event.id: event.formerly for event in dossier.events.values()},
    }
    pages = list(dossier_pages(dossier))
    taken = {*written, *(page.source for page in pages)}
    for page in pages:
        for old in former.get(page.block, {}).get(page.id, ()):
            source = f"{page.block}s/{old}.md"
            if source not in taken:
                yield Redirect(source, page)


def stand_ins(problems: Iterable[Problem], before: Iterable[Page]) -> Iterator[Page]:
    """Pages that a live preview keeps although what they show cannot be read.

    Args:
        problems: what is wrong.
        before: the pages that were there before.
    """
    for page in before:
        yield replace(page, block="", option="id", id="", meta=NOT_IN_SEARCH)
    for slug, path in _unread(problems).items():
        yield Page(f"articles/{slug}.md", slug, "", edit=path, meta=NOT_IN_SEARCH)


def without_drafts(written: Mapping[str, str]) -> dict[str, str]:
    """The pages that people finished, of all that they wrote: texts by their paths in docs/."""
    return {
        source: text
        for source, text in written.items()
        if not (is_curated(source) and is_draft(text))
    }


def is_curated(source: str) -> bool:
    """True for a file whose front matter belongs to the dossier."""
    return source.startswith(_CURATED) and not _is_index(source)


def is_reached_from_its_kind(source: str) -> bool:
    """True for a file that people wrote beside pages that no navigation names."""
    if source.startswith(("events/", "questions/")):
        return True
    return source.startswith(_KINDS) and not _is_index(source)


def _is_index(source: str) -> bool:
    return PurePosixPath(source).stem in {"index", "README"}


def without_subject(dossier: Dossier, written: Iterable[str]) -> Iterator[Problem]:
    """A problem for each page that people wrote on an article that is not there."""
    for source in sorted(written):
        slug = source.removeprefix("articles/").removesuffix(".md")
        if not source.startswith("articles/") or _is_index(source) or slug in dossier.lost:
            continue
        if slug not in dossier.sheets:
            message = unknown("article", slug, dossier.sheets)
            yield Problem(f"docs/{source}", 0, 0, message, "no-such-article")


def _unread(problems: Iterable[Problem]) -> dict[str, str]:
    """The articles that cannot be read: their files by what their pages would be called."""
    paths = (p.path for p in problems if p.level is Level.ERROR and p.path.endswith(".txt"))
    return {slugify(PurePosixPath(path).stem): path for path in paths}


def notes_file(article_path: str) -> str:
    """The file in which people say what they know about an article."""
    return article_path.removesuffix(".txt") + ".yml"
