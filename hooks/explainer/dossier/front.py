"""YAML that people write, read with the line and column of every value.

PyYAML's own loader turns ``no`` into False and lets a key stand twice; here a plain scalar stays the
words that were written, and a second key is a problem with its place.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from explainer.dossier.slips import readable, slip
from explainer.dossier.tags import tags
from explainer.problems import Level, Problem, Problems
from explainer.text.spans import lines_of

Loc = tuple[str | int, ...]
#: What people take for the line above front matter; a line across the page looks alike.
_FENCE = re.compile(r"-{2,}|[\u2012-\u2015]+|\+{3}")
#: What people take for the line below it.
_NEARLY = re.compile(r"-{2,}|[\u2012-\u2015]+|---\s*#.*")
_KEY = re.compile(r"\s*([a-z_]+)\s*[:=](?:\s|$)")
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_COMMENT = re.compile(r"\s+(?P<text>#.*?)\s*$")
#: A hashtag or a number: most people who comment write a space and a word.
_UNLIKELY = re.compile(r"#\w|# *\d")
#: The way out for it.
MISPLACED = (
    "front matter begins on line 1 with a line `---` and ends with another one; put both there, and"
    " nothing above them"
)
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Written:
    """A YAML document: its values as plain strings, lists and dicts, and where each one stands.

    ``places`` maps a location as pydantic reports it, such as ``("mentions", 0, "are")``, to the
    line and column of its key (for a value in a mapping) or of itself, both counted from 1.
    ``told`` has the locations of what was left out because it is wrong, and ``comments`` the comments
    behind words without quotation marks: perhaps they belong to them.
    """

    values: Any = None
    places: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    told: set[Loc] = field(default_factory=set)
    comments: dict[Loc, str] = field(default_factory=dict)
    _ends: dict[Loc, yaml.Mark] = field(default_factory=dict, repr=False)
    _nodes: set[int] = field(default_factory=set, repr=False)

    def is_new(self, node: yaml.Node) -> bool:
        """False for a list or mapping that an alias (``*name``) brings in again.

        Aliases of aliases would make a short file endless.
        """
        new = isinstance(node, yaml.ScalarNode) or id(node) not in self._nodes
        self._nodes.add(id(node))
        return new

    def words_end(self, loc: Loc, node: yaml.Node) -> None:
        """Remembers where words without quotation marks end."""
        self._ends[loc] = node.end_mark

    def find_comments(self, lines: list[str]) -> Iterator[tuple[Loc, int, int]]:
        """Finds the comments behind words; each one's line and column, from 0."""
        for loc, end in self._ends.items():
            found = end.line < len(lines) and _COMMENT.match(lines[end.line], end.column)
            if found:
                self.comments[loc] = found["text"]
                yield loc, end.line, found.start("text")

    def place(self, loc: Loc) -> tuple[int, int]:
        """The place of a location, or of the nearest thing around it that was written."""
        while loc and loc not in self.places:
            loc = loc[:-1]
        return self.places.get(loc, (1, 1))


@dataclass(frozen=True, slots=True)
class Front:
    """A Markdown file in its two parts.

    Args:
        yaml: its front matter, which begins on line 2; None if it has none.
        body: the Markdown below it.
        body_line: the line on which that begins.
        closed: False if the end of the front matter is missing: it ends at the first empty line.
        end: the line that was meant as its end and is none, or 0.
    """

    yaml: str | None
    body: str
    body_line: int
    closed: bool = True
    end: int = 0


def split_front(text: str) -> Front:
    """Parts a Markdown file's front matter from its body; nothing of the file is lost or added."""
    lines = lines_of(text)
    if not lines or lines[0].rstrip() != "---":
        return Front(None, text, 1)
    bare = [line.rstrip() for line in lines]
    ends = (n for n in range(1, len(bare)) if bare[n] in ("---", "..."))
    end = next(ends, None)
    if end is not None:
        return Front("".join(lines[1:end]), "".join(lines[end + 1 :]), end + 2)
    empty = next((n for n in range(1, len(bare)) if not bare[n]), len(bare))
    near = next((n for n in range(1, empty) if _NEARLY.fullmatch(bare[n].strip())), None)
    if near is not None:
        body = "".join(lines[near + 1 :])
        return Front("".join(lines[1:near]), body, near + 2, closed=False, end=near + 1)
    return Front("".join(lines[1:empty]), "".join(lines[empty:]), empty + 1, closed=False)


def unclosed(front: Front, below: str) -> tuple[int, str]:
    """The line at which to tell that front matter has no end, and the message."""
    if front.end:
        return front.end, "front matter ends with a line `---`: nothing else may stand on this line"
    return 1, f"the end is missing: put a line `---` below {below}"


def read_front(front: Front, path: str, problems: Problems) -> Written | None:
    """Reads front matter; what only shows that its end is missing is not told besides that."""
    wrong = Problems()
    written = read_yaml(front.yaml or "", path, wrong, first_line=2)
    if front.closed or written is not None:
        problems.extend(wrong)
    return written


def misplaced_front(text: str, keys: Collection[str] = ()) -> int:
    """The line on which what was meant as front matter begins and is none, or 0.

    Args:
        text: a Markdown file without front matter.
        keys: what front matter may say where it is looked for without a line above it, too.
    """
    lines = lines_of(text)
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return 0
    below = lines[first + 1] if first + 1 < len(lines) else ""
    key = _KEY.match(lines[first])
    if (_FENCE.fullmatch(lines[first].strip()) and _KEY.match(below)) or (key and key[1] in keys):
        return first + 1
    return 0


def keys_below(front: Front, keys: Collection[str]) -> int:
    """The line, directly below front matter, of a key that belongs into it, or 0."""
    lines = lines_of(front.body)
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    key = _KEY.match(lines[first]) if lines else None
    return front.body_line + first if key and key[1] in keys else 0


def read_yaml(text: str, path: str, problems: Problems, first_line: int = 1) -> Written | None:
    """Reads one YAML document; None if it is not YAML, and the problem says where.

    Args:
        text: the YAML.
        path: the file, for problems.
        problems: takes what is wrong.
        first_line: the line of the file on which ``text`` begins.
    """
    written = Written()
    try:
        node = yaml.compose(readable(text), Loader=_LOADER)
        if node is not None:
            written.values = _value(node, (), written, path, problems, first_line)
            _tell_comments(text, written, path, problems, first_line)
            for mark, message in tags(readable(text), node):
                place = mark.line + first_line, mark.column + 1
                problems.add(Problem(path, *place, message, "yaml"))
    except yaml.YAMLError as error:
        line, column, message = slip(text, error, first_line)
        problems.add(Problem(path, line + first_line, column + 1, message, "yaml"))
        return None
    except RecursionError:
        message = "lists and keys stand too deep in each other; it cannot be read"
        problems.add(Problem(path, first_line, 1, message, "yaml"))
        return None
    return written


def _value(
    node: yaml.Node, loc: Loc, written: Written, path: str, problems: Problems, first: int
) -> Any:
    written.places.setdefault(loc, _place(node, first))
    if not written.is_new(node):
        line, column = written.place(loc)
        message = "an alias (`*name`) brings in what stands elsewhere; write it out here"
        problems.add(Problem(path, line, column, message, "yaml"))
        written.told.add(loc)
        return None
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(child, (*loc, number), written, path, problems, first)
            for number, child in enumerate(node.value)
        ]
    if not isinstance(node, yaml.MappingNode):
        if isinstance(node, yaml.ScalarNode) and not node.style and len(node.value.split()) > 1:
            written.words_end(loc, node)
        return None if node.tag == "tag:yaml.org,2002:null" else node.value
    values: dict[str, Any] = {}
    for key, child in node.value:
        name = str(key.value)
        line, column = _place(key, first)
        if name in values:
            before = written.places[(*loc, name)][0]
            message = f"{name!r} stands twice; it was written on line {before} already"
            problems.add(Problem(path, line, column, message, "duplicate-key"))
            continue
        if name == "<<":
            message = "`<<` brings in what stands elsewhere; write it out here"
            problems.add(Problem(path, line, column, message, "yaml"))
            written.told.add(loc)
            continue
        written.places[(*loc, name)] = (line, column)
        values[name] = _value(child, (*loc, name), written, path, problems, first)
    return values


def _tell_comments(text: str, written: Written, path: str, problems: Problems, first: int) -> None:
    """Tells of comments behind words that hardly anybody means as comments.

    Of a quotation the article says whether it goes on behind the sign.
    """
    for loc, line, column in written.find_comments(_BREAK.split(text) if "#" in text else []):
        if loc[-1] != "quote" and _UNLIKELY.match(written.comments[loc]):
            message = (
                "all from `#` on is a comment, which nobody reads; if it belongs to the words before it,"
                " put them all between quotation marks"
            )
            place = line + first, column + 1
            problems.add(Problem(path, *place, message, "comment", Level.NOTICE))


def _place(node: yaml.Node, first: int) -> tuple[int, int]:
    return node.start_mark.line + first, node.start_mark.column + 1


def leaves(values: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """All scalars of a document with their locations."""
    if isinstance(values, dict):
        for name, value in values.items():
            yield from leaves(value, (*loc, name))
    elif isinstance(values, list):
        for number, value in enumerate(values):
            yield from leaves(value, (*loc, number))
    elif values is not None:
        yield loc, values
