"""Own wording: a glossary must keep its own rules, so what its entries say is checked with the glossary itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.checking.checker import Checker
from plainspeak.checking.finding import Finding
from plainspeak.glossary.entry import Entry
from plainspeak.glossary.problems import Problem, quoted
from plainspeak.text.span import Span

_FIELDS = ("what_we_mean", "in_brackets", "ask", "why")
_LEVELS = ("must", "should")
_FEW = 3
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def own_wording_problems(checker: Checker, entry: Entry) -> Iterator[Problem]:
    """Jargon at the level of must or should in an entry's meaning, brackets, question and reason.

    The entry's own term is excepted, what its initials stand for, and names that the law keeps in place (``keep``).
    """
    for field in _FIELDS:
        text = getattr(entry, field)
        for finding in checker.check(text).findings if text else ():
            if (
                finding.check == "jargon"
                and finding.level in _LEVELS
                and not _is_excepted(finding, text, entry, checker)
            ):
                yield Problem(
                    entry.origin.path,
                    entry.origin.line,
                    1,
                    f"{entry.jargon}: {field} holds {quoted(finding.text)}, which is flagged itself.",
                    plainer(finding),
                )


def _is_excepted(finding: Finding, text: str, entry: Entry, checker: Checker) -> bool:
    other = checker.glossary.get(finding.entry)
    if finding.entry == entry.id or (other and other.keep):
        return True
    if entry.kind != "initials":
        return False
    return any(span.start < finding.end and finding.start < span.end for span in spelt_out(text, entry.terms))


def plainer(finding: Finding) -> str:
    """What to write in place of jargon that stands in an entry, as a sentence."""
    words = list(dict.fromkeys(one.text for one in finding.suggestions if one.kind == "swap"))
    if words:
        return f"Write {' or '.join(map(quoted, words[:_FEW]))}, or say it in other plain words."
    if any(one.kind == "delete" for one in finding.suggestions):
        return f"Leave {quoted(finding.text)} out."
    return "Say it in plainer words."


def spelt_out(text: str, terms: tuple[str, ...]) -> Iterator[Span]:
    """The stretches of `text` whose words begin with the letters of one of some initials; small words may come between."""
    words = list(_WORD.finditer(text))
    for letters in {"".join(filter(str.isalpha, term.lower())) for term in terms}:
        for first in range(len(words)):
            if (last := _last_word(words, first, letters)) is not None:
                yield Span(words[first].start(), words[last].end())


def _last_word(words: list[re.Match[str]], first: int, letters: str) -> int | None:
    """The word at which all the letters are used up, from the word `first` on; None when they are not."""
    left = letters
    for at in range(first, len(words)):
        parts = [part for part in re.split("[-'’]", words[at][0].lower()) if part]
        for part in parts:
            if left.startswith(part[0]):
                left = left[1:]
            elif part is parts[0] and (at == first or part not in _BETWEEN):
                return None
        if not left:
            return at
    return None


_BETWEEN = frozenset("a an and at for from in of on or the to with".split())
