"""The formats that people write, and a JSON Schema of each, made from the model that checks it.

Editors read the schemas (``# yaml-language-server: $schema=…``), and the reference page for
contributors is made from them, so that checks, editors and page cannot disagree.
"""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from explainer.dossier.actors import GivenActor
from explainer.dossier.curated import Page
from explainer.dossier.events import GivenEvent
from explainer.dossier.notes import Notes
from explainer.dossier.questions import GivenQuestion


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that people write.

    Args:
        name: its schema is ``docs/schemas/<name>.json``.
        file: where such a file stands, from the project's root.
        model: what it may say.
    """

    name: str
    file: str
    model: type[BaseModel]

    def schema(self) -> dict[str, Any]:
        """The JSON Schema, which takes what the model takes.

        It has no address of its own: nobody knows where a site will stand.
        """
        made = self.model.model_json_schema(schema_generator=_AsWritten)
        for model in (made, *made.get("$defs", {}).values()):
            # A model's name and marks in code are for those who read Python.
            model.pop("title", None)
            model["description"] = " ".join(model["description"].replace("``", "`").split())
        if issubclass(self.model, Page):
            # What a kind asks for comes before what every page may say.
            keys = made["properties"].items()
            made["properties"] = dict(sorted(keys, key=lambda item: item[0] in Page.model_fields))
        title = f"{self.name.capitalize()}: {self.file}"
        return {"$schema": _AsWritten.schema_dialect, "title": title, **made}


#: All of them, in the order in which contributors need them.
FORMATS = (
    Format("article", "seeds/<article>.yml", Notes),
    Format("actor", "docs/actors/<actor>.md", GivenActor),
    Format("question", "docs/questions/<question>.md", GivenQuestion),
    Format("event", "docs/events/<event>.md", GivenEvent),
)


class _AsWritten(GenerateJsonSchema):
    """Schemas for YAML as people write it and editors read it."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Where we read ``2023`` or ``true`` as the words that they are, an editor reads no text."""
        made = super().str_schema(schema)
        return made if "pattern" in made else {**made, "type": ["string", "number", "boolean"]}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """A key that says nothing unless it is written has no default worth telling."""
        made = super().default_schema(schema)
        return made if made.get("default") else {k: v for k, v in made.items() if k != "default"}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """A key's name is its title."""
        return False
