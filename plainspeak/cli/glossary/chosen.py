"""The entry that a person names on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from plainspeak.cli.glossary.file_names import glossary_file
from plainspeak.cli.glossary.wording import SOMETHING_FOUND
from plainspeak.cli.left_out import told_left_out
from plainspeak.cli.streams import as_seen_from_here, deliver, tell
from plainspeak.errors import GlossaryError, UsageError
from plainspeak.glossary.card import heading
from plainspeak.glossary.entry import Entry, Glossary
from plainspeak.glossary.load import as_written, load_file
from plainspeak.glossary.written_fields import Fields
from plainspeak.matching.left_out import left_out
from plainspeak.matching.lexicon import Lexicon, compile_lexicon
from plainspeak.matching.lookup import Lookup
from plainspeak.matching.store import load_compiled
from plainspeak.settings import Settings, load_settings


class Written(NamedTuple):
    """What is written in an entry, and the file that a change to it goes to: None for the person's own.

    `elsewhere` is the file that it stands in, when that is not the one that changes.
    """

    fields: Fields
    file: str | None
    elsewhere: str = ""


class NoEntryError(UsageError):
    """No entry covers the words that a person gave."""


def look_up(asked: str, glossary: Glossary, lexicon: Lexicon, settings: Settings) -> list[Entry]:
    """The entries that have the words asked for as a term, in any form. Raises NoEntryError when there is none."""
    if not asked.strip():
        raise UsageError("Say which entry.", 'Give its term, for example: "service user".')
    answer = Lookup(glossary, lexicon).answer(asked)
    if answer.way not in {"none", "parts", "see also", "initials"}:
        return list(answer.entries)
    if out := left_out(asked, settings, glossary):
        raise NoEntryError("\n".join([f'No entry in force covers "{asked}".', *map(told_left_out, out)]))
    near = answer.entries[0].jargon if answer.entries else _nearest(asked, glossary)
    raise NoEntryError(f'No entry covers "{asked}".', f'Did you mean "{near}"?' if near else "")


def show_looked_up(words: Sequence[str], shown: Callable[[Entry], str]) -> int:
    """Show the entries that `words` name, an empty line between two. Returns the exit status: 1 when there is none."""
    settings = load_settings()
    glossary, lexicon = load_compiled(settings)
    try:
        entries = look_up(" ".join(words), glossary, lexicon, settings)
    except NoEntryError as error:
        tell(f"plainspeak: {error}")
        return SOMETHING_FOUND
    deliver(["\n".join(map(shown, entries))], None)
    return 0


def _nearest(asked: str, glossary: Glossary) -> str:
    from plainspeak.glossary.search import find

    return next((hit.entry.jargon for hit in find(asked, glossary.entries, 1)), "")


def written_entry(asked: str, which: str | None, file: str | None, settings: Settings) -> Written:
    """The one entry that `asked` names: in the file named, else in force.

    `which` is its kind, where there are several. Raises UsageError when there is none or more than one, and GlossaryError
    when the file cannot be used.
    """
    glossary, lexicon = load_compiled(settings)
    if file:
        file = str(glossary_file(file, settings))
        entries, problems = load_file(Path(file), "project")
        if blocking := [problem for problem in problems if problem.blocks]:
            raise GlossaryError.of(blocking)
        glossary, lexicon = Glossary(entries), compile_lexicon(entries)
    entry = _the_one(asked, which, look_up(asked, glossary, lexicon, settings))
    if not entry.origin.path.endswith((".yaml", ".yml")):
        raise UsageError(
            f'"{entry.jargon}" stands in {as_seen_from_here(entry.origin.path)}, line {entry.origin.line}.',
            "Change it there by hand.",
        )
    fields = as_written(entry)
    if file or entry.origin.layer != "shipped":
        return Written(fields, entry.origin.path)
    return Written(fields, None, entry.origin.path)


def _the_one(asked: str, which: str | None, entries: Sequence[Entry]) -> Entry:
    """Of the entries found the one of the kind asked for; the one that has the words as its jargon wins."""
    chosen = [entry for entry in entries if which in (None, entry.kind)]
    named = [entry for entry in chosen if entry.jargon.lower() == asked.lower().strip()]
    chosen = named or chosen
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        raise UsageError(f'There is no {which} "{asked}".', f"There is: {', '.join(map(heading, entries))}.")
    if len({entry.kind for entry in chosen}) < len(chosen):
        raise UsageError(
            f'"{asked}" is in several entries.', f"Give the term of one: {', '.join(map(heading, chosen))}."
        )
    kinds = " or ".join(entry.kind for entry in chosen)
    raise UsageError(f'There are several entries for "{asked}".', f"Say --which {kinds}.")
