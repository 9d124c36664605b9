"""plainspeak glossary edit: change an entry, question by question or by options."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plainspeak.checking.trial import with_open_ends
from plainspeak.cli.glossary.chosen import Written, written_entry
from plainspeak.cli.glossary.entry_options import add_entry_options, given_fields
from plainspeak.cli.glossary.questions import ask_fields
from plainspeak.cli.glossary.saving import add_saving_options, target, try_and_save
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.streams import tell
from plainspeak.glossary.entry import KINDS
from plainspeak.glossary.save import with_differences, with_entry
from plainspeak.glossary.written_fields import Fields, Value
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    given = given_fields(options)
    settings = load_settings()
    glossary, _ = load_compiled(settings)
    old = written_entry(" ".join(options.words), options.which, options.file, settings)
    place = target(old.file, list(glossary.entries), settings)
    if old.elsewhere:
        name = Path(old.elsewhere).name
        tell(f"plainspeak: It comes with plainspeak ({name}). Your change goes to {place.name}, which wins over it.")
    by_options = bool(given or options.new_examples)
    start: Fields = {**old.fields, "examples": []} if options.new_examples else old.fields
    fields = _changed(start, given) if by_options else _without_blanks(ask_fields(dict(old.fields), current=True))
    return try_and_save(
        place,
        with_open_ends(fields, old.fields),
        lambda text, new: _write(text, new, old, str(place.path)),
        options.documents,
        settings,
        questions=not by_options,
        dry_run=options.dry_run,
    )


def _write(text: str, fields: Fields, old: Written, path: str) -> str:
    if old.elsewhere:
        return with_entry(text, fields, path)
    return with_differences(text, old.fields, fields, path)


def _changed(old: Fields, given: Fields) -> Fields:
    """The fields with those given in place of the old ones; examples are added, and parts of a record put together."""
    fields = dict(old)
    for name, value in given.items():
        before = old.get(name)
        if name == "examples" and isinstance(before, list) and isinstance(value, list):
            fields[name] = [*before, *value]
        elif isinstance(before, dict) and isinstance(value, dict):
            fields[name] = {**before, **value}
        else:
            fields[name] = value
    return _without_blanks(fields)


def _without_blanks(fields: Fields) -> Fields:
    cleaned: dict[str, Value] = {
        name: {part: text for part, text in value.items() if text} if isinstance(value, dict) else value
        for name, value in fields.items()
    }
    return {name: value for name, value in cleaned.items() if value}


def _parser() -> Parser:
    parser = Parser(
        "glossary edit",
        ["WORDS [options]", "WORDS < ANSWERS"],
        "Change an entry. Without options you see each part of it in turn, and keep it or give another. Only what you\n"
        "change is written; everything else in the file stays as it is, to the letter. An entry that comes with\n"
        "plainspeak is changed in a file of your own, which wins over it, unless you name its file with --file.",
        'An option takes the place of what was there; "" empties it; --flag and --pass add an example.\n'
        "For example: plainspeak glossary edit holistic --say whole-person --agreed-by 'Readers group'",
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the term, in any form")
    parser.add_argument(
        "--which",
        type=one_of("kind", KINDS),
        metavar="KIND",
        help="which entry, where there are several: the noun, the verb …",
    )
    parser.add_argument("--new-examples", action="store_true", help="take out the examples that are there")
    add_saving_options(parser)
    add_entry_options(parser)
    return parser
