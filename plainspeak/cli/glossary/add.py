"""plainspeak glossary add: add an entry, question by question or by options."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.cli.glossary.entry_options import add_entry_options, given_fields
from plainspeak.cli.glossary.file_names import new_entries_file
from plainspeak.cli.glossary.questions import ask_fields
from plainspeak.cli.glossary.saving import add_saving_options, target, try_and_save
from plainspeak.cli.parser import Parser
from plainspeak.errors import UsageError
from plainspeak.glossary.fields import NEEDS_ONE_OF
from plainspeak.glossary.save import with_entry
from plainspeak.glossary.written_fields import Fields
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings

_ENOUGH = ("jargon", "kind", "level", "family", "what_we_mean", "examples")


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    fields = {name: value for name, value in given_fields(options).items() if value}
    if options.words:
        if "jargon" in fields:
            raise UsageError("The jargon is given twice.", "Give it once, with --jargon or without.")
        fields["jargon"] = " ".join(options.words)
    settings = load_settings()
    glossary, _ = load_compiled(settings)
    entries = list(glossary.entries)
    place = target(options.file and new_entries_file(options.file, settings), entries, settings)
    questions = not _is_enough(fields)
    if questions:
        fields = ask_fields(fields)
    return try_and_save(
        place,
        fields,
        lambda text, new: with_entry(text, new, str(place.path)),
        options.documents,
        settings,
        questions=questions,
        dry_run=options.dry_run,
    )


def _is_enough(fields: Fields) -> bool:
    """Whether the options hold all that an entry must have, so that nothing need be asked."""
    return all(name in fields for name in _ENOUGH) and any(name in fields for name in NEEDS_ONE_OF)


def _parser() -> Parser:
    parser = Parser(
        "glossary add",
        ["[WORDS] [options]", "< ANSWERS"],
        "Add an entry. Without options you are asked for each part of it in turn; the answers may be piped in, one\n"
        "to a line. Nothing is asked when the options give all that an entry needs. Before anything is saved you see\n"
        "every form that the entry will find. An entry with a fault is not saved.",
        "For example:\n"
        "  plainspeak glossary add\n"
        "  plainspeak glossary add gizmo --kind noun --level must --family office --meaning 'A small thing.' \\\n"
        "      --say thing --flag 'We saw the gizmo.' --becomes 'We saw the thing.' --in letters/",
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the jargon, as you would look it up")
    add_saving_options(parser)
    add_entry_options(parser)
    return parser
