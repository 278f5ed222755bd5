"""How exports are written: records as JSON, always the same bytes, and the schemas of records."""

import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.json_schema import GenerateJsonSchema

from explainer.problems import UNSEEN


class Record(BaseModel):
    """A part of an export."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def written(record: Record) -> str:
    """A record as JSON, a line for each thing that people might look for.

    Characters that nobody could see, or that turn the text round, are written as ``\\u202e``: who
    reads the file gets them back, who looks at it is not misled.
    """
    made = record.model_dump(mode="json", by_alias=True)
    text = json.dumps(made, ensure_ascii=False, indent=1)
    return re.sub(UNSEEN, lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def in_script(value: object) -> str:
    """JSON for a ``<script>``: nothing in it can end the script or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return re.sub(f"[<>&\u2028\u2029]|{UNSEEN}", lambda found: f"\\u{ord(found[0]):04x}", text)


def json_schema(model: type[Record], title: str) -> dict[str, Any]:
    """The JSON Schema of an export."""
    made = model.model_json_schema(mode="serialization", schema_generator=_Plain)
    for part in (made, *made.get("$defs", {}).values()):
        part.pop("title", None)
        part["description"] = " ".join(part["description"].split())
    return {"$schema": _Plain.schema_dialect, "title": title, **made}


def schema_text(schema: Mapping[str, Any]) -> str:
    """A schema as a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


class _Plain(GenerateJsonSchema):
    """Schemas without names that only repeat those of the keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False
