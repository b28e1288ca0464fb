"""The core schema of the record's models as data: what `jdparse.validation` reads in place of the models."""

import json
from collections.abc import Mapping
from typing import Any

from jdparse.records import File

_KEPT = ("pattern", "ge", "expected")
"""What a plain type may say beside its name. Another key fails, so that no constraint of a model is dropped unseen."""

_SILENT = ("type", "metadata")


def text() -> str:
    """The contents of `data/record.json`: one line, with a newline at the end."""
    File.model_rebuild()
    whole: Any = File.__pydantic_core_schema__
    named: Mapping[str, Any] = {part["ref"]: part for part in whole.get("definitions", ())}
    return json.dumps(plain(whole, named), ensure_ascii=False, separators=(",", ":")) + "\n"


def plain(schema: Any, named: Mapping[str, Any]) -> Any:
    """A core schema with `typed-dict` for models and `list` for tuples of one type, and nothing by reference."""
    match schema:
        case {"type": "definitions"}:
            return plain(schema["schema"], named)
        case {"type": "definition-ref"}:
            return plain(named[schema["schema_ref"]], named)
        case {"type": "model"}:
            fields = schema["schema"]["fields"]
            return {
                "type": "typed-dict",
                "fields": {name: field_schema(field["schema"], named) for name, field in fields.items()},
                "extra_behavior": schema["config"]["extra_fields_behavior"],
                "config": {"allow_inf_nan": schema["config"]["allow_inf_nan"]},
            }
        case {"type": "tuple", "items_schema": [items], "variadic_item_index": 0}:
            return {"type": "list", "items_schema": plain(items, named)}
        case {"type": "nullable"}:
            return {"type": "nullable", "schema": plain(schema["schema"], named)}
        case {"type": "union"}:
            return {"type": "union", "choices": [plain(choice, named) for choice in schema["choices"]]}
        case {"type": "str" | "int" | "float" | "bool" | "literal" as kind}:
            unknown = schema.keys() - {*_KEPT, *_SILENT}
            if unknown:
                raise NotImplementedError(f"{kind} with {', '.join(sorted(unknown))}")
            return {"type": kind, **{key: schema[key] for key in _KEPT if key in schema}}
        case _:
            raise NotImplementedError(schema["type"])


def field_schema(schema: Any, named: Mapping[str, Any]) -> Any:
    """A field, which has a default or is required."""
    if schema["type"] != "default":
        return {"type": "typed-dict-field", "required": True, "schema": plain(schema, named)}
    inner = plain(schema["schema"], named)
    whole = {"type": "default", "schema": inner}
    # An object that is left out has the defaults of its own fields; an empty one is validated to them.
    more = (
        {"default": {}, "validate_default": True} if inner["type"] == "typed-dict" else {"default": schema["default"]}
    )
    return {"type": "typed-dict-field", "schema": whole | more}
