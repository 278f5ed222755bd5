"""Code fences of Markdown: what is written in one is shown, not done."""

import re
from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"[\s>]*(`{3,}(?!.*`)|~{3,})")


def outside_fences(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines that are in no code fence."""
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if not fence and mark:
            fence = mark[1]
        elif fence and mark and mark[1].startswith(fence) and not line.strip(" \t>`~\r\n"):
            fence = ""
        elif not fence:
            yield number
