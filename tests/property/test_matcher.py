"""The matcher finds what a slow and simple matcher finds, on small lexicons made up at random."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from plainspeak.matching.lexicon import FormTable, Lexicon
from plainspeak.matching.matcher import Matcher

WORDS = ("a", "b", "ab", "ba", "abc", "\u00e9", "a1", "s", "re")
GAPS = (
    " ",
    " ",
    "  ",
    "-",
    "\n",
    "\n\n",
    " - ",
    "'",
    "\u2019",
    "'s ",
    "_",
    ".",
    ", ",
    "",
    "\u00ad",
    "\u00a0",
    "\u4e2d",
    "\u0301",
)
_EMPTY = FormTable((), ())

_forms = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
_lexicons = st.sets(_forms, min_size=1, max_size=6).map(sorted)
_texts = st.lists(st.tuples(st.sampled_from([*WORDS, *map(str.upper, WORDS)]), st.sampled_from(GAPS)), max_size=12).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)


def slowly(forms: list[str], text: str) -> list[tuple[int, int, str]]:
    """Every whole-word hit, by looking for each form at each place."""
    found = []
    for form in forms:
        letters = ["\u00ad*".join(map(re.escape, word)) for word in form.split(" ")]
        gap = r"\u00ad*(?!\s*\n[ \t\r]*\n)[\s\-\u00a0]+"
        pattern = re.compile(f"(?={gap.join(letters)})")
        whole = re.compile(gap.join(letters))
        for place in (match.start() for match in pattern.finditer(text)):
            hit = whole.match(text, place)
            if hit and _is_whole(text, place, hit.end()):
                found.append((place, hit.end(), form))
    return sorted(found, key=lambda hit: (hit[0], -hit[1]))


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip("\u00ad"), text[end:].lstrip("\u00ad")
    if before[-1:].isalnum() or before[-1:] == "_" or after[:1].isalnum() or after[:1] == "_":
        return False
    if re.search("[a-z0-9_]['\u2019]$", before, re.IGNORECASE) and re.match(
        "(re|ve|ll|d|m|t)(?![a-z0-9])", text[start:], re.IGNORECASE
    ):
        return False
    contraction = re.match("['\u2019]\u00ad*([a-z]+)", after.replace("\u00ad", ""), re.IGNORECASE)
    return contraction is None or contraction[1].lower() == "s"


def groups_of(hits: list[tuple[int, int, str]]) -> list[list[tuple[int, int, str]]]:
    """Hits that overlap, directly or through others, together."""
    groups: list[list[tuple[int, int, str]]] = []
    for hit in hits:
        if groups and hit[0] < max(end for _, end, _ in groups[-1]):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def scanned(matcher: Matcher, forms: list[str], text: str) -> list[list[tuple[int, int, str]]]:
    """What the matcher finds, with the form in place of its senses."""
    return [[(hit.start, hit.end, forms[hit.senses[0].entry]) for hit in group] for group in matcher.scan(text)]


def scanned_early_and_late(matcher: Matcher, forms: list[str], text: str) -> list[list[tuple[int, int, str]]]:
    """What the matcher finds in a first short text, which must be what it finds once it has seen a long one."""
    early = scanned(matcher, forms, text)
    matcher.scan(" " * 10_000)
    assert scanned(matcher, forms, text) == early
    return early


def _table(forms: list[str]) -> FormTable:
    return FormTable(tuple(forms), tuple(f"{number}:base" for number in range(len(forms))))


@given(_lexicons, _texts)
@example(["a b"], "a\n\nb")
@example(["a a"], "a\u00ada a a")
@example(["a"], "a's a'b a\u2019S")
@example(["a b", "b a"], "a b a b")
@example(["\u00e9"], "\u00e9\u0301\u00e9")
def test_the_folded_forms_are_found(forms: list[str], text: str) -> None:
    matcher = Matcher(Lexicon(_table(forms), _EMPTY))
    assert scanned_early_and_late(matcher, forms, text) == groups_of(slowly(forms, _folded(text)))


@given(_lexicons, _texts)
def test_cased_forms_are_found_as_they_are_written(forms: list[str], text: str) -> None:
    forms = [form.upper() for form in forms]
    matcher = Matcher(Lexicon(_EMPTY, _table(forms)))
    assert scanned_early_and_late(matcher, forms, text) == groups_of(slowly(forms, text))


def _folded(text: str) -> str:
    """The text with its ASCII letters and those of Latin-1 made small, which is all that the matcher does."""
    return "".join(letter.lower() if letter.isascii() or "\u00c0" <= letter <= "\u00de" else letter for letter in text)
