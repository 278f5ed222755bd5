"""Tables in prose: aligned by a class, and in a frame that scrolls by keyboard where they are too wide.

Python-Markdown writes ``style="text-align: right;"``, and styles inside a page are not applied.
Material's script would put a frame round the table that no key can scroll.
"""

from xml.etree import ElementTree as etree

from markdown.treeprocessors import Treeprocessor

#: Behind the tables, before anything is made text.
PRIORITY = 1

_ALIGNED = {f"text-align: {side};": f"x-{side}" for side in ("left", "center", "right")}


class ProseTables(Treeprocessor):
    """Gives each aligned cell a class of the style sheet, and each table a frame."""

    def run(self, root: etree.Element) -> None:
        """Called by Markdown."""
        for tag in ("th", "td"):
            for cell in root.iter(tag):
                if name := _ALIGNED.get(cell.get("style", "")):
                    del cell.attrib["style"]
                    cell.set("class", f"{cell.get('class', '')} {name}".strip())
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                if child.tag == "table" and "class" not in child.attrib:
                    parent[place] = _framed(child)


def _framed(table: etree.Element) -> etree.Element:
    heads = ", ".join(" ".join("".join(head.itertext()).split()) for head in table.iter("th"))
    frame = etree.Element(
        "div",
        {"class": "x-scroll", "role": "group", "tabindex": "0", "aria-label": f"Table: {heads}"},
    )
    table.set("class", "x-table")
    frame.append(table)
    frame.tail, table.tail = table.tail, None
    return frame
