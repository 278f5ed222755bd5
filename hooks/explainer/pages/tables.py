"""Tables whose columns are aligned: by a class, for styles inside a page are not applied.

Python-Markdown writes ``style="text-align: right;"``.
"""

from xml.etree import ElementTree as etree

from markdown.treeprocessors import Treeprocessor

#: Behind the tables, before anything is made text.
PRIORITY = 1

_ALIGNED = {f"text-align: {side};": f"x-{side}" for side in ("left", "center", "right")}


class AlignedCells(Treeprocessor):
    """Gives each aligned cell a class of the style sheet."""

    def run(self, root: etree.Element) -> None:
        """Called by Markdown."""
        for tag in ("th", "td"):
            for cell in root.iter(tag):
                if name := _ALIGNED.get(cell.get("style", "")):
                    del cell.attrib["style"]
                    cell.set("class", f"{cell.get('class', '')} {name}".strip())
