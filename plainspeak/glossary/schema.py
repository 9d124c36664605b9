"""The JSON Schema (draft-07) of a glossary file, for editors that complete and check as one types.

``python -m plainspeak.glossary.schema`` writes `schema.json` beside this file, from the table of fields.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from plainspeak.glossary.fields import ENTRY_FIELDS, FILE_FIELDS, NEEDS_ONE_OF, Field

SCHEMA_FILE = Path(__file__).parent / "schema.json"

_NOT_BLANK = r"\S"
_DATE = r"^\d{4}-\d\d-\d\d$"
_PATTERN = r"^[^{}]*\{\}[^{}]*$"


def glossary_schema() -> dict[str, Any]:
    """The schema of a glossary file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A plainspeak glossary file",
        **_record_schema(FILE_FIELDS),
        "definitions": {
            "entry": {
                **_record_schema(ENTRY_FIELDS),
                "anyOf": [{"required": [name]} for name in (*NEEDS_ONE_OF, "look_up")],
            }
        },
    }


def _record_schema(fields: tuple[Field, ...]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: {"description": field.about, **_field_schema(field)} for field in fields},
    }
    if must := [field.name for field in fields if field.must]:
        schema["required"] = must
    return schema


def _field_schema(field: Field) -> dict[str, Any]:
    words = _words_schema(field)
    match field.shape:
        case "words":
            return words
        case "list":
            return {"anyOf": [words, {"type": "array", "items": words}]}
        case "record":
            return _record_schema(field.fields)
        case "records":
            return _records_schema(field)


def _records_schema(field: Field) -> dict[str, Any]:
    if field.fields is ENTRY_FIELDS:
        return {"type": ["array", "null"], "items": {"$ref": "#/definitions/entry"}}
    record = _record_schema(field.fields)
    if field.name == "examples":
        record["oneOf"] = [{"required": ["flag"]}, {"required": ["pass"], "not": {"required": ["becomes"]}}]
    if not field.short:
        return {"type": "array", "items": record}
    words = _words_schema(next(inner for inner in field.fields if inner.name == field.short))
    return {"anyOf": [words, {"type": "array", "items": {"anyOf": [words, record]}}]}


def _words_schema(field: Field) -> dict[str, Any]:
    """Words may be written as a bare number, such as 111."""
    if field.choices:
        return {"enum": list(field.choices)}
    if field.form:
        return {"type": "string", "pattern": _DATE if field.form == "date" else _PATTERN}
    words: dict[str, Any] = {"type": ["string", "number"]}
    return words if field.may_be_blank else words | {"pattern": _NOT_BLANK}


def schema_text() -> str:
    """The schema as it stands in `schema.json`."""
    return json.dumps(glossary_schema(), indent=2) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
