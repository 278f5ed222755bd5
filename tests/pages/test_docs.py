"""What contributors are told is what there is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from explainer.dossier.schemas import FORMATS
from explainer.pages.reference import reference
from explainer.pages.vocabulary import VOCABULARY


def keys(schema: Any) -> Iterator[tuple[str, Any]]:
    """All keys of a format, with what is said of each."""
    for model in (schema, *schema.get("$defs", {}).values()):
        yield from model.get("properties", {}).items()


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_key_is_told(one: Any) -> None:
    """Each key of each file that people write is on the reference page, with a sentence on it."""
    section = reference().split(f"\n## {one.name.capitalize()}\n")[1].split("\n## ")[0]
    told = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (.*) \|$", section, re.MULTILINE))
    assert told.keys() == {name for name, _ in keys(one.schema())}
    assert all(re.search(r"\w.*\.$", words) for words in told.values()), told


def test_every_block_and_option_is_told() -> None:
    """The reference page names all blocks with all their options, no other."""
    table = reference().split("## Blocks")[1].split("\n\n| An option")[0]
    rows = re.findall(r"^\| `(\w+)` \| \w.* \| (.*) \|$", table, re.MULTILINE)
    told = {name: set(re.findall(r"`(\w+)`", options)) for name, options in rows}
    assert told == {name: set(block.options) for name, block in VOCABULARY.items()}


def test_home_is_read_in_a_minute(root: Path) -> None:
    """What people wrote on it, headings and quotations included, has 150 words at most."""
    text = (root / "docs/index.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    text = re.sub(r"^///.*?^///$|<[^>]*>|\]\([^)]*\)", "", text, flags=re.DOTALL | re.MULTILINE)
    assert 100 < len(re.findall(r"[\w’]+", text)) <= 150
