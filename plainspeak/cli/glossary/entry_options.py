"""The options that give the fields of an entry, for `add` and `edit`."""

from __future__ import annotations

from argparse import Namespace
from typing import NamedTuple

from plainspeak.cli.parser import Parser, one_of
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import FAMILIES, KINDS, LEVELS
from plainspeak.glossary.exchange.rows import iso_date, wording_value
from plainspeak.glossary.written_fields import Fields, Value


class _Option(NamedTuple):
    """An option, the field that it gives (``agreed.by`` is a part of one), and whether it may be given more than once."""

    name: str
    field: str
    help: str
    many: bool = False
    choices: tuple[str, ...] = ()


_OPTIONS = (
    _Option("jargon", "jargon", "the term as you would look it up"),
    _Option("kind", "kind", f"what kind of word it is: {', '.join(KINDS)}", choices=KINDS),
    _Option("level", "level", f"how much it matters: {', '.join(LEVELS)}", choices=LEVELS),
    _Option("family", "family", f"the subject: {', '.join(FAMILIES)}", choices=FAMILIES),
    _Option("look-up", "look_up", "only: texts are not searched for it", choices=("only",)),
    _Option("meaning", "what_we_mean", "what we mean: one sentence of at most 25 plain words"),
    _Option("say", "say_instead", 'what to say instead, best first; "" when the words can simply go', many=True),
    _Option("ask", "ask", "a question to the writer, where no other words will do"),
    _Option("brackets", "in_brackets", "a short meaning to add in brackets at first use"),
    _Option("also", "also", "another wording for the same thing", many=True),
    _Option("keep", "keep", "why the word must stay and be explained"),
    _Option("why", "why", "why a reader may stumble, or be hurt"),
    _Option("unless", "unless", 'where it is an ordinary word: "financial {}"', many=True),
    _Option("only", "only", "where it is jargon and nowhere else", many=True),
    _Option("unless-near", "unless_near", "a word of the same sentence that shows the ordinary sense", many=True),
    _Option("only-near", "only_near", "a word that must stand in the same sentence", many=True),
    _Option("unless-about", "unless_about", "a word of the same paragraph that shows the ordinary sense", many=True),
    _Option("unless-topic", "unless_topic", "a subject in which the word is ordinary, such as sport", many=True),
    _Option("only-about", "only_about", "a word that must stand in the same paragraph", many=True),
    _Option("form", "forms", "a form that the rules of English would not give", many=True),
    _Option("plural", "plural", "the plural, when the rules of English would not give it"),
    _Option("spoken", "spoken", "how initials are said, when they are said as a word"),
    _Option("inclusion", "lenses.inclusion", "what it looks like when everyone can take part"),
    _Option("connection", "lenses.connection", "what it looks like when people build good relationships"),
    _Option("action", "lenses.action", "what it looks like when something changes because of it"),
    _Option("agreed-by", "agreed.by", "who agreed the entry"),
    _Option("agreed-on", "agreed.on", "the day on which it was agreed: 2026-11-22"),
    _Option("review-by", "agreed.review_by", "the day by which it should be looked at again"),
    _Option("notes", "agreed.notes", "what was said when it was agreed"),
    _Option("see-also", "see_also", "another entry", many=True),
    _Option("source", "sources", "where the word is listed", many=True),
)


FIELD_OF_OPTION = {option.name: option.field for option in _OPTIONS}


def add_entry_options(parser: Parser) -> None:
    """Add an option for every field of an entry."""
    group = parser.add_argument_group("What goes in the entry")
    for option in _OPTIONS:
        group.add_argument(
            f"--{option.name}",
            dest=option.field,
            action="append" if option.many else "store",
            type=one_of(option.name, option.choices) if option.choices else str,
            metavar="WORDS",
            help=option.help + (" (may be given more than once)" if option.many else ""),
        )
    group.add_argument(
        "--flag", action="append", default=[], metavar="WORDS", help="a sentence in which it must be found"
    )
    group.add_argument(
        "--becomes", action="append", default=[], metavar="WORDS", help="the sentence of --flag after the first swap"
    )
    group.add_argument(
        "--pass", action="append", default=[], metavar="WORDS", help="a sentence in which it is an ordinary word"
    )


def given_fields(options: Namespace) -> Fields:
    """The fields that were given by options. An empty value is kept: it says that the field is to go."""
    fields: Fields = {}
    for option in _OPTIONS:
        given = getattr(options, option.field)
        if given is None:
            continue
        whole, _, part = option.field.partition(".")
        if part:
            record = fields.setdefault(whole, {})
            assert isinstance(record, dict)  # noqa: S101 - fields with a dot are records
            record[part] = iso_date(_clean(given)) if part in {"on", "review_by"} else _clean(given)
        else:
            fields[whole] = _value(option, given)
    if examples := _examples(options):
        fields["examples"] = examples
    return fields


def _value(option: _Option, given: str | list[str]) -> Value:
    if isinstance(given, str):
        return _clean(given)
    if option.field == "say_instead":
        return [wording_value(words) for words in given]
    return [_clean(words) for words in given if words.strip()]


def _examples(options: Namespace) -> list[Value]:
    flags, becomes = options.flag, options.becomes
    if len(becomes) > len(flags):
        raise UsageError("There are more --becomes than --flag.", "Give --becomes after the --flag that it belongs to.")
    examples: list[Value] = [{"flag": _clean(words)} for words in flags]
    for example, words in zip(examples, becomes, strict=False):
        assert isinstance(example, dict)  # noqa: S101 - made two lines above
        example["becomes"] = _clean(words)
    passing: list[Value] = [{"pass": _clean(words)} for words in getattr(options, "pass")]
    return [*examples, *passing]


def _clean(words: str) -> str:
    return " ".join(words.split())
