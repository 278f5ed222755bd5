"""What stands in people's files and no person meant: signs of a merge, NUL bytes.

Each is told at its place, and the rest is read as if it were not there; of two versions the first.
"""

import re

from explainer.dossier.fences import outside_fences
from explainer.problems import Problem, Problems
from explainer.text.merges import is_sign, merges
from explainer.text.spans import Lines, lines_of


def cleaned(text: str, path: str, problems: Problems) -> str:
    """A file's text without what nobody meant; each of its lines keeps its number.

    Args:
        text: all of it.
        path: the file, for problems; in Markdown, code fences may hold anything.
        problems: takes what is wrong.
    """
    if (nul := text.find("\0")) >= 0:
        message = "a NUL byte, which no text has: save the file as plain text in UTF-8"
        problems.add(Problem(path, *Lines(text).place(nul), message, "nul"))
        text = text.replace("\0", "")
    if "<<<<<<<" in text or ">>>>>>>" in text:
        return _merged(text, path, problems)
    return text


def _merged(text: str, path: str, problems: Problems) -> str:
    lines = lines_of(text)
    outside = outside_fences(lines) if path.endswith(".md") else range(len(lines))
    fenced = set(range(len(lines))).difference(outside)
    gone: set[int] = set()
    for merge in merges(lines, fenced):
        problems.add(Problem(path, merge.first + 1, 1, merge.message, "merge"))
        gone |= {merge.first, *range(merge.middle, merge.last + 1)}
    for number, line in enumerate(lines):
        if number not in gone | fenced and is_sign(line):
            message = "a merge left this line here; take it away"
            problems.add(Problem(path, number + 1, 1, message, "merge"))
            gone.add(number)
    kept = [_empty(line) if n in gone else line for n, line in enumerate(lines)]
    if 0 in gone and len(kept) > 1 and kept[1].rstrip() == "---":
        # Front matter begins on the first line, or is none.
        kept[:2] = kept[1::-1]
    return "".join(kept)


def _empty(line: str) -> str:
    return re.sub(r"[^\r\n]", "", line)
