"""Merge: the rows of a sheet held against the entries that there are, before anything is changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plainspeak.errors import UsageError
from plainspeak.glossary.candidates import guess_kind
from plainspeak.glossary.entry import Entry, as_gloss
from plainspeak.glossary.exchange.rows import DATE_COLUMNS, HEADER, columns_of, fields_of_row, unguarded
from plainspeak.glossary.exchange.xlsx import day_of
from plainspeak.glossary.fields import ENTRY_FIELDS, NEEDS_ONE_OF
from plainspeak.glossary.naming import term_key
from plainspeak.glossary.problems import Problem, quoted
from plainspeak.glossary.written_fields import Fields, Value, fields_of, read_fields

DRAFT = "draft, not agreed"
"""What stands in the notes of an entry that was taken in from a voting sheet, or from somebody's list of words."""

NEEDED, SENTENCE = "do_we_need_it", "a_sentence"
"""Two columns that a voting sheet has beside those of an entry."""

_OTHER_NAMES = {
    "the_jargon": "jargon",
    **dict.fromkeys(
        ("the_words", "words", "word", "phrase", "word_or_phrase", "term", "acronym", "abbreviation"), "jargon"
    ),
    **dict.fromkeys(("meaning", "definition", "description", "explanation", "what_it_means"), "what_we_mean"),
    **dict.fromkeys(("say", "what_to_say_instead", "instead", "plain_english", "plain_words"), "say_instead"),
    "sentence": SENTENCE,
    "needed": NEEDED,
    "review": "review_by",
    "source": "sources",
}
_YES = frozenset(("yes", "y", "x", "1", "true", "✓", "✔"))
_NOT_IN_NAME = re.compile(r"[\W_]+")


class Row(NamedTuple):
    """One row of a sheet: its number in the sheet, counted from 1, and its cells by the names of their columns."""

    number: int
    cells: Mapping[str, str]


class Change(NamedTuple):
    """What a row would do: `old` is the entry that it is about (None: a new one), `fields` what that would hold then."""

    row: int
    old: Entry | None
    fields: Fields

    @property
    def differences(self) -> list[tuple[str, Value, Value]]:
        """The fields that would change, with what they hold before and after."""
        before = fields_of(self.old) if self.old else {}
        names = (field.name for field in ENTRY_FIELDS)
        return [
            (name, before.get(name, ""), self.fields.get(name, ""))
            for name in names
            if before.get(name) != self.fields.get(name)
        ]


class Merged(NamedTuple):
    """What a sheet would change, what it would leave as it is, and the rows that cannot be taken in."""

    changes: list[Change]
    same: int
    passed_over: int
    problems: list[Problem]


def rows_of(table: Sequence[Sequence[str]], path: str) -> tuple[list[Row], list[Problem]]:
    """The rows of a table below its header, blank ones left out; columns that are unknown are a problem each.

    Raises UsageError when the table has no column for the jargon.
    """
    header = [_column_name(name) for name in table[0]] if table else []
    if "jargon" not in header:
        what = f"{path} has no column called jargon."
        raise UsageError(what, "Write the names of the columns in its first row.")
    rows = [
        Row(number, {name: _cell(name, text) for name, text in zip(header, cells, strict=False) if name})
        for number, cells in enumerate(table[1:], 2)
        if any(cell.strip() for cell in cells)
    ]
    return rows, [
        Problem(path, 1, at, f"{quoted(name)} is not a column of the glossary.", "It is left out.", blocks=False)
        for at, name in enumerate(table[0], 1)
        if name.strip() and header[at - 1] not in _KNOWN
    ]


_KNOWN = frozenset((*HEADER, NEEDED, SENTENCE, "how_often", "documents"))


def _column_name(name: str) -> str:
    plain = _NOT_IN_NAME.sub("_", unguarded(name).strip().lower()).strip("_")
    return _OTHER_NAMES.get(plain, plain)


def _cell(column: str, text: str) -> str:
    return day_of(text.strip()) if column in DATE_COLUMNS else text


def merge(rows: Iterable[Row], entries: Iterable[Entry], path: str, defaults: Fields) -> Merged:
    """What the rows would change among `entries`. `defaults` are the fields of a new entry that its row leaves blank."""
    known: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        known.setdefault(term_key(entry.jargon, entry.kind), entry)
        known.setdefault((entry.jargon.lower(), ""), entry)
    merged = Merged([], 0, 0, [])
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        if NEEDED in row.cells and row.cells[NEEDED].strip().lower() not in _YES:
            merged = merged._replace(passed_over=merged.passed_over + 1)
            continue
        change = _change(row, known, defaults)
        key = term_key(str(change.fields.get("jargon", "")), str(change.fields.get("kind", "")))
        _, problems = read_fields(change.fields, "", path, row.number)
        if first := seen.setdefault(key, row.number):
            what = f"{quoted(key[0])} is also in row {first}."
            problems += [Problem(path, row.number, 1, what, "Make them one row.")] if first != row.number else []
        if any(problem.blocks for problem in problems):
            merged.problems.extend(problem for problem in problems if problem.blocks)
        elif change.differences:
            merged.changes.append(change)
        else:
            merged = merged._replace(same=merged.same + 1)
    return merged


def _change(row: Row, known: Mapping[tuple[str, str], Entry], defaults: Fields) -> Change:
    written = fields_of_row(row.cells)
    jargon, kind = str(written.get("jargon", "")), str(written.get("kind", ""))
    old = known.get(term_key(jargon, kind) if kind else (jargon.lower(), ""))
    if old is None:
        return Change(row.number, None, _new_fields(row, written, defaults))
    if not kind:  # somebody's list, in which terms may have capitals of their own
        written["jargon"] = old.jargon
    return Change(row.number, old, _laid_over(fields_of(old), written, row.cells))


def _laid_over(old: Fields, written: Fields, cells: Mapping[str, str]) -> Fields:
    """The old fields with those of the row in their place; a column that the sheet does not have changes nothing."""
    fields: Fields = {}
    for field in ENTRY_FIELDS:
        before, after = old.get(field.name, ""), written.get(field.name, "")
        columns = columns_of(field.name)
        if not any(column in cells for column in columns):
            value = before
        elif isinstance(before, dict) and len(columns) > 1:
            value = _parts_laid_over(field.name, before, after if isinstance(after, dict) else {}, cells)
        else:
            value = after
        if value:
            fields[field.name] = value
    return fields


def _parts_laid_over(name: str, before: Fields, after: Fields, cells: Mapping[str, str]) -> Fields:
    parts = next(field.fields for field in ENTRY_FIELDS if field.name == name)
    columns = dict(zip((part.name for part in parts), columns_of(name), strict=True))
    chosen = {part: (after if column in cells else before).get(part, "") for part, column in columns.items()}
    return {part: text for part, text in chosen.items() if text}


def _new_fields(row: Row, written: Fields, defaults: Fields) -> Fields:
    """The fields of a new entry; one from a voting sheet, or from a list that tells no kinds, is made ready to be a draft."""
    fields = {**defaults, **written}
    if "kind" not in row.cells and "jargon" in fields:
        fields["kind"] = guess_kind(str(fields["jargon"]))
    if NEEDED in row.cells or "kind" not in row.cells:
        fields = _as_draft(fields, row.cells.get(SENTENCE, ""))
    return {field.name: fields[field.name] for field in ENTRY_FIELDS if field.name in fields}


def _as_draft(fields: Fields, sentence: str) -> Fields:
    draft: Fields = {"agreed": {"notes": DRAFT}, **fields}
    meaning = str(fields.get("what_we_mean", ""))
    if meaning:
        draft["what_we_mean"] = meaning[:1].upper() + meaning[1:] + ("" if meaning.endswith((".", "?", "!")) else ".")
        if not any(name in fields for name in NEEDS_ONE_OF):
            draft["in_brackets"] = as_gloss(meaning)
    if sentence.strip() and "examples" not in fields:
        draft["examples"] = [{"flag": " ".join(unguarded(sentence).split())}]
    return draft
