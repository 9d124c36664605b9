"""plainspeak explain: say what a piece of jargon means, and what to say instead."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from plainspeak.cli.left_out import told_left_out
from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.streams import as_seen_from_here, deliver, tell
from plainspeak.errors import UsageError
from plainspeak.glossary.card import short_card
from plainspeak.glossary.entry import Entry, Glossary
from plainspeak.glossary.standing import origin_line, overridden, terms_taken
from plainspeak.matching.forms import normalise_form
from plainspeak.matching.left_out import LeftOut, left_out
from plainspeak.matching.lookup import Answer, Lookup, Way
from plainspeak.matching.store import load_compiled
from plainspeak.settings import LEVELS, Settings, load_settings

FORMATS = ("text", "json")
NOT_COVERED = 1
_MOST_NEAR = 5
_NEAR = 80  # of 100: close enough to be a slip of the finger
_HOW_FOUND: dict[Way, str] = {
    "ending": 'No entry has "{}" just so. The nearest:',
    "see also": 'There is no entry for "{}". It is spoken of here:',
    "parts": 'No entry covers "{}" as a whole. These cover parts of it:',
}


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    asked = " ".join(" ".join(options.words).split())
    if not asked:
        raise UsageError("Say which words to explain.", "For example: plainspeak explain service user")
    settings = load_settings()
    glossary, lexicon = load_compiled(settings)
    answer = Lookup(glossary, lexicon).answer(asked)
    near = [] if answer.entries else near_misses(asked, glossary)
    out = left_out(asked, settings, glossary)
    if options.format == "json":
        deliver([_as_json(asked, answer, near, out, settings)], None)
    elif answer.entries:
        deliver([_as_text(asked, answer, settings), *(f"\nNot in force: {told_left_out(one)}\n" for one in out)], None)
    elif out:
        tell("\n".join([f'plainspeak: No entry in force covers "{asked}".', *map(told_left_out, out)]))
    else:
        tell(f'plainspeak: No entry covers "{asked}".{_did_you_mean(near)}')
    return 0 if answer.entries else NOT_COVERED


def _parser() -> Parser:
    parser = Parser(
        "explain",
        ["WORDS [options]"],
        "Say what a piece of jargon means, what to say instead, and which file says so.",
        "For example: plainspeak explain strengths-based approach\n\n"
        "The exit status is 0 when an entry covers the words or a part of them, and 1 when none does.",
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="the jargon, in any form: utilising, service users")
    parser.add_argument(
        "--format",
        type=one_of("format", FORMATS),
        default="text",
        metavar="FORMAT",
        help="text (for people) or json (for programs)",
    )
    return parser


def near_misses(words: str, glossary: Glossary) -> list[str]:
    """The terms that `words` may be meant to be: those spelt much like them, and those that hold them."""
    from rapidfuzz import fuzz, process

    terms = {normalise_form(term): term for entry in glossary.entries for term in entry.terms}
    asked = normalise_form(words)
    like = process.extract(asked, list(terms), scorer=fuzz.ratio, limit=_MOST_NEAR, score_cutoff=_NEAR)
    holding = [form for form in terms if f" {asked} " in f" {form} "]
    return [terms[form] for form in dict.fromkeys([form for form, _, _ in like] + holding)][:_MOST_NEAR]


def _did_you_mean(near: Sequence[str]) -> str:
    if not near:
        return ""
    names = [f'"{term}"' for term in near]
    return f" Did you mean {' or '.join(filter(None, [', '.join(names[:-1]), names[-1]]))}?"


def _as_text(asked: str, answer: Answer, settings: Settings) -> str:
    heading = _HOW_FOUND[answer.way].format(asked) + "\n\n" if answer.way in _HOW_FOUND else ""
    cards = ("".join(f"{line}\n" for line in _lines(entry, settings)) for entry in answer.entries)
    return heading + "\n".join(cards)


def _lines(entry: Entry, settings: Settings) -> Iterator[str]:
    yield from short_card(entry)
    yield f"From: {as_seen_from_here(origin_line(entry))}"
    if (source := settings.origin("level")).path and LEVELS.index(entry.level) > LEVELS.index(settings.level):
        yield f"Not reported: its level is {entry.level}, and the settings ask for {settings.level} ({as_seen_from_here(source)})"
    for lower in overridden(entry, _lower_entries(entry, settings)):
        place = f'"{lower.jargon}", {as_seen_from_here(origin_line(lower))}'
        taken = "; ".join(terms_taken(entry, lower))
        yield f'Takes "{taken}" from: {place}' if taken else f"In place of: {place}"


def _lower_entries(entry: Entry, settings: Settings) -> list[Entry]:
    """The entries of the layers that the entry's own layer wins over."""
    if entry.origin.layer == "shipped":
        return []
    lower = list(load_compiled(Settings())[0].entries)
    if entry.origin.layer == "project" and settings.glossary.own:
        from plainspeak.glossary.layers import read_layer

        lower += read_layer("user", settings)[0]
    return lower


def _as_json(words: str, answer: Answer, near: Sequence[str], out: Sequence[LeftOut], settings: Settings) -> str:
    report = {
        "schema": 1,
        "words": words,
        "found_by": answer.way,
        "entries": [_entry(entry, settings) for entry in answer.entries],
        "did_you_mean": list(near),
        "not_in_force": [{**_placed(one.entry), "why": as_seen_from_here(one.why)} for one in out],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _entry(entry: Entry, settings: Settings) -> dict[str, object]:
    return {
        "entry": entry.id,
        "jargon": entry.jargon,
        "also": entry.also,
        "kind": entry.kind,
        "level": entry.level,
        "family": entry.family,
        "what_we_mean": entry.what_we_mean,
        "say_instead": [wording.say.replace("*", "") for wording in entry.say_instead],
        "question": entry.ask or None,
        "in_brackets": entry.gloss,
        "why": entry.why,
        "keep": entry.keep,
        "lenses": dict(entry.lenses),
        "see_also": entry.see_also,
        "sources": entry.sources,
        "layer": entry.origin.layer,
        "file": _file(entry),
        "line": entry.origin.line,
        "in_place_of": [
            {**_placed(lower), "terms": terms_taken(entry, lower) or list(lower.terms)}
            for lower in overridden(entry, _lower_entries(entry, settings))
        ],
    }


def _placed(entry: Entry) -> dict[str, object]:
    """An entry by its term and its place."""
    origin = entry.origin
    return {"jargon": entry.jargon, "layer": origin.layer, "file": _file(entry), "line": origin.line}


def _file(entry: Entry) -> str:
    path = entry.origin.path
    return Path(path).name if entry.origin.layer == "shipped" else as_seen_from_here(path)
