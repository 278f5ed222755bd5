"""What contributors are told is what there is."""

import re
from pathlib import Path

from explainer.pages.vocabulary import VOCABULARY


def test_every_block_and_option_is_documented(root: Path) -> None:
    """The table on the page for contributors names all blocks with all their options, no other."""
    page = (root / "docs/contributing.md").read_text(encoding="utf-8")
    table = page.split("## Blocks")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.*?) ?\|$", table, re.MULTILINE)
    documented = {name: set(re.findall(r"`(\w+)`", options)) for name, options in rows}
    assert documented == {name: set(block.options) for name, block in VOCABULARY.items()}
