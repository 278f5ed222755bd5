"""Files that stand where people write, and that nobody reads.

Files that are hidden, backups of editors, and those that tell of a folder (``README``, ``LICENSE``) are
left alone, and so are pictures and whatever else pages may link to.
"""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from explainer.problems import Level, Problem

#: What one of each is, by the folder in docs/ that has them.
_KINDS = {
    "actors": "an actor",
    "articles": "an article",
    "events": "an event",
    "questions": "a question",
}
_TEXT = (".txt", ".text")
_NOTES = (".yml", ".yaml")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_WEB_PAGE = (".html", ".htm", ".xhtml", ".mhtml")
#: What people write in, and no browser shows beside a page.
_WRITING = (*_TEXT, *_NOTES, ".doc", ".docx", ".json", ".odt", ".rtf", ".toml")
_OF_NO_KIND = re.compile(
    r"\.|#|~\$|.*(?:~|\.bak|\.orig)$|README|LICEN[CS]E|COPYING|NOTICE|Thumbs\.db$|desktop\.ini$"
)
#: Texts that programs look for on a site.
_FOR_PROGRAMS = frozenset({"humans.txt", "llms.txt", "robots.txt", "security.txt"})


def ignored(seeds: Path, docs: Path | None) -> Iterator[Problem]:
    """A problem for each file that looks like one that people wrote to be read, and is not read.

    Args:
        seeds: has the articles and their notes.
        docs: has the pages.
    """
    for path in sorted(seeds.iterdir()) if seeds.is_dir() else ():
        if not _OF_NO_KIND.match(path.name) and (message := _in_seeds(path)):
            yield _problem(f"{seeds.name}/{path.name}", message)
    if docs is None:
        return
    for path in sorted(docs.rglob("*")):
        inside = path.relative_to(docs).parts
        if any(map(_OF_NO_KIND.match, inside)):
            continue
        shown = "/".join((docs.name, *inside))
        if message := _in_docs(path, inside):
            yield _problem(shown, message)
        elif path.suffix == ".txt" and inside[0] not in _KINDS and path.name not in _FOR_PROGRAMS:
            message = "is copied into the site as it is; articles are read in seeds/ only"
            yield _problem(shown, message, Level.NOTICE)


def _problem(path: str, message: str, level: Level = Level.ERROR) -> Problem:
    # A file name need not be UTF-8, a message must be.
    shown = path.encode("utf-8", "replace").decode()
    return Problem(shown, 0, 0, message, "ignored", level)


def _in_seeds(path: Path) -> str:
    """Why nothing reads a file beside the articles, or "" if something does."""
    ending, stem = path.suffix.lower(), path.stem
    if path.suffix in (".txt", ".yml"):
        twice = Path(stem).suffix.lower()
        known = (*_TEXT, *_NOTES, *_MARKDOWN, *_WEB_PAGE)
        return f"has two endings; call it {stem}" if twice in known else ""
    if path.is_dir():
        return "nothing in this folder is read; articles stand in seeds/ itself"
    if ending in _TEXT:
        return f"is not read; call it {stem}.txt"
    if ending in _NOTES:
        if path.with_suffix(".yml").exists():
            return f"is not read; bring it together with {stem}.yml, which stands beside it"
        return f"is not read; call it {stem}.yml"
    if ending in _WEB_PAGE:
        draft = f"scripts/draft seeds/{path.name}"
        return f"a web page is not read; take its article out of it with `{draft}`, then delete it"
    return f"is not read; an article is plain text in UTF-8, as {stem}.txt"


def _in_docs(path: Path, inside: tuple[str, ...]) -> str:
    """Why nothing is made of a file or folder among the pages, or "" if something is."""
    ending, stem, kind = path.suffix.lower(), path.stem, _KINDS.get(inside[0])
    if path.is_dir():
        if ending == ".md":
            return f"is a folder; a page is a file, as {path.name}"
        return _misnamed(path) if len(inside) == 1 else ""
    if ending in _MARKDOWN and path.suffix != ".md":
        return f"is not read; call it {stem}.md"
    if kind and ending in (*_WRITING, *_WEB_PAGE):
        if inside[0] == "articles" and ending in (*_TEXT, *_WEB_PAGE):
            return f"is not read; an article is plain text in UTF-8, as seeds/{stem}.txt"
        return f"is not read; {kind} is written in Markdown, as {stem}.md"
    return ""


def _misnamed(path: Path) -> str:
    """What is wrong with a folder of pages that should have the name of a kind, or ""."""
    meant = meant_folder(path.name)
    if not meant or not any(path.glob("*.md")):
        return ""
    return f"nothing here is read as {meant}; did you mean {path.parent.name}/{meant}/?"


def meant_folder(name: str) -> str:
    """The folder of a kind whose name is meant by another one, or ""."""
    near = difflib.get_close_matches(name.casefold(), _KINDS, 1, 0.8)
    return near[0] if near and name not in _KINDS else ""
