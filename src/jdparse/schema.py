"""The JSON Schema of the record, generated from the models of `jdparse.records`.

The file `schemas/jdparse-1.0.schema.json` is what `text` returns; `tools/generate.py` writes it, and a test fails when
it is out of date.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from jdparse.records import SCHEMA_VERSION, File

ID = f"https://jdparse.dev/schemas/jdparse-{SCHEMA_VERSION}.schema.json"
"""The `$id`: a name for the schema, not an address that anything is fetched from."""

ADDED: Mapping[str, tuple[str, ...]] = MappingProxyType({"Facets": ("driving_licence", "certificates")})
"""The keys that came after the first release of this major version, by object. jdparse writes them always, but they are
not required, so that a record of an older version stays valid: docs/schema-policy.md."""

_FIRST = ("title", "description", "$ref", "type", "properties", "required")


class _Generator(GenerateJsonSchema):
    """What pydantic writes, shorter where the record allows it, and in an order that reads well."""

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        # Every key is always present, so that a default would say nothing to who reads a record.
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        # JSON Schema 2020-12, Validation 6.1.1: `type` may be a list. An `enum` would have to list the null too.
        inner = self.generate_inner(schema["schema"])
        if isinstance(inner.get("type"), str) and "enum" not in inner:
            return {**inner, "type": [inner["type"], "null"]}
        return {"anyOf": [inner, {"type": "null"}]}

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        return cast("JsonSchemaValue", _ordered(value))


def _ordered(value: object, names: bool = False) -> object:
    """The schema with the keys of each part in a fixed order; `names`: its keys are names, whose order stands."""
    if isinstance(value, list):
        return [_ordered(item) for item in cast("list[object]", value)]
    if not isinstance(value, dict):
        return value
    parts = cast("dict[str, object]", value)
    keys = list(parts) if names else [key for key in _FIRST if key in parts] + sorted(parts.keys() - set(_FIRST))
    return {key: _ordered(parts[key], names=not names and key == "properties") for key in keys}


def json_schema() -> dict[str, Any]:
    """The schema of `File` as JSON Schema, draft 2020-12.

    It describes what jdparse writes: every key is required but those of `ADDED`, and no other is allowed.
    """
    schema = File.model_json_schema(schema_generator=_Generator, mode="serialization")
    definitions = cast("dict[str, Any]", schema.pop("$defs"))
    for name, keys in ADDED.items():
        definitions[name]["required"] = [key for key in definitions[name]["required"] if key not in keys]
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": ID,
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }


def text() -> str:
    """The schema as the contents of its file: indented by two spaces, Chinese as it is, with a newline at the end."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
