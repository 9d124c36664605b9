"""plainspeak glossary remove: take an entry out of its file."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.cli.glossary.chosen import written_entry
from plainspeak.cli.glossary.questions import agree
from plainspeak.cli.glossary.saving import NOT_SAVED, target
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.streams import deliver, tell
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import KINDS
from plainspeak.glossary.save import without_entry
from plainspeak.glossary.yaml_writing import entry_lines
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    settings = load_settings()
    glossary, _ = load_compiled(settings)
    old = written_entry(" ".join(options.words), options.which, options.file, settings)
    jargon, kind = str(old.fields["jargon"]), str(old.fields["kind"])
    if old.elsewhere:
        raise UsageError(
            f'The entry "{jargon}" comes with plainspeak.',
            f'To leave it alone, write off = ["{jargon}"] below [glossary] in plainspeak.toml. '
            "To take it out of its file, name that with --file.",
        )
    place = target(old.file, list(glossary.entries), settings)
    before = place.text()
    after = without_entry(before, jargon, kind, str(place.path))
    trial = place.trial(before, after)
    if problems := trial.faults():
        raise place.refusal(trial, problems)
    deliver(["\n".join(entry_lines(old.fields, 0)) + "\n"], None)
    if options.dry_run or not (options.yes or agree(f"Take this entry out of {place.name}?")):
        tell("plainspeak: Nothing was changed.")
        return 0 if options.dry_run else NOT_SAVED
    place.save(lambda text: without_entry(text, jargon, kind, str(place.path)), before, save_bytes)
    tell(f'plainspeak: "{jargon}" was taken out of {place.name}.')
    return 0


def _parser() -> Parser:
    parser = Parser(
        "glossary remove",
        ["WORDS [options]"],
        "Take an entry out of its file. It is shown, and you are asked first. Everything else in the file stays as it is.",
        "For example: plainspeak glossary remove gizmo --yes",
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the term, in any form")
    parser.add_argument(
        "--which",
        type=one_of("kind", KINDS),
        metavar="KIND",
        help="which entry, where there are several: the noun, the verb …",
    )
    parser.add_argument("--file", metavar="FILE", help="the glossary file (default: the one that the entry stands in)")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument("--dry-run", action="store_true", help="show the entry, and change nothing")
    return parser
