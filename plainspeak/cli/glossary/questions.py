"""Questions and answers in plain lines: at the keyboard, or from a file that is piped in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple

from plainspeak.cli.streams import answer_line, tell
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import FAMILIES
from plainspeak.glossary.exchange.rows import iso_date, wording_value
from plainspeak.glossary.fields import ENTRY_FIELDS
from plainspeak.glossary.problems import ProblemLog
from plainspeak.glossary.records import read_record
from plainspeak.glossary.written_fields import Fields, Value
from plainspeak.glossary.yaml_nodes import node_of

CLEAR = "-"
"""The answer that empties a field when an entry is changed."""


class Question(NamedTuple):
    """What is asked for a field. `many`: several answers with ``;`` between them; `must`: there has to be an answer."""

    field: str
    words: str
    many: bool = False
    must: bool = False


_KINDS = {
    "noun": "a thing or a person",
    "verb": "what one does",
    "adjective": "what something is like",
    "adverb": "how, where or when",
    "phrase": "words that never change",
    "name": "",
    "initials": "",
}
_LEVELS = {
    "must": "most people outside would not understand it, or it labels people",
    "should": "there is a plainer word",
    "could": "most people understand it",
}


def _listed(choices: Mapping[str, str]) -> str:
    """The choices, with what each means in brackets."""
    return ", ".join(f"{name} ({means})" if means else name for name, means in choices.items())


QUESTIONS = (
    Question("jargon", "The jargon, as you would look it up in a dictionary", must=True),
    Question("also", "Other wordings for the same thing, with ; between them", many=True),
    Question("kind", f"What kind of word is it? {_listed(_KINDS)}", must=True),
    Question("level", f"How much does it matter that it changes? {_listed(_LEVELS)}", must=True),
    Question("family", f"Which subject? {', '.join(FAMILIES)}", must=True),
    Question("what_we_mean", "What do we mean by it? One sentence of at most 25 plain words", must=True),
    Question(
        "say_instead", 'What to say instead, best first, with ; between them. "" if the words can simply go', many=True
    ),
    Question("ask", "A question to ask the writer, where no other words will do"),
    Question("in_brackets", "A short meaning to put in brackets after it, with no capital and no full stop"),
    Question("keep", "Why must the word stay and be explained? For example, the Act that uses it"),
    Question("why", "Why may a reader stumble over it, or be hurt by it?"),
    Question("flag", "A sentence in which it must be found"),
    Question("becomes", "That sentence as it reads after the first swap. Enter: let plainspeak write it"),
    Question("pass", "A sentence in which it is an ordinary word and must not be found"),
    Question("unless", 'Where is it an ordinary word? Patterns such as "financial {}", with ; between them', many=True),
    Question("agreed.by", "Who agreed it?"),
    Question("agreed.on", "When was it agreed? Year, month and day, such as 2026-11-22"),
)
_FIELDS = {field.name: field for field in ENTRY_FIELDS}
_EXAMPLE_PARTS = ("flag", "becomes", "pass")
_YES, _NO = ("y", "yes"), ("n", "no")


def ask(prompt: str, fault_of: Callable[[str], str] = lambda _answer: "") -> str:
    """The answer to a question. `fault_of` says what is wrong with one, or nothing.

    At the keyboard a wrong answer is asked for again. Raises UsageError when answers that are piped in are wrong or end.
    """
    while True:
        tell(prompt)
        line = answer_line()
        if not line:
            raise UsageError("The answers ended before the questions did.", "Nothing was saved.")
        answer = " ".join(line.split())
        if not (fault := fault_of(answer)):
            return answer
        if not sys.stdin.isatty():
            raise UsageError(f'The answer "{answer}" will not do. {fault}', "Nothing was saved.")
        tell(fault)


def agree(prompt: str) -> bool:
    """Whether the person says yes."""
    answer = ask(f"{prompt} yes or no:", lambda words: "" if words.lower() in _YES + _NO else "Say yes or no.")
    return answer.lower() in _YES


def ask_fields(fields: Fields, *, current: bool = False) -> Fields:
    """`fields` with the answers to every question about a field that they do not hold yet.

    With `current` every question is asked: what a field holds is shown, Enter keeps it and ``-`` empties it.
    """
    given = {"examples"} & fields.keys() and not current
    for question in QUESTIONS:
        if question.field in _EXAMPLE_PARTS and (given or (question.field == "becomes" and "flag" not in fields)):
            continue
        if current or _held(fields, question.field) is None:
            ask_field(fields, question, current=current)
    return with_examples(fields)


def with_examples(fields: Fields) -> Fields:
    """`fields` with the sentences that were asked for (flag, becomes, pass) among the examples."""
    parts = {part: fields.pop(part) for part in _EXAMPLE_PARTS if part in fields}
    examples = fields.get("examples", [])
    new: list[Value] = [{name: parts[name] for name in ("flag", "becomes") if name in parts}] if "flag" in parts else []
    new += [{"pass": parts["pass"]}] if "pass" in parts else []
    return {**fields, "examples": [*examples, *new]} if new and isinstance(examples, list) else fields


def ask_field(fields: Fields, question: Question, *, current: bool = False) -> None:
    """Ask one question and put the answer in its field."""
    held = _held(fields, question.field) if current else None
    empties = "" if question.must else f", {CLEAR} empties it"
    shown = f"\n  now: {_shown(held)}\n  Enter keeps it{empties}" if held else ""
    blank = "" if question.must or held else " (Enter: none)" if "Enter" not in question.words else ""
    answer = ask(f"{question.words}{blank}:{shown}", lambda words: _fault(question, words, held=bool(held)))
    if answer == CLEAR and current:
        _put(fields, question.field, "")
    elif answer:
        _put(fields, question.field, _value(question, answer))


def _fault(question: Question, answer: str, *, held: bool) -> str:
    if answer == CLEAR or not answer:
        needed = question.must and not (held and not answer)
        return "This one needs an answer." if needed else ""
    whole, _, part = question.field.partition(".")
    if whole not in _FIELDS:
        return ""
    value = _value(question, answer)
    log = ProblemLog("")
    read_record(node_of({whole: {part: value} if part else value}, 1), (_FIELDS[whole],), "entry", log)
    wrong = [problem for problem in log.in_order() if not problem.what.startswith("This entry has no")]
    return " ".join(f"{problem.what} {problem.to_do}" for problem in wrong)


def _value(question: Question, answer: str) -> Value:
    """What an answer says: several things, a day, or words as they are."""
    if question.many:
        return [*_parted(question, answer)]
    return iso_date(answer) if question.field == "agreed.on" else answer


def _parted(question: Question, answer: str) -> list[Value]:
    items = [item.strip() for item in answer.split(";") if item.strip()]
    return [wording_value(item) for item in items] if question.field == "say_instead" else [*items]


def _held(fields: Fields, name: str) -> Value | None:
    whole, _, part = name.partition(".")
    value = fields.get(whole)
    return value.get(part) if part and isinstance(value, dict) else None if part else value


def _put(fields: Fields, name: str, value: Value) -> None:
    whole, _, part = name.partition(".")
    if part:
        record = fields.setdefault(whole, {})
        if isinstance(record, dict):
            record[part] = value
    else:
        fields[whole] = value


def _shown(value: Value | None) -> str:
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_shown(part)}" for name, part in value.items())
    return str(value) or '""'
