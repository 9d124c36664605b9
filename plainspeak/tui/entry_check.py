"""Entry check: what an entry that is being written would find, while it is being written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plainspeak.checking.checker import Checker
from plainspeak.checking.examples import apply_first
from plainspeak.checking.trial import completed
from plainspeak.glossary.entry import Entry, Example, Glossary
from plainspeak.glossary.written_fields import Fields, read_fields
from plainspeak.matching.forms import forms_of
from plainspeak.tui.entry_fields import in_form_words

_STAND_IN: Fields = {"kind": "phrase", "level": "should", "family": "office", "what_we_mean": "Something."}
_VERDICTS = {
    (True, True): "\u2713 found",
    (True, False): "\u2717 NOT FOUND",
    (False, False): "\u2713 left alone",
    (False, True): "\u2717 FOUND, but should be left",
}
_MOST_DRAFT = 300_000  # code points; a longer draft is looked at up to there


class Tried(NamedTuple):
    """A sentence of the entry tried out: whether it should be found, whether it is, and what it becomes."""

    sentence: str
    should: bool
    found: bool
    becomes: str


class EntryCheck(NamedTuple):
    """What there is to say of an entry as it stands. `in_draft` holds the sentences of the draft that it would flag."""

    problems: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    tried: tuple[Tried, ...] = ()
    in_draft: tuple[str, ...] = ()


def check_entry_now(fields: Fields, draft: str) -> EntryCheck:
    """Check the fields of an entry by themselves, without the rest of the glossary; `draft` is the text being written."""
    whole = completed(fields)
    problems = tuple(in_form_words(f"{one.what} {one.to_do}".strip()) for one in read_fields(whole, "", "", 1)[1])
    entry, _ = read_fields({**_STAND_IN, **whole}, "", "", 1)
    if entry is None or not entry.jargon.strip():
        return EntryCheck(problems)
    checker = Checker(Glossary([entry]))
    tried = tuple(_tried(checker, entry, example) for example in entry.examples)
    findings = checker.check(draft[:_MOST_DRAFT]).findings
    sentences = tuple(finding.sentence for finding in findings if finding.entry == entry.id)
    return EntryCheck(problems, tuple(shown_forms(entry)), tried, sentences)


def shown_forms(entry: Entry) -> list[str]:
    """The forms that an entry finds, each once, whether it is written with a hyphen, a space or neither."""
    shown = {form.text.replace(" ", ""): form.text for form in reversed(forms_of(entry))}
    return [*reversed(shown.values())]


def _tried(checker: Checker, entry: Entry, example: Example) -> Tried:
    findings = [finding for finding in checker.check(example.text).findings if finding.entry == entry.id]
    becomes = apply_first(example.text, findings) if example.flag and findings else ""
    return Tried(example.text, example.flag, bool(findings), becomes if becomes != example.text else "")


def told(check: EntryCheck) -> Iterator[tuple[str, list[str]]]:
    """What to show, as headings with lines below them; what has to be put right comes first."""
    if check.problems:
        yield "Still to do", list(check.problems)
    if check.tried:
        yield "Your sentences", [line for tried in check.tried for line in _tried_lines(tried)]
    if check.forms:
        yield "It will be found as", ["; ".join(check.forms)]
    if check.forms:
        count = len(check.in_draft)
        places = "nowhere" if not count else "1 place" if count == 1 else f"{count:,} places"
        yield f"In your draft: {places}", [" ".join(sentence.split()) for sentence in check.in_draft[:3]]


def _tried_lines(tried: Tried) -> Iterator[str]:
    verdict = _VERDICTS[tried.should, tried.found]
    yield f"{verdict}: {tried.sentence}"
    if tried.becomes:
        yield f"  becomes: {tried.becomes}"
