"""A checker that knows six words, so that the tests of the app do not depend on the glossary."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from plainspeak.checking.finding import Checked, Finding, LeftAlone, Suggestion
from plainspeak.glossary.entry import Agreement, Entry, Glossary, Wording


def _entry(jargon: str, kind: str, level: str, meaning: str, *say: str, **more: object) -> Entry:
    return Entry(
        id=jargon.replace(" ", "-"),
        jargon=jargon,
        kind=kind,  # type: ignore[arg-type]  # spelt out in the calls below
        level=level,  # type: ignore[arg-type]
        family="office",
        what_we_mean=meaning,
        say_instead=tuple(Wording(words) for words in say),
        **more,  # type: ignore[arg-type]
    )


ENTRIES = (
    _entry(
        "service user",
        "noun",
        "must",
        "A person who uses a service.",
        "person who uses our service",
        "person",
        why="It makes people sound like consumers of a product.",
        agreed=Agreement(by="Harbour Lane Group", on="2026-03-04"),
        lenses={"inclusion": "We ask what each person wants to be called."},
    ),
    _entry("utilise", "verb", "should", "To use.", "use"),
    _entry("holistic", "adjective", "could", "Looking at the whole person.", "whole"),
    _entry("stakeholder", "noun", "should", "Somebody with an interest.", ask="Who exactly?"),
    _entry("ICB", "initials", "must", "The local NHS planning body.", in_brackets="the local NHS planning body"),
    _entry("going forward", "adverb", "could", "From now on.", ""),
)

_PATTERN = re.compile("|".join(rf"\b{entry.jargon}s?\b" for entry in ENTRIES), re.IGNORECASE)


class FakeChecker:
    """Finds the six words; one in quotation marks is left alone, an ICB after the first is too."""

    def __init__(self) -> None:
        self.glossary = Glossary(ENTRIES)
        self.checked: list[str] = []

    def check_paragraph(self, text: str) -> Checked:
        self.checked.append(text)
        findings, left = [], []
        for match in _PATTERN.finditer(text):
            entry = next(one for one in ENTRIES if match.group().lower().startswith(one.jargon.lower()))
            if text[match.start() - 1 : match.start()] == '"':
                left.append(LeftAlone(entry.id, match.start(), match.end(), match.group(), "quotation"))
            else:
                findings.append(_finding(text, match, entry))
        return Checked(tuple(findings), tuple(left))

    def combine(self, paragraphs: Iterable[tuple[int, int, Checked]]) -> Checked:
        findings, left, explained = [], [], set()
        for start, first_line, checked in paragraphs:
            for finding in checked.findings:
                if finding.entry not in explained:
                    findings.append(_moved(finding, start, first_line))
                if finding.entry == "ICB":
                    explained.add("ICB")
            left += [one._replace(start=one.start + start, end=one.end + start) for one in checked.left_alone]
        return Checked(tuple(findings), tuple(left))


def _finding(text: str, match: re.Match[str], entry: Entry) -> Finding:
    start, end = match.span()
    plural = match.group().endswith("s") and entry.kind == "noun"
    suggestions = [
        Suggestion("swap" if wording.say else "delete", _inflected(wording.say, plural), start, end, safe=True)
        for wording in entry.say_instead
    ]
    if entry.in_brackets:
        suggestions.append(Suggestion("explain", f"{match.group()} ({entry.in_brackets})", start, end))
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return Finding(
        check="jargon",
        entry=entry.id,
        level=entry.level,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=line,
        end_column=column + end - start,
        text=match.group(),
        what_we_mean=entry.what_we_mean,
        why=entry.why,
        question=entry.ask,
        sentence=text,
        suggestions=tuple(suggestions),
    )


def _inflected(words: str, plural: bool) -> str:
    return words.replace("person", "people") if plural else words


def _moved(finding: Finding, start: int, first_line: int) -> Finding:
    return finding._replace(
        start=finding.start + start,
        end=finding.end + start,
        line=finding.line + first_line - 1,
        end_line=finding.end_line + first_line - 1,
        suggestions=tuple(one._replace(start=one.start + start, end=one.end + start) for one in finding.suggestions),
    )


def _write_down_what_arrives(log: Path) -> None:
    """Put a line into `log` for each change of the draft: when the app knew of it, and how long the draft is then."""
    from plainspeak.tui.screens.keeping import Keeping

    heed = Keeping.text_changed

    def text_changed(keeping: Keeping) -> None:
        heed(keeping)
        with log.open("a") as lines:
            lines.write(f"{time.monotonic()} {len(keeping.text)}\n")

    Keeping.text_changed = text_changed  # type: ignore[method-assign]  # the test looks over its shoulder


def main() -> int:
    """Open the app with this checker, for the tests that need a real terminal."""
    from plainspeak.tui import app

    if os.environ.get("PLAINSPEAK_TEST_NOTES"):  # what is said in passing stays until somebody gets to read it
        from plainspeak.tui.plainspeak_app import PlainspeakApp

        PlainspeakApp.NOTIFICATION_TIMEOUT = 600
    if log := os.environ.get("PLAINSPEAK_TEST_LOG"):
        _write_down_what_arrives(Path(log))
    app.load_checker = FakeChecker  # type: ignore[assignment]  # stands in for the real one
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    piped = None if sys.stdin.isatty() else sys.stdin.read()
    return app.run(path, piped)


if __name__ == "__main__":
    sys.exit(main())
