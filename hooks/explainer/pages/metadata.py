"""The front matter of people's pages, checked before the builder takes it or leaves it.

MkDocs prints front matter that it cannot read, and takes a first line such as "Note: …" for metadata:
both without a word.
"""

import difflib
import re
from collections.abc import Iterator
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from explainer.dossier.curated import Page, Part, Words
from explainer.dossier.fields import listed
from explainer.dossier.formats import validated
from explainer.dossier.front import (
    MISPLACED,
    Front,
    Written,
    leaves,
    misplaced_front,
    read_front,
    read_yaml,
    split_front,
    unclosed,
)
from explainer.dossier.ignored import meant_folder
from explainer.dossier.notes import Notes
from explainer.dossier.schemas import FORMATS
from explainer.dossier.slips import readable, slip
from explainer.pages.code import without_code
from explainer.pages.quotations import plain_words
from explainer.problems import Level, Problem, Problems

#: As MultiMarkdown writes metadata, which MkDocs reads too.
_METADATA = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_HEADING = re.compile(r"^#[ \t]+([^\n]*)", re.MULTILINE)


#: What MkDocs and themes for it read on any page.
_OF_BUILDERS = (
    "author", "authors", "categories", "comments", "date", "icon", "image", "inherit", "links", "pin",
    "readtime", "robots", "slug", "social", "status", "subtitle", "tags", "template",
)  # fmt: skip
#: What we read ourselves.
_OURS = ("made_from",)


class _Search(BaseModel):
    model_config = ConfigDict(extra="forbid")

    boost: str = ""
    exclude: bool = False


class _Keys(BaseModel):
    """What of the front matter of a page of any kind can be wrong and is shown to nobody."""

    model_config = ConfigDict(extra="allow")

    title: Words | None = None
    description: Words | None = None
    hide: Annotated[tuple[Part, ...], BeforeValidator(listed)] = ()
    search: _Search = _Search()


def title_of(whole: str, path: str) -> str:
    """What a page is called: by its front matter, its first heading or its file."""
    front = split_front(whole)
    written = read_yaml(front.yaml, "", Problems()) if front.yaml and front.closed else None
    if written and isinstance(written.values, dict) and written.values.get("title"):
        return str(written.values["title"])
    heading = _HEADING.search(without_code(front.body))
    if heading:
        words = front.body[slice(*heading.span(1))]
        return plain_words(words.strip().rstrip("#").strip())
    return path.rpartition("/")[2].removesuffix(".md").replace("-", " ").capitalize()


def kept_text(whole: str, path: str, problems: Problems) -> tuple[str, int] | None:
    """The Markdown of a page whose front matter is wrong, and the number of lines before it.

    Args:
        whole: the whole file.
        path: the file, for problems.
        problems: takes what is wrong.

    Returns:
        None if nothing is wrong: what the builder makes of the page is right.
    """
    if _METADATA.match(whole):
        message = (
            "MkDocs takes this line as metadata;"
            " put a blank line or front matter between `---` lines first"
        )
        problems.add(Problem(path, 1, 1, message, "front-matter"))
        return whole, 0
    front = split_front(whole)
    if front.yaml is None or _is_a_rule(front):
        if line := front.yaml is None and misplaced_front(whole):
            problems.add(Problem(path, line, 1, MISPLACED, "front-matter"))
        return None
    wrong = Problems()
    _check(front, path, wrong)
    problems.extend(wrong)
    return (front.body, front.body_line - 1) if len(wrong) else None


def _is_a_rule(front: Front) -> bool:
    """A line across the page is written like the first line of front matter."""
    return not front.closed and not (front.yaml or "").strip()


def _check(front: Front, path: str, problems: Problems) -> None:
    if not front.closed:
        line, message = unclosed(front, "the front matter")
        problems.add(Problem(path, line, 1, message, "front-matter"))
    written = read_front(front, path, problems)
    if written is None:
        return
    if not isinstance(written.values, dict):
        message = "front matter is a list of `name: value`; for a line across the page put a blank"
        problems.add(Problem(path, 1, 1, f"{message} line first", "front-matter"))
        return
    for name in written.values:
        problems.extend(_unread(name, path, written))
    validated(_Keys, written, path, "front-matter", problems)
    try:
        yaml.safe_load(readable(front.yaml or ""))
    except yaml.YAMLError as error:
        line, column, message = slip(front.yaml or "", error, first=2)
        # Of a tag more is told by its place.
        if line + 2 not in {problem.line for problem in problems}:
            problems.add(Problem(path, line + 2, column + 1, message, "yaml"))
    except ValueError:
        problems.extend(_no_days(written, path))


def _no_days(written: Written, path: str) -> Iterator[Problem]:
    """What is written as a day and is none: the builder would end at it."""
    for loc, value in leaves(written.values):
        try:
            yaml.safe_load(value)
        except ValueError:
            message = f"{value!r} is no day of the calendar; write one as 2023-05-24"
            yield Problem(path, *written.place(loc), message, "yaml")
        except yaml.YAMLError:
            continue


def _unread(name: str, path: str, written: Written) -> Iterator[Problem]:
    """What is wrong with a key that nothing reads on a page of no kind."""
    known = (*_Keys.model_fields, *_OF_BUILDERS, *_OURS)
    if name in known:
        return
    line, column = written.place((name,))
    kinds = [
        one for one in FORMATS if issubclass(one.model, Page) and name in one.model.model_fields
    ]
    if path.startswith("docs/articles/") and name in Notes.model_fields:
        message = f"`{name}:` is read in seeds/<article>.yml only; write it there"
    elif kinds and meant_folder(path.split("/")[1]):
        # It is told of the folder.
        return
    elif len(kinds) == 1:
        message = f"`{name}:` is read in {kinds[0].file} only; move the page there, or take it away"
    elif kinds:
        message = f"`{name}:` is read in docs/actors/, docs/events/ and docs/questions/ only"
    elif close := difflib.get_close_matches(name.casefold(), known, 1, 0.75):
        message = f"nothing reads {name!r}; did you mean {close[0]!r}?"
    else:
        message = f"nothing that is known here reads `{name}:`"
        yield Problem(path, line, column, message, "front-matter", Level.NOTICE)
        return
    if name == "draft":
        message += ": this page is published as it is"
    yield Problem(path, line, column, message, "front-matter")
