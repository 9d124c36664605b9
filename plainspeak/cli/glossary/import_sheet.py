"""plainspeak glossary import: take in entries from a spreadsheet, after a report of what would change."""

from __future__ import annotations

import csv
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plainspeak.checking.glossary_file import OWN_FILE, GlossaryFile, own_file
from plainspeak.checking.trial import Trial, completed, with_open_ends
from plainspeak.cli.glossary.file_names import new_entries_file
from plainspeak.cli.glossary.saving import target
from plainspeak.cli.glossary.wording import SOMETHING_FOUND, counted_entries, problem_lines
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.streams import as_seen_from_here, deliver, tell
from plainspeak.documents.plain_text import decode, read_bytes
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import DocumentError, UsageError
from plainspeak.glossary.entry import FAMILIES, LEVELS, Entry
from plainspeak.glossary.exchange.csv_table import read_csv
from plainspeak.glossary.exchange.merge import Change, Merged, merge, rows_of
from plainspeak.glossary.exchange.xlsx import WorkbookError, read_xlsx
from plainspeak.glossary.problems import Problem, quoted
from plainspeak.glossary.save import with_differences, with_entries
from plainspeak.glossary.written_fields import Fields, Value, fields_of
from plainspeak.matching.store import load_compiled
from plainspeak.reports.counts import counted
from plainspeak.settings import load_settings

_ZIP = b"PK\x03\x04"


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    if len(options.sheet) != 1:
        raise UsageError("Give one sheet to take in.", "For example: plainspeak glossary import words.csv")
    settings = load_settings()
    entries = list(load_compiled(settings)[0].entries)
    sheet = options.sheet[0]
    rows, problems = rows_of(_table(sheet), as_seen_from_here(sheet))
    merged = merge(rows, entries, as_seen_from_here(sheet), _defaults(options))
    merged = merged._replace(changes=[_completed(change) for change in merged.changes])
    places = _places(merged.changes, options.file and str(new_entries_file(options.file, settings)))
    plans = [_planned(target(path, entries, settings), changes) for path, changes in places.items()]
    problems = [*problems, *merged.problems, *(told for plan in plans for told in _to_look_at(plan, sheet))]
    deliver(_report(merged, plans, problems), None)
    if options.apply:
        for plan in plans:
            _save(plan)
    elif merged.changes:
        tell("plainspeak: Nothing was saved. To save it, say the same again with --apply.")
    return SOMETHING_FOUND if any(problem.blocks for problem in problems) else 0


def _parser() -> Parser:
    parser = Parser(
        "glossary import",
        ["SHEET [--apply] [options]"],
        "Take in entries from a spreadsheet (csv or xlsx): one that plainspeak exported and you changed, or a filled-in\n"
        "voting sheet. You see what would change first; --apply saves it. Entries that the sheet does not hold stay, and so\n"
        "does whatever its columns do not speak of.",
        "A changed entry is saved in its own file; one that comes with plainspeak, and a new one, in a file of your own.\n"
        "From a voting sheet only rows with a yes are taken in, as drafts that nobody has agreed.\n\n"
        "For example: plainspeak glossary import vote.csv --family care --apply\n\n"
        "The exit status is 0 when every row could be used, 1 when some were left out, 2 when the sheet or the\n"
        "glossary cannot be used, and 3 when the sheet cannot be read.",
    )
    parser.add_argument("sheet", nargs="*", metavar="SHEET", help="a csv or xlsx file")
    parser.add_argument("--apply", action="store_true", help="save the changes")
    parser.add_argument(
        "--file", metavar="FILE", help=f"the glossary file to save to (default: see below; new ones: {OWN_FILE})"
    )
    parser.add_argument(
        "--family",
        type=one_of("family", FAMILIES),
        default="office",
        metavar="FAMILY",
        help="the family of new entries whose row has none (default: office)",
    )
    parser.add_argument(
        "--level",
        type=one_of("level", LEVELS),
        default="should",
        metavar="LEVEL",
        help="the level of new entries whose row has none (default: should)",
    )
    return parser


def _table(sheet: str) -> list[list[str]]:
    """The rows of a sheet, by what the file is and not by its name. Raises DocumentError."""
    data = read_bytes(Path(sheet))
    if data.startswith(_ZIP):
        try:
            return read_xlsx(data)
        except WorkbookError as error:
            raise DocumentError(f"{sheet} cannot be read: {error}.", "Save it again as xlsx or csv.") from None
    try:
        return read_csv(decode(data, sheet).text)
    except csv.Error as error:
        raise DocumentError(f"{sheet} is not a table ({error}).", "Save it again as csv.") from None


def _defaults(options: Namespace) -> Fields:
    return {"level": options.level, "family": options.family}


def _completed(change: Change) -> Change:
    old = fields_of(change.old) if change.old else {}
    return change._replace(fields=completed(with_open_ends(change.fields, old)))


def _places(changes: Sequence[Change], file: str | None) -> dict[str, list[Change]]:
    """The changes by the file that each goes to."""
    places: dict[str, list[Change]] = {}
    for change in changes:
        places.setdefault(file or _own_place(change.old), []).append(change)
    return places


def _own_place(old: Entry | None) -> str:
    if old is None or old.origin.layer == "shipped" or not old.origin.path.endswith((".yaml", ".yml")):
        return str(own_file())
    return old.origin.path


class _Plan(NamedTuple):
    """The changes that go to one file, the text of it before and after, and what check and test would say."""

    place: GlossaryFile
    changes: Sequence[Change]
    before: str
    after: str
    trial: Trial


def _planned(place: GlossaryFile, changes: Sequence[Change]) -> _Plan:
    before = place.text()
    after = _written(before, changes, place)
    return _Plan(place, changes, before, after, place.trial(before, after))


def _to_look_at(plan: _Plan, sheet: str) -> Iterator[Problem]:
    """What check and test would say of the new text, each by the row of the sheet that it comes from."""
    trial = plan.trial
    faults = trial.faults()
    failures = [] if any(fault.blocks for fault in faults) else trial.failures()
    for problem in (*faults, *failures):
        entry = next((one for one in reversed(trial.entries) if one.origin.line <= problem.line), None)
        fields = {"jargon": entry.jargon, "kind": entry.kind} if entry else {}
        row = next((change.row for change in plan.changes if fields.items() <= change.fields.items()), 0)
        blocks = problem.blocks and problem in faults
        yield Problem(as_seen_from_here(sheet), row, 1, problem.what, problem.to_do, blocks) if row else problem


def _report(merged: Merged, plans: Sequence[_Plan], problems: Sequence[Problem]) -> Iterator[str]:
    new = sum(change.old is None for change in merged.changes)
    passed = f", {merged.passed_over:,} without a yes" if merged.passed_over else ""
    yield f"{new:,} new, {len(merged.changes) - new:,} changed, {merged.same:,} the same{passed}.\n"
    for plan in plans:
        yield f"\nIn {plan.place.name}:\n"
        for change in plan.changes:
            yield from _told(change)
    if problems:
        yield f"\n{counted(len(problems), 'thing')} to look at (the numbers are the rows of the sheet):\n"
        yield from problem_lines(problems)


def _told(change: Change) -> Iterator[str]:
    name = f"{quoted(str(change.fields['jargon']))} ({change.fields['kind']}), row {change.row}"
    yield f"  {'Changed' if change.old else 'New'}: {name}\n"
    for field, before, after in change.differences:
        if change.old:
            yield f"    {field}: {_shown(before)} -> {_shown(after)}\n"
        elif field not in {"jargon", "kind"}:
            yield f"    {field}: {_shown(after)}\n"


def _shown(value: Value) -> str:
    if isinstance(value, list):
        return "; ".join(map(_shown, value)) or "nothing"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_shown(part)}" for name, part in value.items()) or "nothing"
    return value or "nothing"


def _save(plan: _Plan) -> None:
    """Save the changes that go to one file. Raises GlossaryError, and saves none of them, when the file could not be used."""
    place, changes, before, after, trial = plan
    faults = trial.faults()
    if any(fault.blocks for fault in faults):
        raise place.refusal(trial, faults)
    place.save(lambda text: after if text == before else _written(text, changes, place), before, save_bytes)
    tell(f"plainspeak: {counted_entries(len(changes))} saved in {place.name}.{place.not_in_force()}")


def _written(text: str, changes: Sequence[Change], place: GlossaryFile) -> str:
    """The text of a file with the changes made."""
    path = str(place.path)
    new: list[Fields] = []
    for change in changes:
        if change.old and Path(change.old.origin.path).resolve() == place.path.resolve():
            text = with_differences(text, fields_of(change.old), change.fields, path)
        else:
            new.append(change.fields)
    return with_entries(text, new, path)
