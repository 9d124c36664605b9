"""Vale: the glossary as a style for the prose checker Vale.

Vale knows words, and neither parts of speech nor the sentence around them. So a term that is also an ordinary word is only
a suggestion there, and one that is jargon just in some places is left out, as are the words that are only looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plainspeak.glossary.entry import LEVELS, Entry, Level
from plainspeak.text.inflection import Feature
from plainspeak.text.phrases import inflect_phrase, phrase_forms

STYLE = "Plainspeak"
_SEVERITIES: dict[Level, str] = {"must": "error", "should": "warning", "could": "suggestion"}
_SPACE = re.compile(r"[ -]")

Row = tuple[str, str]
"""A form as a pattern, and what to say instead."""


def vale_files(entries: Iterable[Entry]) -> dict[str, str]:
    """The files of the style, by their path inside Vale's folder: settings, swaps and words to explain, by level."""
    entries = [entry for entry in entries if not (entry.only_looked_up or _only_somewhere(entry))]
    files = {".vale.ini": _settings()}
    for level in LEVELS:
        for cased in (False, True):
            chosen = [entry for entry in entries if _level(entry) == level and (entry.kind == "initials") == cased]
            name = f"{level.capitalize()}{'Initials' if cased else ''}"
            if swaps := dict(row for entry in chosen for row in _swaps(entry)):
                files[f"styles/{STYLE}/Swap{name}.yml"] = _substitution(swaps, level, cased=cased)
            if tokens := list(dict.fromkeys(form for entry in chosen for form in _to_explain(entry))):
                files[f"styles/{STYLE}/Explain{name}.yml"] = _existence(tokens, level, cased=cased)
    return files


def _settings() -> str:
    return f"StylesPath = styles\nMinAlertLevel = suggestion\n\n[*]\nBasedOnStyles = {STYLE}\n"


def _only_somewhere(entry: Entry) -> bool:
    return any((entry.conditions.only, entry.conditions.only_near, entry.conditions.only_about))


def _level(entry: Entry) -> Level:
    return "could" if entry.conditions else entry.level


def _swaps(entry: Entry) -> Iterator[Row]:
    """Each form with the wordings in the same form."""
    wordings = [wording for wording in entry.say_instead if wording.say and not (wording.when or wording.near)]
    if not wordings:
        return
    for form, feature in _forms(entry):
        said = (
            wording.say.replace("*", "") if wording.kind else inflect_phrase(wording.say, _kind(entry), feature)
            for wording in wordings
        )
        yield _pattern(form), "|".join(dict.fromkeys(said))


def _to_explain(entry: Entry) -> Iterator[str]:
    if not any(wording.say and not (wording.when or wording.near) for wording in entry.say_instead):
        yield from (_pattern(form) for form, _ in _forms(entry))


def _forms(entry: Entry) -> Iterator[tuple[str, Feature]]:
    for term in entry.terms:
        yield term, "base"
        if entry.plural and term == entry.jargon:
            yield entry.plural, "plural"
        elif _kind(entry) in {"noun", "verb", "adjective"}:
            for feature, forms in phrase_forms(term, _kind(entry)).items():
                yield from ((form, feature) for form in forms if form != term)
    yield from ((form, "base") for form in entry.forms)


def _kind(entry: Entry) -> str:
    """The kind by which an entry is inflected: initials take a plural as nouns do."""
    return "noun" if entry.kind == "initials" else entry.kind


def _pattern(form: str) -> str:
    return "[ -]".join(re.escape(part) for part in _SPACE.split(form))


def _substitution(swaps: dict[str, str], level: Level, *, cased: bool) -> str:
    rows = "".join(f"  {_quoted(form)}: {_quoted(wording)}\n" for form, wording in swaps.items())
    return (
        _head("substitution", "Say '%s' instead of '%s'.", level, cased=cased)
        + f"action:\n  name: replace\nswap:\n{rows}"
    )


def _existence(tokens: list[str], level: Level, *, cased: bool) -> str:
    rows = "".join(f"  - {_quoted(token)}\n" for token in tokens)
    return _head("existence", "Say what '%s' means, or say it another way.", level, cased=cased) + f"tokens:\n{rows}"


def _head(kind: str, message: str, level: Level, *, cased: bool) -> str:
    case = "false" if cased else "true"
    return f"extends: {kind}\nmessage: {_quoted(message)}\nlevel: {_SEVERITIES[level]}\nignorecase: {case}\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
