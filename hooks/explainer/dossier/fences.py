"""Code fences of Markdown: what is written in one is shown, not done."""

import re
from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"[\s>]*(`{3,}(?!.*`)|~{3,})")


def outside_fences(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines that are in no code fence."""
    return (number for number, begun in enumerate(_fences(lines)) if begun is None)


def open_fence(lines: Sequence[str]) -> int | None:
    """The number of the line that begins a code fence without an end, if there is one."""
    begun = None
    for begun in _fences([*lines, ""]):  # noqa: B007 -- the last one is what is asked for
        pass
    return begun


def _fences(lines: Sequence[str]) -> Iterator[int | None]:
    """For each line the number of the line that begins its code fence, None outside of fences."""
    fence, begun = "", None
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if begun is None and mark:
            fence, begun = mark[1], number
            yield begun
        elif begun is not None:
            yield begun
            if mark and mark[1].startswith(fence) and not line.strip(" \t>`~\r\n"):
                begun = None
        else:
            yield None
