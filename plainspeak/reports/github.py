"""GitHub annotations: a line of workflow commands for each finding, which a run shows beside the lines of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step and leaves out the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from plainspeak.checking.finding import Finding
from plainspeak.glossary.entry import Level
from plainspeak.reports.advice import message
from plainspeak.reports.place import place_at_start
from plainspeak.reports.report import DocumentReport, Report
from plainspeak.reports.terminal import on_one_line

_COMMANDS: dict[Level, str] = {"must": "error", "should": "warning", "could": "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def print_github(report: Report) -> Iterator[str]:
    """The commands, each with its line end; a document that could not be read is an error."""
    for document in report.documents:
        yield from map(_line, _commands(document))


def _commands(document: DocumentReport) -> Iterator[tuple[str, dict[str, object], str]]:
    """The name of each command, its properties and its message."""
    path = PurePath(document.path).as_posix()
    if document.error:
        yield "error", {"file": path, "title": "Not checked"}, document.error
    for finding in document.findings:
        where: dict[str, object] = {"file": path, **_lines(finding)}
        said = f"{place_at_start(finding)}: {message(finding)}" if finding.place else message(finding)
        yield _COMMANDS[finding.level], {**where, "title": f"{finding.level.capitalize()} change"}, said


def _lines(finding: Finding) -> dict[str, object]:
    """The lines in the file; a document with paragraphs has none of its own."""
    if finding.place:
        return {}
    return {
        "line": finding.line,
        "endLine": finding.end_line,
        "col": finding.column,
        "endColumn": finding.end_column,
    }


def _line(command: tuple[str, dict[str, object], str]) -> str:
    name, properties, said = command
    written = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {written}::{_escaped(said, _IN_MESSAGE)}\n"


def _escaped(words: str, how: dict[int, str]) -> str:
    return on_one_line(words).translate(how)
