"""What Markdown leaves as text, or hides, where its writer meant something else: told at its place."""

import difflib
import re
from collections.abc import Iterator

from explainer.dossier.fences import open_fence
from explainer.pages.code import open_ticks, without_code
from explainer.pages.sources import scan
from explainer.pages.vocabulary import VOCABULARY
from explainer.problems import Problem

_OPENED = re.compile(r"<!--(?!.*?-->)", re.DOTALL)
_COMMENT = re.compile(r"<!--\s*([\w -]{4,12}?)\s*-->")
#: A link with a space in it, or turned round, or as wikis write it.
_APART = re.compile(r"\[[^\[\]\n]+\] \((?:https?:|[^\s()]*\.md\b)[^\s()]*\)")
_TURNED = re.compile(r"\([^()\n]+\)\[(?:https?:|[^\s\[\]]*\.md\b)[^\s\[\]]*\]")
_WIKI = re.compile(r"(?<!!)\[\[[^\[\]\n]+\]\](?!\()")
#: A heading of the first rank: behind a sign, or with a line of signs below it.
_FIRST_RANK = re.compile(r"^(?:#(?!#)[^\n]*\S|[^\s#>|-][^\n]*\n=+[ \t]*$)", re.MULTILINE)
#: A link whose address stands under a name on a line of its own, and such a line.
_BY_NAME = re.compile(r"(?<![!\]\\])\[(?!\^)([^\[\]\n]+)\]\[(?!\^)([^\[\]\n]*)\](?!\()")
_NAMED = re.compile(r"^ {0,3}\[(?!\^)([^\[\]\n]+)\]:", re.MULTILINE)
_NOTE = re.compile(r"\[\^([^\]\s]+)\](:?)")
#: As other programs write blocks; admonitions may be called as two of ours are.
_BLOCK = re.compile(
    r"(?://|:::|\{[%{]|!!!(?! *(?:quote|question)\b)|`{3}) *(?P<name>[a-z]+)\b", re.MULTILINE
)
_LINK = "a link is written `[words](page.md)`, with nothing between the two brackets"


def unseen(markdown: str, path: str, offset: int = 0) -> Iterator[Problem]:
    """What is wrong with a page that Markdown takes without a word.

    Args:
        markdown: the page without its front matter.
        path: the file, for problems.
        offset: how many lines of the file stand before.
    """
    for at, message, rule in _found(markdown):
        before = markdown[:at]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        yield Problem(path, offset + line, column, message, rule)


def _found(markdown: str) -> Iterator[tuple[int, str, str]]:
    """Where, what is wrong with the way out, and the rule."""
    fence = open_fence(markdown.split("\n"))
    if fence is not None:
        at = sum(len(line) + 1 for line in markdown.split("\n")[:fence])
        message = "the code that begins here has no end: put a line with the same signs below it"
        yield at, message, "open-code"
    seen = without_code(markdown, comments=True)
    if opened := _OPENED.search(seen):
        yield (
            opened.start(),
            "the comment that opens here is never closed: put `-->` below",
            "comment",
        )
    for found in _COMMENT.finditer(seen):
        if found[1] != "nolink" and difflib.get_close_matches(found[1], ["nolink"], 1, 0.8):
            yield found.start(), "did you mean `<!-- nolink -->`?", "comment"
    seen = without_code(markdown)
    for pattern in (_APART, _TURNED):
        for found in pattern.finditer(seen):
            yield found.start(), f"this is no link; {_LINK}", "no-link"
    for found in _WIKI.finditer(seen):
        message = f"this is no link; {_LINK}; names of actors become links by themselves"
        yield found.start(), message, "no-link"
    yield from _without_address(seen)
    for heading in list(_FIRST_RANK.finditer(seen))[1:]:
        at = heading.start() + len(heading[0]) - len(heading[0].lstrip())
        yield at, "a page has one heading with one `#`; begin this one with `##`", "second-heading"
    for at in open_ticks(_without_options(seen)):
        message = (
            "the code that begins here has no end: put the same signs behind its last word; where the"
            " sign itself is meant, put `\\` before it"
        )
        yield at, message, "open-code"
    yield from _notes(seen)
    yield from _blocks(markdown, seen)


def _without_options(seen: str) -> str:
    """The text with blanks in the place of blocks: the words they quote are no Markdown."""
    lines = seen.split("\n")
    for block in scan(seen).blocks if "///" in seen else ():
        for number in range(block.first, block.last + 1):
            lines[number] = " " * len(lines[number])
    return "\n".join(lines)


def _without_address(seen: str) -> Iterator[tuple[int, str, str]]:
    """Links that name an address which no line gives: they stay text."""
    known = {_name(found[1]) for found in _NAMED.finditer(seen)}
    for found in _BY_NAME.finditer(seen):
        name = found[2] or found[1]
        if _name(name) not in known:
            near = difflib.get_close_matches(_name(name), sorted(known), 1, 0.6)
            way_out = f"did you mean `[{near[0]}]`?" if near else f"put `[{name}]: …` below"
            yield found.start(), f"no line says where `[{name}]` leads; {way_out}", "no-link"


def _name(words: str) -> str:
    """A name as Markdown compares it."""
    return " ".join(words.casefold().split())


def _notes(seen: str) -> Iterator[tuple[int, str, str]]:
    notes = list(_NOTE.finditer(seen))
    told = {note[1] for note in notes if note[2]}
    used = {note[1] for note in notes if not note[2]}
    for note in notes:
        if note[2] and note[1] not in used:
            message = f"nothing leads to this footnote: put `[^{note[1]}]` where it belongs"
            yield note.start(), message, "no-footnote"
        if not note[2] and note[1] not in told:
            message = f"this footnote has no text: put a line `[^{note[1]}]: …` below"
            yield note.start(), message, "no-footnote"


def _blocks(markdown: str, seen: str) -> Iterator[tuple[int, str, str]]:
    at = 0
    for line in markdown.split("\n"):
        found = _BLOCK.match(line)
        code = line.startswith("```")
        if found and found["name"] in VOCABULARY and (code or seen.startswith(line[:2], at)):
            message = f"a block is written `/// {found['name']}`, with a line `///` at its end"
            yield at, message, "block-form"
        at += len(line) + 1
