"""What we add to Markdown: blocks (pymdownx.blocks), kept out of the reach of Markdown's own parser,
and what becomes of prose (:mod:`~explainer.pages.prose`) and aligned
tables (:mod:`~explainer.pages.tables`).

A block's HTML is stashed as it is and put back when everything else is done, so no word of an article
is ever read as Markdown, and long pages cost Markdown nothing.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block, type_any

from explainer.pages import tables
from explainer.pages.prose import PRIORITY, Prose, ProseTree
from explainer.pages.vocabulary import VOCABULARY

#: Makes a block's HTML from its name and its options.
Render = Callable[[str, Mapping[str, Any]], str]


class _ExplainerBlock(Block):  # type: ignore[misc]
    """Any of our blocks; what it may hold was checked before Markdown saw the page."""

    def on_create(self, parent: etree.Element) -> etree.Element:
        written = {k: v for k, v in self.options.items() if k != "attrs" and v is not None}
        # An article may be called by its day.
        given = {k: str(v) if isinstance(v, date) else v for k, v in written.items()}
        html = self.config["render"](self.NAME, given)
        # A paragraph that holds nothing but a stashed piece is replaced by it.
        element = etree.SubElement(parent, "p")
        element.text = self.md.htmlStash.store(html)
        return etree.SubElement(etree.Element("div"), "div")


class ExplainerExtension(BlocksExtension):  # type: ignore[misc]
    """Registers all blocks of the vocabulary, and what becomes of prose.

    Args:
        render: makes a block's HTML.
        prose: gives what knows the page at hand.
    """

    def __init__(self, render: Render, prose: Callable[[], Prose]) -> None:
        super().__init__()
        self._render, self._prose = render, prose

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Called by pymdownx."""
        for block in VOCABULARY.values():
            options = dict.fromkeys(block.options, (None, type_any))
            made = type(
                f"{block.name.title()}Block",
                (_ExplainerBlock,),
                {"NAME": block.name, "OPTIONS": options},
            )
            block_mgr.register(made, {"render": self._render})
        md.treeprocessors.register(ProseTree(md, self._prose), "explainer-prose", PRIORITY)
        md.treeprocessors.register(tables.ProseTables(md), "explainer-tables", tables.PRIORITY)


def other_blocks(extensions: list[Any], configs: Mapping[str, Any]) -> frozenset[str]:
    """The names of the blocks that a site's other Markdown extensions bring."""
    if not any(str(extension).startswith("pymdownx.blocks.") for extension in extensions):
        return frozenset()
    md = Markdown(extensions=extensions, extension_configs=dict(configs))
    processor = md.parser.blockprocessors["blocks"]
    return frozenset(processor.blocks) - VOCABULARY.keys()  # type: ignore[attr-defined]
