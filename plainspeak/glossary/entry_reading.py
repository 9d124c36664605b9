"""Records made into entries, and the rules that each entry must keep by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from plainspeak.glossary.entry import Agreement, Conditions, Entry, Example, Kind, Lens, Level, Origin, Wording
from plainspeak.glossary.fields import LONGEST_MEANING, NEEDS_ONE_OF
from plainspeak.glossary.naming import slug, term_key
from plainspeak.glossary.problems import ProblemLog, quoted
from plainspeak.glossary.records import Record, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")


def entry_of(record: Record, layer: str, path: str) -> Entry:
    """The entry that a record describes; what is missing or wrong in the record is empty in the entry."""
    jargon = record.text("jargon")
    return Entry(
        id=slug(jargon),
        jargon=jargon,
        also=record.texts("also"),
        kind=cast("Kind", record.text("kind") or "noun"),
        level=cast("Level", record.text("level") or "should"),
        family=record.text("family"),
        what_we_mean=record.text("what_we_mean"),
        say_instead=tuple(map(_wording_of, record.records("say_instead"))),
        conditions=Conditions._make(map(record.texts, Conditions._fields)),
        examples=tuple(map(_example_of, record.records("examples"))),
        lenses={cast("Lens", name): lens.text(name) for lens in record.records("lenses") for name in lens.names},
        agreed=next(map(_agreement_of, record.records("agreed")), None),
        origin=Origin(layer, path, record.line),
        forms=record.texts("forms"),
        sources=record.texts("sources"),
        see_also=record.texts("see_also"),
        plural=record.text("plural"),
        ask=record.text("ask"),
        in_brackets=record.text("in_brackets"),
        keep=record.text("keep"),
        why=record.text("why"),
        spoken=record.text("spoken"),
        look_up=record.text("look_up"),
    )


def _wording_of(record: Record) -> Wording:
    kind = cast("Kind | None", record.text("kind") or None)
    return Wording(record.text("say"), record.texts("when"), record.texts("near"), kind)


def _example_of(record: Record) -> Example:
    flag = "flag" in record
    return Example(record.text("flag" if flag else "pass"), flag, record.text("becomes") or None, record.line)


def _agreement_of(record: Record) -> Agreement:
    return Agreement(record.text("by"), record.text("on"), record.text("review_by"), record.text("notes"))


def check_entry(record: Record, entry: Entry, log: ProblemLog) -> None:
    """Note what is wrong with an entry whose fields could be read."""
    _check_terms(record, entry, log)
    _check_meaning(record, log)
    if not entry.only_looked_up and not any(name in record for name in NEEDS_ONE_OF):
        log.add(record, f"{_name(entry)} has nothing to offer in its place.", "Add say_instead, ask or in_brackets.")
    if (ask := record.words("ask")) and "?" not in ask.text:
        log.advise(ask, "There is no question in ask.", "Ask the writer what they mean, with a question mark.")
    if (gloss := record.words("in_brackets")) and gloss.text.endswith("."):
        log.advise(
            gloss, "There is a full stop at the end of in_brackets.", "Take it out: it will stand in a sentence."
        )
    _check_examples(record, entry, log)


def _name(entry: Entry) -> str:
    return quoted(entry.jargon) if entry.jargon else "This entry"


def _check_terms(record: Record, entry: Entry, log: ProblemLog) -> None:
    for name in ("jargon", "plural"):
        _refuse_wordless([words] if (words := record.words(name)) else [], log)
    for name in ("also", "forms"):
        _refuse_wordless(record.items(name), log)
    seen = {term_key(entry.jargon, entry.kind)}
    for words in record.items("also"):
        key = term_key(words.text, entry.kind)
        if key in seen:
            log.advise(
                words,
                f"{quoted(words.text)} stands in this entry twice.",
                "Take one out: capitals, hyphens and spaces make no difference.",
            )
        seen.add(key)


def _refuse_wordless(terms: Iterable[Words], log: ProblemLog) -> None:
    """Nothing could be found by marks alone."""
    for words in terms:
        if not any(map(str.isalnum, words.text)):
            log.add(
                words, f"There is no letter or number in {quoted(words.text)}.", "Write the word that is to be found."
            )


def _check_meaning(record: Record, log: ProblemLog) -> None:
    if not (meaning := record.words("what_we_mean")):
        return
    count = len(meaning.text.split())
    if count > LONGEST_MEANING:
        log.advise(meaning, f"The meaning has {count} words.", f"Use {LONGEST_MEANING} at most.")
    if not meaning.text.endswith((".", "?", "!")):
        log.advise(meaning, "The meaning has no full stop.", "Write it as one sentence.")


def _check_examples(record: Record, entry: Entry, log: ProblemLog) -> None:
    if entry.only_looked_up:
        _check_only_looked_up(record, entry, log)
        return
    if "examples" not in record:
        log.advise(record, f"{_name(entry)} has no example.", "Add examples: a flag sentence, and what it becomes.")
        return
    examples = record.records("examples")
    if examples and not any("flag" in example for example in examples):
        log.advise(examples[0], f"{_name(entry)} has no flag example.", "Add a sentence in which it must be found.")
    for example in examples:
        _check_example(example, entry, log)


def _check_only_looked_up(record: Record, entry: Entry, log: ProblemLog) -> None:
    if any("flag" in example for example in record.records("examples")):
        log.add(record, f"{_name(entry)} is only looked up, so no sentence can flag it.", "Take out look_up, or flag.")
    if entry.conditions:
        log.advise(record, f"{_name(entry)} is only looked up, so its conditions do nothing.", "Take them out.")


def _check_example(example: Record, entry: Entry, log: ProblemLog) -> None:
    if ("flag" in example) == ("pass" in example):
        log.add(example, "An example has either flag or pass.", "Put a dash before each: - flag: …, then - pass: …")
        return
    becomes = example.names.get("becomes")
    everywhere = any(not (wording.when or wording.near) for wording in entry.say_instead)
    if becomes and "pass" in example:
        log.add(becomes, "A pass sentence stays as it is, so it has no becomes.", "Take becomes out.")
    elif becomes and not entry.say_instead:
        log.advise(becomes, "There is a becomes, but no say_instead to swap in.", "Take it out, or add say_instead.")
    elif not becomes and "flag" in example and everywhere:
        log.advise(example, "This flag sentence has no becomes.", "Add the whole sentence as it reads after the swap.")
    elif becomes and example.text("becomes") == example.text("flag"):
        log.advise(becomes, "This becomes is the same as its flag sentence.", "Write it as it reads after the swap.")
    sentence = example.words("flag") or example.words("pass")
    if sentence and not may_hold(sentence.text, (*entry.terms, *entry.forms, entry.plural), entry.kind):
        log.advise(
            sentence,
            f"{quoted(entry.jargon)} cannot be found in this sentence.",
            "Use the term, or add its form to forms.",
        )


def may_hold(sentence: str, terms: Iterable[str], kind: Kind) -> bool:
    """Whether some form of one of the terms could stand in the sentence: a cheap test that never says no wrongly.

    It looks for the first letters of the first word, or for any other long word of the term. Short words count by their
    first letter alone, because their forms may differ from the second on (seek, sought).
    """
    sentence, terms = sentence.lower(), list(terms)
    if terms and terms[0].lower() in sentence:
        return True
    found = _WORD.findall(sentence)
    starts = [_WORD.findall(term.lower()) for term in terms]
    return not any(starts) or any(
        word.startswith(_sure_start(part, kind))
        for parts in starts
        for at, part in enumerate(parts)
        if at == 0 or len(part) > len("with")
        for word in found
    )


def _sure_start(word: str, kind: Kind) -> str:
    return word[:1] if len(word) <= len("bring") and kind not in ("initials", "name") else word[:3]
