"""One settings file: its values by dotted name, and the line of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from plainspeak.errors import Problem

_HEADER = re.compile(r"\s*\[\[?\s*([\w.\-\"' ]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w.\-\"' ]+?)\s*=")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TOML_WORDS = {
    "Invalid value": "A value here cannot be read. Put quotation marks round words.",
    "Unclosed array": "A list is opened and never closed. Add ] at its end.",
    "Cannot overwrite a value": "A setting is given twice. Keep one of them.",
    "Cannot declare": "A table is given twice. Put all its settings under one heading.",
    "Illegal character": "Words in quotation marks must end on the same line. Add the closing mark.",
    "Unescaped '\\'": "A backslash cannot stand here. Use single quotation marks, or write / in a path.",
    "Expected '=' after a key": "There is no = in this line. Write name = value.",
}


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """`values` has 'glossary.off' for what stands under [glossary]; other tables are values themselves."""

    path: Path
    values: dict[str, object]
    lines: dict[str, list[int]]

    def line_of(self, name: str) -> int:
        """The 1-based line of a setting, or of the table that it stands in."""
        while name and name not in self.lines:
            name = name.rpartition(".")[0]
        return self.lines[name][0] if name else 1


def read_settings_file(path: Path, problems: list[Problem]) -> SettingsFile | None:
    """Read one file; what is wrong with it as TOML goes to `problems`."""
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        problems.append(
            Problem(str(path), 1, 1, f"The file cannot be read: {error.strerror}.", "Check that you may open it.")
        )
    except UnicodeDecodeError:
        problems.append(
            Problem(str(path), 1, 1, "The file is not saved as UTF-8.", "Save it again with the encoding UTF-8.")
        )
    except tomllib.TOMLDecodeError as error:
        problems.append(_toml_problem(path, text, str(error)))
    else:
        prefix = ""
        if path.name == "pyproject.toml":
            prefix = "tool.plainspeak."
            data = data.get("tool", {}).get("plainspeak", {})
        return SettingsFile(path, _by_dotted_name(data), _lines(text, prefix))
    return None


def with_words(text: str, name: str, value: str) -> str:
    """The text of a settings file with the setting `name`, which stands in no table, holding the words `value`.

    Only its own line changes. A file that does not have it yet gets the line before its first table, where it belongs.
    """
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    line = f'{name} = "{quoted}"'
    lines = text.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in text else "\n"
    for number, old in enumerate(lines):
        key = _KEY.match(old)
        if key and _dotted(key[1]) == name:
            lines[number] = line + (old[len(old.rstrip("\r\n")) :] or end)
            return "".join(lines)
        if _HEADER.match(old):
            return "".join([*lines[:number], line + end, end, *lines[number:]])
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    return "".join([*lines, line + end])


def _by_dotted_name(data: dict[str, object]) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, value in data.items():
        if name == "glossary" and isinstance(value, dict):
            values.update((f"glossary.{inner}", item) for inner, item in value.items())
        else:
            values[name] = value
    return values


def _lines(text: str, prefix: str) -> dict[str, list[int]]:
    """The lines on which each table and each key stands, by dotted name without `prefix`."""
    lines: dict[str, list[int]] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _dotted(header[1])
            name = table
        elif key := _KEY.match(line):
            name = f"{table}.{_dotted(key[1])}".lstrip(".")
        else:
            continue
        if f"{name}.".startswith(prefix):
            lines.setdefault(name.removeprefix(prefix), []).append(number)
    return lines


def _dotted(name: str) -> str:
    return ".".join(part.strip(" \"'") for part in name.split("."))


def _toml_problem(path: Path, text: str, message: str) -> Problem:
    place = _PLACE.search(message)
    at_end = (text.count("\n") + 1, 1)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else at_end
    message = _PLACE.sub("", message)
    known = next((words for start, words in _TOML_WORDS.items() if message.startswith(start)), "")
    what = known or f"This cannot be read as TOML: {message[:1].lower()}{message[1:]}."
    return Problem(str(path), line, column, what, "" if known else "Look at this line and the one before it.")
