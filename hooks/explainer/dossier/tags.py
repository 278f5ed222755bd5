"""Signs that YAML keeps for itself before a value, ``!x`` and ``&x``, where people mean words.

YAML takes them away without a word: of ``event: !x Gates opened`` it reads "Gates opened".
"""

import json
import re
from collections.abc import Iterator

import yaml

_SIGN = re.compile(r"(?P<name>[!&]\S*)\s*(?P<words>.*)", re.DOTALL)


def tags(text: str, node: yaml.Node) -> Iterator[tuple[yaml.Mark, str]]:
    """Where such signs stand, and what is wrong with them with the way out.

    An anchor that an alias names is left to who tells of the alias.

    Args:
        text: the YAML.
        node: what it was read as.
    """
    return _inside(text, node, "", set()) if "!" in text or "&" in text else iter(())


def _inside(
    text: str, node: yaml.Node, key: str, seen: set[int]
) -> Iterator[tuple[yaml.Mark, str]]:
    if id(node) in seen:
        return
    seen.add(id(node))
    start = node.start_mark.index
    sign = _SIGN.match(text, start, node.end_mark.index)
    if sign and f"*{sign['name'][1:]}" not in text:
        yield node.start_mark, _message(node, sign, key)
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _inside(text, child, "", seen)
    elif isinstance(node, yaml.MappingNode):
        for name, child in node.value:
            yield from _inside(text, name, "", seen)
            yield from _inside(text, child, f"{name.value}: ", seen)


def _message(node: yaml.Node, sign: re.Match[str], key: str) -> str:
    if not isinstance(node, yaml.ScalarNode) or node.style or "\n" in sign[0]:
        return f"`{sign['name']}` is a sign of YAML's own and says nothing here; take it away"
    ready = json.dumps(sign[0], ensure_ascii=False)
    return f"words that begin with `{sign[0][0]}` stand between quotation marks: `{key}{ready}`"
