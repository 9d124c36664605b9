"""plainspeak explain: say what a piece of jargon means, and what to say instead."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from plainspeak.cli.parser import Parser, one_of
from plainspeak.cli.streams import deliver, tell
from plainspeak.errors import UsageError
from plainspeak.glossary.entry import Entry, Glossary
from plainspeak.matching.forms import normalise_form
from plainspeak.matching.lexicon import FormTable, Lexicon, Sense, read_senses
from plainspeak.matching.store import load_compiled
from plainspeak.settings import load_settings

FORMATS = ("text", "json")
NOT_COVERED = 1
_MOST_NEAR = 5
_NEAR = 80  # of 100: close enough to be a slip of the finger


def run(words: Sequence[str]) -> int:
    """Run the command; returns the exit status."""
    options = _parser().read(words)
    asked = " ".join(" ".join(options.words).split())
    if not asked:
        raise UsageError("Say which words to explain.", "For example: plainspeak explain service user")
    glossary, lexicon = load_compiled(load_settings())
    entries = covering(asked, glossary, lexicon)
    near = [] if entries else near_misses(asked, glossary)
    if options.format == "json":
        deliver([_as_json(asked, entries, near)], None)
    elif entries:
        deliver(["\n".join(map(_as_text, entries))], None)
    else:
        tell(f'plainspeak: No entry covers "{asked}".{_did_you_mean(near)}')
    return 0 if entries else NOT_COVERED


def _parser() -> Parser:
    parser = Parser(
        "explain",
        ["WORDS [options]"],
        "Say what a piece of jargon means, and what to say instead.",
        "The exit status is 0 when an entry covers the words, and 1 when none does.",
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


def covering(words: str, glossary: Glossary, lexicon: Lexicon) -> list[Entry]:
    """The entries that have `words` as a term, in any form; capitals do not matter here, even in initials."""
    cased = normalise_form(words, keep_case=True)
    senses = [*_senses(lexicon.folded, normalise_form(words))]
    for form in dict.fromkeys((cased, cased.upper(), cased[:-1].upper() + cased[-1:])):
        senses += _senses(lexicon.cased, form)
    return [glossary.entries[number] for number in dict.fromkeys(sense.entry for sense in senses)]


def _senses(table: FormTable, form: str) -> tuple[Sense, ...]:
    return read_senses(table.senses[table.forms.index(form)]) if form in table.forms else ()


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


def _as_text(entry: Entry) -> str:
    return "".join(f"{line}\n" for line in _lines(entry))


def _lines(entry: Entry) -> Iterator[str]:
    yield f"The jargon: {entry.jargon}" + (f" ({entry.kind})" if entry.kind in {"noun", "verb", "adjective"} else "")
    if entry.also:
        yield f"Also: {'; '.join(entry.also)}"
    yield f"What we mean: {entry.what_we_mean}"
    if entry.say_instead:
        yield f"Say instead: {'; '.join(_wordings(entry))}"
    elif not entry.ask:
        yield f"Say what it means where you first use it: {entry.jargon} ({entry.gloss})"
    if entry.ask:
        yield f"Ask yourself: {entry.ask}"
    if entry.why:
        yield f"Why: {entry.why}"
    if entry.keep:
        yield f"Why it may have to stay: {entry.keep}"
    for lens, practice in entry.lenses.items():
        yield f"{lens.capitalize()}: {practice}"
    if entry.agreed and entry.agreed.by:
        yield f"Agreed by: {entry.agreed.by}" + (f", {entry.agreed.on}" if entry.agreed.on else "")
    if entry.see_also:
        yield f"See also: {'; '.join(entry.see_also)}"


def _wordings(entry: Entry) -> list[str]:
    """The wordings as a person says them; "" is to leave the words out."""
    return [wording.say.replace("*", "") or "nothing: the words can go" for wording in entry.say_instead]


def _as_json(words: str, entries: Sequence[Entry], near: Sequence[str]) -> str:
    answer = {"schema": 1, "words": words, "entries": [_entry(entry) for entry in entries], "did_you_mean": list(near)}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _entry(entry: Entry) -> dict[str, object]:
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
        "lenses": entry.lenses,
        "see_also": entry.see_also,
        "sources": entry.sources,
        "layer": entry.origin.layer,
    }
