"""The models of the record as one validator that works on plain data, without loading the models.

Importing `jdparse.records` and building its validator takes 12 times a bare interpreter's start, pydantic-core alone 4
times (`make bench`, "cold parse"; one file in a process pays it once). So what the command line needs of the models
stands in `data/record.json`: their core schema, with objects for models and lists for tuples, which `tools/generate.py`
writes and a test compares with the models. It refuses and completes exactly what they do.
"""

from functools import cache
from importlib.resources import files
from typing import Any

from pydantic_core import SchemaValidator, from_json

Data = dict[str, Any]
"""A record as JSON has it: dicts with every key of the models in their order, lists, strings, numbers, None."""


@cache
def _core_schema() -> Any:
    schema = from_json(files("jdparse").joinpath("data", "record.json").read_bytes())
    _give_factories(schema)
    return schema


def _give_factories(schema: Any) -> None:
    """Has empty lists and objects made anew for each record: a default would be copied by `copy.deepcopy`."""
    if isinstance(schema.get("default"), list | dict):
        schema["default_factory"] = type(schema.pop("default"))
    for part in (schema.get("schema"), schema.get("items_schema"), *schema.get("fields", {}).values()):
        if part is not None:
            _give_factories(part)


@cache
def _validator() -> SchemaValidator:
    return SchemaValidator(_core_schema())


def validated(tree: Data) -> Data:
    """The record with every key, in the order of the models; a key that the tree leaves out has its default.

    Raises pydantic_core.ValidationError, which is pydantic's, for a tree that the models would refuse.
    """
    data: Data = _validator().validate_python(tree)
    return data


@cache
def keys(part: str) -> frozenset[str]:
    """The keys of an object that a record has at its top: `source`. Raises KeyError where there is none."""
    field = _core_schema()["fields"][part]["schema"]
    while field["type"] != "typed-dict":  # a default, or what may be null
        field = field["schema"]
    return frozenset(field["fields"])
