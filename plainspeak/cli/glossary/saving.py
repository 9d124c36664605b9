"""An entry tried out, shown and saved: what `add`, `edit`, `remove` and `import` have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from plainspeak.checking.glossary_file import OWN_FILE, GlossaryFile, own_file
from plainspeak.checking.trial import Trial, completed
from plainspeak.cli.glossary.entry_options import FIELD_OF_OPTION
from plainspeak.cli.glossary.questions import QUESTIONS, agree, ask, ask_field, with_examples
from plainspeak.cli.glossary.your_documents import YourDocuments
from plainspeak.cli.parser import Parser
from plainspeak.cli.streams import as_seen_from_here, deliver, tell
from plainspeak.documents.saving import save_bytes
from plainspeak.errors import GlossaryError, UsageError, did_you_mean
from plainspeak.glossary.card import whole_card
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.layers import layer_of
from plainspeak.glossary.standing import origin_line, terms_taken, why_left_out
from plainspeak.glossary.written_fields import Fields
from plainspeak.matching.forms import forms_of
from plainspeak.reports.counts import counted
from plainspeak.reports.report import DocumentReport, Report
from plainspeak.reports.terminal import on_one_line
from plainspeak.reports.text import print_text
from plainspeak.settings import Settings
from plainspeak.version import __version__

NOT_SAVED = 1
_FEW = 3

Writing = Callable[[str, Fields], str]
"""The text of a file with an entry of these fields written into it."""


def target(file: str | Path | None, entries: Sequence[Entry], settings: Settings) -> GlossaryFile:
    """The file named, or the person's own. Raises UsageError when no glossary file can be kept there."""
    path = Path(file) if file else own_file()
    if path.suffix not in (".yaml", ".yml"):
        raise UsageError(f"{path} is no name for a glossary file.", f"Give one that ends in .yaml: {path.stem}.yaml.")
    if path != own_file() and not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent}.", "Make it first, or name a file in another folder.")
    return GlossaryFile(path, layer_of(path, settings), entries, as_seen_from_here(path))


def add_saving_options(parser: Parser) -> None:
    """Add the options that say where an entry is saved, and what to show before."""
    parser.add_argument(
        "--file", metavar="FILE", help=f"the glossary file to save to (default: {OWN_FILE} of your own)"
    )
    parser.add_argument(
        "--in",
        dest="documents",
        nargs="+",
        default=[],
        metavar="PATH",
        help="files and folders: show what the entry would flag there before it is saved",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would be saved, and save nothing")


def try_and_save(
    place: GlossaryFile,
    fields: Fields,
    writing: Writing,
    documents: Sequence[str],
    settings: Settings,
    *,
    questions: bool,
    dry_run: bool,
) -> int:
    """Try an entry out, show it and save it. Returns the exit status.

    With `questions` the person may put right what is wrong, and is asked before anything is saved. Raises GlossaryError
    when the entry is refused.
    """
    while True:
        before = place.text()
        fields = completed(fields)
        after = writing(before, fields)
        if after == before:
            tell(f"plainspeak: Nothing to save: {place.name} says just that already.")
            return 0
        trial = place.trial(before, after)
        problems = trial.problems()
        if not problems:
            break
        if not questions:
            raise place.refusal(trial, problems)
        fields = _put_right(fields, map(trial.told, problems))
    deliver(_preview(trial, documents, settings), None)
    if dry_run or (questions and not agree(f"Save it in {place.name}?")):
        tell("plainspeak: Nothing was saved.")
        return 0 if dry_run else NOT_SAVED
    place.save(lambda text: writing(text, fields), before, save_bytes)
    tell(f"plainspeak: Saved in {place.name}.{place.not_in_force()}")
    for entry in trial.new_entries if place.layer else ():
        if why := why_left_out(entry, settings):
            tell(f'plainspeak: "{entry.jargon}" is not in force: {as_seen_from_here(why)}.')
    return 0


def _put_right(fields: Fields, problems: Iterable[str]) -> Fields:
    """The fields with a new answer in the one that the person names. Raises GlossaryError when they give up."""
    for problem in problems:
        tell(on_one_line(as_seen_from_here(problem)))
    questions = {question.field: question for question in QUESTIONS}
    unknown = f"The fields are: {', '.join(questions)}."
    answer = ask(
        "Which field do you want to put right? Enter: none, and save nothing.",
        lambda words: (
            "" if not words or _field_named(words) in questions else did_you_mean(words, questions) or unknown
        ),
    )
    name = _field_named(answer)
    if not name:
        raise GlossaryError("Nothing was saved.")
    if name in {"flag", "becomes", "pass"}:
        fields.pop("examples", None)
    ask_field(fields, questions[name])
    if name == "flag":
        ask_field(fields, questions["becomes"])
    return with_examples(fields)


def _field_named(words: str) -> str:
    """The field that a person means: by its name in the file, or by that of its option."""
    return FIELD_OF_OPTION.get(words.lower(), words)


def _preview(trial: Trial, documents: Sequence[str], settings: Settings) -> Iterator[str]:
    """The entries as they would be: each on a card, its forms, what it takes the place of and what it would flag."""
    for entry in trial.new_entries:
        yield from (f"{line}\n" for line in whole_card(entry))
        yield f"It will be found as: {'; '.join(form.text for form in forms_of(entry))}\n"
    for entry in trial.replaced():
        taken = [term for new in trial.new_entries for term in terms_taken(new, entry)]
        what = f'"{"; ".join(taken)}" from' if taken else "the place of"
        yield f'It takes {what} "{entry.jargon}", {as_seen_from_here(origin_line(entry))}\n'
    for entry in trial.outranked_by():
        yield f'It is not in force here: "{entry.jargon}", {as_seen_from_here(origin_line(entry))}, wins over it.\n'
    if warnings := trial.warnings():
        places = counted(len(warnings), "place")
        yield f"{places} in entries that come with plainspeak would then be jargon, such as:\n"
        named = (warning._replace(path=Path(warning.path).name) for warning in warnings[:_FEW])
        yield from (f"  {on_one_line(str(warning))}\n" for warning in named)
    if documents:
        yield "In your documents:\n"
        yield from print_text(Report(_reports(trial, YourDocuments(documents, settings.exclude)), __version__, 0, ""))


def _reports(trial: Trial, documents: YourDocuments) -> Iterator[DocumentReport]:
    """What the entries would flag in each document."""
    ids = {entry.id for entry in trial.new_entries}
    for document in documents:
        checked = trial.checker.check(document.text, document.masks)
        yield DocumentReport(
            document.path,
            document.format,
            tuple(finding for finding in checked.findings if finding.entry in ids),
            tuple(left for left in checked.left_alone if left.entry in ids),
        )
