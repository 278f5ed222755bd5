"""The reference page for contributors, made from what checks their files and pages.

What a file may say comes from the formats' schemas, what a page may show from the vocabulary of
blocks: neither is described anywhere else.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from explainer.dossier.schemas import FORMATS, Format
from explainer.pages.vocabulary import TAKES, VOCABULARY, Block

Schema = Mapping[str, Any]

_HEAD = """\
---
title: Reference
made_from: the models in hooks/explainer/ and pages/vocabulary.py there, by scripts/schemas
---

# Reference

Every key of every file that you write, and every block. `scripts/schemas` makes this page from what
checks your files; how to use it all is told in [Contributing](contributing.md).

Values are text as you write it: `no` and `2023` stay the words that they are. Only where the table says
that a key takes `true` or `false` are these two no text but yes and no. A text with a colon and a space
in it, or one that begins with a sign, stands between quotation marks.
"""

_EDITORS = """\
## In your editor

An editor that knows YAML (such as VS Code with its YAML extension) completes keys and marks mistakes
while you write, if the file begins with a line that names its schema:

```yaml
# yaml-language-server: $schema=../docs/schemas/article.json
```

Of front matter inside Markdown no editor does that; `scripts/problems` tells its mistakes.
"""

_BLOCKS = """\
## Blocks

Options are indented by four spaces, directly below the head; those in **bold** are needed.

| Block | What it shows | Options |
|---|---|---|
"""

_OPTIONS = """\
| An option that takes | is given |
|---|---|
"""


def reference() -> str:
    """The whole page, as Markdown."""
    formats = "\n".join(line for one in FORMATS for line in _format(one))
    blocks = "".join(f"{_block(block)}\n" for block in VOCABULARY.values())
    takes = "".join(f"| {name} | {words} |\n" for name, words in TAKES.items())
    return "\n".join([_HEAD, formats, _BLOCKS + blocks, _OPTIONS + takes, _EDITORS])


def _format(one: Format) -> Iterator[str]:
    schema = one.schema()
    yield f"## {one.name.capitalize()}\n"
    yield f"`{one.file}` ([schema](schemas/{one.name}.json)): {_lower(schema['description'])}\n"
    yield from _table(schema, schema.get("$defs", {}))


def _table(model: Schema, models: Schema) -> Iterator[str]:
    """The keys of a model, then those of the models that stand in it."""
    yield "| Key | Takes | What it says |\n|---|---|---|"
    needed = model.get("required", ())
    for name, value in sorted(model["properties"].items(), key=lambda item: item[0] not in needed):
        takes = _takes(value) + (" (needed)" if name in needed else "")
        yield f"| `{name}` | {takes} | {_cell(value['description'])} |"
    yield ""
    for name, value in model["properties"].items():
        if inner := _model(value):
            found = models[inner]
            each = "Each of " if _listed(value) else ""
            yield f"**{each}`{name}`**: {_lower(found['description'])}{_one_of(found)}\n"
            yield from _table(found, models)


def _one_of(model: Schema) -> str:
    keys = [f"`{key}`" for one in model.get("oneOf", ()) for key in one["required"]]
    return f" Exactly one of {', '.join(keys)} is needed." if keys else ""


def _listed(value: Schema) -> bool:
    return any(v.get("type") == "array" for v in (value, *value.get("anyOf", ())))


def _takes(value: Schema) -> str:
    """What a value looks like, in words."""
    value = next((v for v in value.get("anyOf", ()) if v.get("type") != "null"), value)
    given = value.get("examples", ())
    examples = " or ".join(f"`{json.dumps(e) if isinstance(e, bool) else e}`" for e in given)
    if given and isinstance(given[0], bool):
        return examples
    if "enum" in value:
        return " or ".join(f"`{word}`" for word in value["enum"])
    if value.get("type") == "array":
        return "a list, see below" if _model(value) else f"a list: {_takes(value['items'])}"
    if value.get("type") == "object" or "$ref" in value:
        return "keys of its own" + (", see below" if "$ref" in value else "")
    shape = {"date": "a day", "uri": "an address, `https://…`"}.get(value.get("format", ""), "text")
    return f"{shape}, such as {examples}" if examples else shape


def _model(value: Schema) -> str:
    """The name of the model that a value is, or holds a list of; "" if none."""
    for inner in (value, *value.get("anyOf", ())):
        ref = inner.get("$ref") or inner.get("items", {}).get("$ref", "")
        if ref:
            return str(ref).rpartition("/")[2]
    return ""


def _block(block: Block) -> str:
    options = ", ".join(
        (f"**`{name}`**" if name in block.required else f"`{name}`")
        + (f" ({takes})" if takes != name else "")
        for name, takes in block.options.items()
    )
    return f"| `{block.name}` | {_cell(block.shows)} | {options} |"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _lower(words: str) -> str:
    """Words that go on a sentence."""
    return words[:1].lower() + words[1:]
