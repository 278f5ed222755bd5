"""Documents one a line, as scripts/read and scripts/evaluate take them; what is wrong is one line."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any


class DocumentsError(Exception):
    """A file of documents that cannot be used; its text is the message for people."""


def documents(path: Path, keys: tuple[str, ...] = ("id", "text")) -> Iterator[dict[str, Any]]:
    """The documents of a file, or of standard input where the path is ``-``.

    Args:
        path: JSON, one object a line; empty lines are skipped.
        keys: what each document must have.

    Raises:
        DocumentsError: the file cannot be read, or a line is no such document.
    """
    try:
        with sys.stdin if str(path) == "-" else path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _document(line, f"{path}:{number}", keys)
    except OSError as error:
        raise DocumentsError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DocumentsError(f"{path}: is not UTF-8") from error


def _document(line: str, place: str, keys: tuple[str, ...]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise DocumentsError(f"{place}:{error.colno}: this is not JSON: {error.msg}") from error
    if not isinstance(row, dict):
        raise DocumentsError(f'{place}: a document is an object, as in {{"id": …, "text": …}}')
    for key in keys:
        if not isinstance(row.get(key), str):
            raise DocumentsError(f"{place}: {key!r} is missing, or is no text")
    if day := row.get("dct"):
        try:
            date.fromisoformat(str(day)[:10])
        except ValueError as error:
            message = f"{place}: 'dct' is a day, as in 2023-05-24, not {day!r}"
            raise DocumentsError(message) from error
    return row
