"""Every entry with a wording is put into sentences, swapped, and the sentences are looked at.

The sentences are those of frames.txt, by kind and form, and the entry's own examples. They are judged by plain rules
written here, and by Harper, a grammar checker that knows nothing of this program.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import pytest

from plainspeak.checking.checker import Checker
from plainspeak.checking.finding import Suggestion
from plainspeak.glossary.entry import Entry
from plainspeak.text.articles import article_for
from plainspeak.text.inflection import looks_plural
from plainspeak.text.phrases import inflect_phrase, phrase_number

FRAMES = Path(__file__).parent / "frames.txt"
LEFT_OUT = Path(__file__).parent / "harper_rules_left_out.txt"
FRAMES_EACH = 3
"""How many frames each entry goes through beside its examples. Raise it to look more closely: 40 are all of them."""
_GAP = re.compile(r"\{(a|A|\^|CAPITALS|)\}")


class Frame(NamedTuple):
    """A sentence with a gap, for terms of one kind in one form."""

    kind: str
    form: str
    sentence: str

    def filled(self, term: str) -> str:
        """The sentence with `term` in its gap."""
        return _GAP.sub(lambda gap: _put(term, gap[1]), self.sentence)


class Swap(NamedTuple):
    """A suggestion made in a sentence. `first` says that it is the one offered first."""

    entry: Entry
    before: str
    after: str
    suggestion: Suggestion
    first: bool

    @property
    def is_safe(self) -> bool:
        """Whether it would be made with nobody looking."""
        return self.first and self.suggestion.safe

    def __str__(self) -> str:
        return f"{self.entry.id}: {self.before!r} -> {self.after!r}"


def _put(term: str, how: str) -> str:
    if how in {"a", "A"}:
        term = f"{article_for(term)} {term}"
    if how == "CAPITALS":
        return term.upper()
    return term[:1].upper() + term[1:] if how in {"A", "^"} else term


@cache
def frames() -> tuple[Frame, ...]:
    lines = (line for line in FRAMES.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
    found = []
    for line in lines:
        what, _, sentence = line.partition(": ")
        kind, _, form = what.partition(" ")
        found.append(Frame(kind, form, sentence))
    return tuple(found)


def _filled_frames(entry: Entry, term: str) -> list[str]:
    """`term` in every frame that it fits."""
    if entry.kind in {"noun", "name", "initials"}:
        forms = _noun_forms(entry, term)
        return [frame.filled(forms[frame.kind]) for frame in frames() if frame.kind in forms]
    return [
        frame.filled(inflect_phrase(term, entry.kind, frame.form) if frame.form else term)  # type: ignore[arg-type]  # a form by name
        for frame in frames()
        if frame.kind == entry.kind
    ]


def _noun_forms(entry: Entry, term: str) -> dict[str, str]:
    """The term for each kind of frame that a noun of its number fits."""
    if entry.kind == "initials":
        nouns = all(wording.kind is None and phrase_number(wording.say) == "singular" for wording in entry.say_instead)
        return {"noun": term, "counted": term, "plural": f"{term}s"} if nouns else {"noun": term}
    number = phrase_number(term)
    if number == "plural":
        return {"plural": term}
    plural = _plural(entry, term)
    return {"noun": term} if number == "mass" or plural == term else {"noun": term, "counted": term, "plural": plural}


def _plural(entry: Entry, term: str) -> str:
    return entry.plural if entry.plural and term == entry.jargon else inflect_phrase(term, "noun", "plural")


def sentences_for(entry: Entry, each: int = FRAMES_EACH) -> list[str]:
    """The entry's examples, and `each` of the frames that fit it; which ones depends on its name alone."""
    examples = [example.text for example in entry.examples if example.flag]
    filled = [sentence for term in entry.terms for sentence in _filled_frames(entry, term)]
    size = len(filled)
    steps = range(min(each, size))
    first = crc32(entry.id.encode())
    return examples + [filled[(first + step * max(size // each, 1)) % size] for step in steps]


def swaps_in(checker: Checker, entry: Entry, sentence: str) -> Iterator[Swap]:
    """Every swap that is offered in `sentence` for a term of `entry`."""
    for finding in checker.check(sentence).findings:
        if finding.entry != entry.id:
            continue
        offered = [one for one in finding.suggestions if one.kind in {"swap", "delete"}]
        for place, one in enumerate(offered):
            after = sentence[: one.start] + one.text + sentence[one.end :]
            yield Swap(entry, sentence, after, one, place == 0 and finding.suggestions[0] is one)


@pytest.fixture(scope="module")
def swaps(checker: Checker) -> list[Swap]:
    """What is offered for every entry in its sentences."""
    entries = [entry for entry in checker.glossary.entries if entry.say_instead]
    return [
        swap for entry in entries for sentence in sentences_for(entry) for swap in swaps_in(checker, entry, sentence)
    ]


# -- rules ------------------------------------------------------------------------------------------------------

_DOUBLED = re.compile(r"(?<![\w-])(\w+)\s+\1(?![\w-])", re.IGNORECASE)
_MAY_STAND_TWICE = frozenset({"had", "that"})
_ARTICLE = re.compile(r"\b(an?)\s+(?=[\w\"'\u2018\u201c])", re.IGNORECASE)
_MARKS = re.compile(r"  |\*|\.\.\.|\s[,.;:?!)]|\(\s|^\s|,,|\.\.")
_DETERMINED = re.compile(r"\b(an?|these|those|this|each|many|two) (.+)", re.IGNORECASE)
_ENDS_PHRASE = re.compile(
    r"\W*$|[,.;:?!]|\s(?:is|are|was|were|has|have|in|on|at|of|for|to|with|and|or|from|by|that|who)\b"
)
_TAIL = re.compile(
    r"\W+(?:of|for|with|who|whose|that|which|from|to|in|on|at|about|against|by|between|across|where|under|within|without|made|run)\b|[^\w\s'-]"
)
_DETERMINED_OR_THE = re.compile(r"\b(an?|the|this|each|another|one) (.+)", re.IGNORECASE)
_COUNTS_ONE = frozenset({"a", "an", "each", "another", "one"})
_ACTS_ON_SOMETHING = re.compile(
    r"[a-z]+ing (?!(?:of|and|or|in|on|at|to|with|for|from|by|as|about|over|together|carefully)\b)"
)
_NEEDS_PLURAL = frozenset({"these", "those", "many", "two"})


def doubled_words(text: str) -> set[str]:
    return {match[1].lower() for match in _DOUBLED.finditer(text)} - _MAY_STAND_TWICE


def wrong_articles(text: str) -> set[str]:
    """Every *a* or *an* that does not go with what follows it."""
    text = text.lower() if text.isupper() else text
    return {
        text[match.start() : match.end() + 12]
        for match in _ARTICLE.finditer(text)
        if match[1].lower() != article_for(text[match.end() :])
    }


def odd_marks(text: str) -> set[str]:
    """Doubled spaces, spaces before marks and signs of the glossary's own that were left in."""
    return {match.group() for match in _MARKS.finditer(text)}


def wrong_numbers(swap: Swap) -> set[str]:
    """*a*, *this* or *each* before several things, *these* or *two* before one thing, at the place of the swap."""
    if swap.entry.kind not in {"noun", "name", "initials"}:
        return set()
    start, end = swap.suggestion.start, swap.suggestion.start + len(swap.suggestion.text)
    around = _DETERMINED.search(swap.after, max(start - 8, 0), end)
    if around is None or around.start(2) > start or not _ENDS_PHRASE.match(swap.after, end):
        return set()
    if around[1].lower() in _NEEDS_PLURAL:
        return set() if any(map(looks_plural, around[2].lower().split(" "))) else {around.group()}
    head = _TAIL.split(around[2].lower(), maxsplit=1)[0].split(" ")[-1]
    return {around.group()} if looks_plural(head) else set()


def before_an_action(swap: Swap) -> set[str]:
    """*each* before what cannot be counted, *the* before an action with what it is done to (the sharing news)."""
    if swap.entry.kind not in {"noun", "name", "initials"}:
        return set()
    start, end = swap.suggestion.start, swap.suggestion.start + len(swap.suggestion.text)
    around = _DETERMINED_OR_THE.search(swap.after, max(start - 8, 0), end)
    if around is None or around.start(2) > start or not _ENDS_PHRASE.match(swap.after, end):
        return set()
    if around[1].lower() in _COUNTS_ONE:
        return {around.group()} if phrase_number(around[2]) == "mass" else set()
    acts = phrase_number(around[2]) == "mass" and _ACTS_ON_SOMETHING.match(around[2])
    return {around.group()} if acts else set()


# -- the tests --------------------------------------------------------------------------------------------------


def _assert_none(faults: list[tuple[Swap, set[str]]]) -> None:
    __tracebackhide__ = True
    assert not faults, "\n" + "\n".join(f"{swap}  {sorted(what)}" for swap, what in faults)


@pytest.mark.parametrize("faults_in", [doubled_words, wrong_articles, odd_marks])
def test_the_words_and_marks_stand_right(swaps: list[Swap], faults_in: Callable[[str], set[str]]) -> None:
    _assert_none([(swap, new) for swap in swaps if (new := faults_in(swap.after) - faults_in(swap.before))])


@pytest.mark.parametrize("faults_of", [wrong_numbers, before_an_action])
def test_the_words_before_agree(swaps: list[Swap], faults_of: Callable[[Swap], set[str]]) -> None:
    _assert_none([(swap, found) for swap in swaps if swap.is_safe and (found := faults_of(swap))])


def test_capitals_stay_at_the_start(swaps: list[Swap]) -> None:
    _assert_none([(swap, {"capital"}) for swap in swaps if swap.before[0].isupper() > swap.after[:1].isupper()])


def test_brackets_stay_in_pairs(swaps: list[Swap]) -> None:
    _assert_none([(swap, {"bracket"}) for swap in swaps if swap.after.count("(") != swap.after.count(")")])


def test_every_entry_is_found_somewhere(checker: Checker, swaps: list[Swap]) -> None:
    """So that no entry passes because nothing was looked at."""
    found = {swap.entry.id for swap in swaps}
    assert [entry.id for entry in checker.glossary.entries if entry.say_instead and entry.id not in found] == []


def test_harper_finds_nothing_new_in_safe_swaps(swaps: list[Swap], capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("harper", reason="harper-py comes with the dev extra")
    judge = Harper()
    new = [(swap, found) for swap in swaps if swap.first and (found := judge.new_rules(swap))]
    with capsys.disabled():
        counts = Counter(rule for _, found in new for rule in found)
        print(f"\nHarper: {len(new)} of {len(swaps)} swaps with something new; {dict(counts)}")  # noqa: T201 - a summary to read
    _assert_none([(swap, found) for swap, found in new if swap.is_safe])


class Harper:
    """The grammar checker, without the rules of harper_rules_left_out.txt."""

    def __init__(self) -> None:
        from harper import Dialect, Language, Linter

        self._linter = Linter(dialect=Dialect.BRITISH)
        self._language = Language.PLAINTEXT
        self._words: set[tuple[str, str]] = set()
        rules = self._linter.get_lint_config()
        for rule, word in self._left_out():
            assert rule in rules, f"Harper has no rule {rule}"
            if word:
                self._words.add((rule, word))
            else:
                rules[rule] = False
        self._linter.set_lint_config(rules)

    @staticmethod
    def _left_out() -> Iterator[tuple[str, str]]:
        for line in LEFT_OUT.read_text(encoding="utf-8").splitlines():
            if line and line[0] != "#":
                rule, _, word = line.partition(":")[0].partition(" ")
                yield rule, word

    def new_rules(self, swap: Swap) -> set[str]:
        """The rules that find something after the swap and found nothing before it."""
        if not self._linter.lint(swap.after, language=self._language):
            return set()
        return self._rules(swap.after) - self._rules(swap.before)

    def _rules(self, text: str) -> set[str]:
        lints = self._linter.organized_lints(text, language=self._language)
        return {
            rule
            for rule, found in lints.items()
            if any((rule, *lint.problem_text.lower().split()[-1:]) not in self._words for lint in found)
        }
