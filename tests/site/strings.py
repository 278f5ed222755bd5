"""What the JSON of a built site says, whatever its shape."""

from collections.abc import Iterator
from typing import Any


def strings(found: Any) -> Iterator[str]:
    """All strings in some JSON."""
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from strings(one)
    elif isinstance(found, str):
        yield found
