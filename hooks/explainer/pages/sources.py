"""What people's Markdown says in blocks: found with line numbers, checked, and made harmless.

pymdownx leaves a block with a mistake as raw text and says nothing. Here each one becomes a problem
with its line, and is taken out of the page before Markdown sees it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import yaml

from explainer.dossier.fences import outside_fences
from explainer.dossier.model import Place
from explainer.dossier.quotations import Passages, Quote, Wrong, keyed
from explainer.pages.code import indented_code, raw_html
from explainer.pages.index import Index
from explainer.pages.vocabulary import VOCABULARY, Mistake, check, unknown
from explainer.problems import Problem
from explainer.text.spans import lines_of

_HEAD = re.compile(r"(\s*)(/{3,})[ ]*([\w-]+)[ ]*(?:\|[ ]*(.*))?$")
#: One with its options on the same line.
_CROWDED = re.compile(r"(\s*)(/{3,})[ ]*([\w-]+)[ ]*[ :=][ ]*([^|\s].*)$")
_END = re.compile(r"\s*(/{3,})\s*$")
#: A block that begins behind the sign of a quotation or of what is listed: Markdown takes it for one.
_BEHIND = re.compile(r"((?:\s*(?:>|(?:[-*+:]|\d+[.)]|\[\^[^\]]+\]:)(?=\s)))+\s*)(?=/{3})")
#: One that begins behind anything else, as in the cell of a table.
_INSIDE = re.compile(r".*?[\s|>(](?=/{3,} *([\w-]+))")
_TICKS = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_SIGNS = " \t>"
_STRAY = re.compile(r"\s{0,3}/{3,}")
_OPTION = re.compile(r"(?P<indent>\s+)(?P<name>[\w-]+)\s*:")


#: Where no block stands, and the way out.
_LISTED = "a quotation or a list"
_IN_TEXT = "a line of text or a table"
_IN_HTML = "HTML"
_PLACES = {
    _LISTED: "take the sign before `///` away",
    _IN_TEXT: "put it below, with empty lines round it",
    _IN_HTML: "write `markdown` into the tag, as in `<div markdown>`, with empty lines round the block",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A block as it stands in a file.

    Args:
        name: its name, as written.
        first, last: the numbers of its first and last lines, from 0.
        options: what its options say, None where they are no YAML mapping.
        option_lines: the line of each option, from 0.
        argument: what stands behind its name, where nothing belongs.
        extra: the number of the first line that is neither an option nor empty, or None.
        closed: False if its end is missing.
        column: where it begins in its line, from 1, if that is not at the first sign.
        behind: where it stands, if Markdown leaves it as text there; nothing else is known of it.
        wrong_end: the number of the line that was meant as its end, but has more or less slashes.
        twice: the lines of options that stand in it already.
    """

    name: str
    first: int
    last: int
    options: Mapping[str, Any] | None
    option_lines: Mapping[str, int] = field(default_factory=dict)
    argument: str = ""
    extra: int | None = None
    closed: bool = True
    behind: str = ""
    column: int = 0
    twice: tuple[int, ...] = ()
    wrong_end: int | None = None


@dataclass(frozen=True)
class Source:
    """A Markdown file's blocks, and the lines that look like one but are none."""

    lines: tuple[str, ...]
    blocks: tuple[Placed, ...]
    strays: tuple[int, ...]


def scan(markdown: str, others: Iterable[str] = ()) -> Source:
    """Finds all blocks of a Markdown text; those in code fences are text.

    Args:
        markdown: the text, without its front matter.
        others: names of blocks that are not ours but are known to Markdown.
    """
    others = set(others)
    lines = [line.rstrip("\r\n") for line in lines_of(markdown)]
    blocks: list[Placed] = []
    strays: list[int] = []
    foreign = 0
    at = 0
    plain = set(outside_fences(lines))
    prose = plain - set(indented_code(lines))
    raw = set(raw_html(lines)) if "<" in markdown else set()
    while at < len(lines):
        line = lines[at]
        if at in prose and (behind := _behind(lines, at, others)):
            blocks.append(behind)
            at = behind.last + 1
            continue
        if at in prose and (inside := _inside(lines[at])):
            column = lines[at].index("///") + 1
            blocks.append(Placed(inside, at, at, None, behind=_IN_TEXT, column=column))
            at += 1
            continue
        if at not in plain or not line.lstrip().startswith("///"):
            at += 1
            continue
        head = _HEAD.match(line)
        crowded = None if head else _CROWDED.match(line)
        head = crowded if crowded and crowded[3].lower() in VOCABULARY else head
        if head and head[3].lower() in others:
            foreign += 1
        elif head and (len(head[1]) < 4 or head[3].lower() in VOCABULARY):
            block = _block(lines, at, head)
            block = replace(block, behind=_IN_HTML) if at in raw else block
            blocks.append(block)
            at = block.last
        elif _END.match(line) and foreign:
            foreign -= 1
        elif _STRAY.match(line):
            strays.append(at)
        at += 1
    return Source(tuple(lines), tuple(blocks), tuple(strays))


def _behind(lines: list[str], first: int, others: Collection[str]) -> Placed | None:
    """The block that begins on a line behind a sign, up to its end or else the first empty line."""
    sign = _BEHIND.match(lines[first])
    head = sign and _HEAD.match(lines[first], sign.end())
    if not head or head[3].lower() in others:
        return None
    last = first
    for number in range(first + 1, len(lines)):
        bare = lines[number].strip(_SIGNS)
        if not bare:
            break
        last = number
        if _END.match(bare):
            break
    return Placed(head[3].lower(), first, last, None, behind=_LISTED)


def _inside(line: str) -> str:
    """The name of the block of ours that begins in the midst of a line, or ""."""
    found = "///" in line and _INSIDE.match(_TICKS.sub(lambda code: "`" * len(code[0]), line))
    return found[1] if found and found[1] in VOCABULARY and line[: found.end()].strip() else ""


def _block(lines: list[str], first: int, head: re.Match[str]) -> Placed:
    indent, length = len(head[1]), len(head[2])
    at = first + 1
    while at < len(lines) and lines[at].startswith(" " * (indent + 4)) and lines[at].strip():
        at += 1
    option_lines, twice = _option_lines(lines, range(first + 1, at))
    options = _options("\n".join(line[indent:] for line in lines[first + 1 : at]))
    extra = None
    for number in range(at, len(lines)):
        end = _END.match(lines[number])
        if end and len(end[1]) == length:
            about = (options, option_lines, head[4] or "", extra)
            return Placed(head[3].lower(), first, number, *about, twice=twice)
        if end:
            known = (options, option_lines)
            return Placed(head[3].lower(), first, number, *known, closed=False, wrong_end=number)
        if lines[number].strip() and extra is None:
            extra = number
        if _HEAD.match(lines[number]):
            break
    return Placed(
        head[3].lower(), first, at - 1, options, option_lines, head[4] or "", None, closed=False
    )


def _option_lines(lines: list[str], these: range) -> tuple[dict[str, int], tuple[int, ...]]:
    """The line of each option, and the lines of those that stand above already."""
    known: dict[str, int] = {}
    twice = []
    indent = 0
    for number in these:
        found = _OPTION.match(lines[number])
        if not found or (known and len(found["indent"]) != indent):
            # A text of several lines may look like an option.
            continue
        indent = len(found["indent"])
        if known.setdefault(found["name"], number) != number:
            twice.append(number)
    return known, tuple(twice)


class _Loader(yaml.SafeLoader):
    """Reads dates as text: whether a day exists is for the option that takes it to say."""

    yaml_implicit_resolvers = {  # noqa: RUF012 -- as in the class above
        sign: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
        for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _options(text: str) -> Mapping[str, Any] | None:
    try:
        found = yaml.load(text, Loader=_Loader)  # noqa: S506 -- a safe loader, see there
    except yaml.YAMLError:
        return None
    if found is None:
        return {}
    return found if isinstance(found, dict) and all(isinstance(k, str) for k in found) else None


def check_source(
    source: Source, index: Index, path: str, offset: int = 0
) -> tuple[str, list[Problem]]:
    """The Markdown without its wrong blocks, and a problem for each of them.

    Args:
        source: what was found.
        index: knows which ids and words there are.
        path: the file, relative to the project's root.
        offset: how many lines of the file stand before the text.
    """
    lines = list(source.lines)
    problems = []
    for block in source.blocks:
        found = list(_mistakes(block, index))
        for line, mistake in found:
            place = (path, offset + line + 1, block.column or _column(source.lines[line]))
            if mistake.message:
                problems.append(Problem(*place, mistake.message, mistake.rule))
        if found:
            lines[block.first : block.last + 1] = [""] * (block.last + 1 - block.first)
    for number in source.strays:
        message = "`///` here neither opens a block nor ends one; each block is `/// name` … `///`"
        place = (path, offset + number + 1, _column(lines[number]))
        problems.append(Problem(*place, message, "stray-block"))
        lines[number] = ""
    return "\n".join(lines), problems


def _column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


def _mistakes(block: Placed, index: Index) -> Iterator[tuple[int, Mistake]]:
    if block.behind:
        message = f"a block stands on lines of its own, not inside {block.behind}"
        message += f": {_PLACES[block.behind]}"
        yield block.first, Mistake("", message, "block-place")
        return
    if block.name not in VOCABULARY:
        message = unknown("block", block.name, VOCABULARY)
        yield block.first, Mistake("", message, "unknown-block")
        return
    if block.wrong_end is not None:
        message = (
            f"this line does not end /// {block.name}: that has as many slashes as its first line"
        )
        yield block.wrong_end, Mistake("", message, "open-block")
    elif not block.closed:
        message = f"/// {block.name} has no end: a line with nothing but `///`"
        yield block.first, Mistake("", message, "open-block")
    if block.argument:
        message = (
            f"/// {block.name} takes nothing behind its name;"
            f" write `    {block.argument}` on a line of its own below it"
        )
        yield block.first, Mistake("", message, "block-argument")
    for number in block.twice:
        yield (
            number,
            Mistake("", "this option stands in the block already; keep one", "option-twice"),
        )
    if block.options is None:
        message = f"the options of /// {block.name} are no list of `name: value`"
        yield min(block.first + 1, block.last), Mistake("", message, "block-options")
        return
    if block.extra is not None:
        message = (
            f"/// {block.name} holds options only, each indented by four spaces,"
            " with no empty line before the first"
        )
        yield block.extra, Mistake("", message, "block-content")
        return
    for mistake in wrong_options(block.name, block.options, index):
        yield block.option_lines.get(mistake.option, block.first), mistake


def wrong_options(name: str, options: Mapping[str, Any], index: Index) -> list[Mistake]:
    """All that is wrong with what a block of the vocabulary says."""
    mistakes = check(name, options, index.dossier)
    return _wrong_quote(options, index) if name == "quote" and not mistakes else mistakes


def _wrong_quote(options: Mapping[str, Any], index: Index) -> list[Mistake]:
    found = quoted_place(options, index.passages)
    if isinstance(found, Place):
        return []
    return [
        Mistake("text" if wrong.key == "quote" else wrong.key, wrong.message, wrong.rule)
        for wrong in found
    ]


def quoted_place(options: Mapping[str, Any], passages: Passages) -> Place | list[Wrong]:
    """The place of what a block quotes, or all that is wrong with it."""
    which = {key: str(options.get(key) or "") for key in ("article", "sentence")}
    return passages.find(Quote(quote=options["text"], **which), keyed("text"))


def places(source: Source, name: str, options: Mapping[str, Any] = MappingProxyType({})) -> bool:
    """True if a block of this name stands there with these options, and nothing else narrows it."""
    return any(block.name == name and block.options == options for block in source.blocks)
