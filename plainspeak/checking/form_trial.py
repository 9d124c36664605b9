"""Form trial: every form of every entry put in a small sentence, to see that it is found and leads back to its entry.

Conditions are left aside: what an entry says of the words around its term is what its examples are for.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple, overload

from plainspeak.checking.sense import judge
from plainspeak.glossary.entry import Conditions, Entry, Kind
from plainspeak.glossary.problems import Problem, quoted
from plainspeak.matching.context import Paragraph
from plainspeak.matching.forms import Form, forms_of, normalise_form
from plainspeak.matching.lexicon import Lexicon, compile_lexicon
from plainspeak.matching.matcher import Matcher
from plainspeak.text.inflection import Feature
from plainspeak.text.span import Span

_ANY = ("We looked at {} today.", "It is {} here.")
_SENTENCES: dict[tuple[Kind, Feature], tuple[str, ...]] = {
    ("noun", "base"): ("We looked at the {} today.", "It is about {}."),
    ("noun", "plural"): ("We looked at the {} today.", "It is about {}."),
    ("verb", "base"): ("They will {} it.", "Please {}."),
    ("verb", "s"): ("She {} it.",),
    ("verb", "past"): ("She {} it.",),
    ("verb", "participle"): ("They have {} it.", "It was {} by her."),
    ("verb", "ing"): ("They are {} it.", "We help by {} it."),
    ("adjective", "base"): ("It is very {}.", "It is a {} house."),
    ("initials", "base"): ("We wrote to the {} today.",),
    ("initials", "plural"): ("We wrote to the {} today.",),
}


class Shared(NamedTuple):
    """A form that another entry has too, and that leads to that one in a small sentence."""

    form: str
    entry: Entry
    taken_by: Entry


class FormTrial(NamedTuple):
    """The forms that were tried, each with the id of its entry; those that lead to another entry; and what is wrong."""

    forms: tuple[tuple[str, str], ...]
    shared: tuple[Shared, ...]
    problems: tuple[Problem, ...]


def try_forms(
    entries: Sequence[Entry], lexicon: Lexicon | None = None, only: Container[str] | None = None
) -> FormTrial:
    """Try every form of some entries among themselves; `only`: just of the entries with these ids.

    `lexicon` holds the forms of the entries, where that has been made already.
    """
    free = _Unconditional(entries)
    trial = _Trial(free, Matcher(lexicon or compile_lexicon(entries)))
    tried = [at for at, entry in enumerate(entries) if not entry.only_looked_up and (only is None or entry.id in only)]
    forms = [(number, form) for number in tried for form in forms_of(free[number])]
    results = [trial.of(number, form) for number, form in forms]
    return FormTrial(
        tuple((free[number].id, form.text) for number, form in forms),
        tuple(result for result in results if isinstance(result, Shared)),
        tuple(result for result in results if isinstance(result, Problem)),
    )


class _Unconditional(Sequence[Entry]):
    """Entries without their conditions, each made when it is first asked for."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return _Unconditional(self._entries[index])
        if index not in self._made:
            self._made[index] = self._entries[index]._replace(conditions=Conditions())
        return self._made[index]


class _Trial(NamedTuple):
    entries: Sequence[Entry]
    matcher: Matcher

    def of(self, number: int, form: Form) -> Shared | Problem | None:
        """What is to be said of a form of an entry, given by its number; None when it leads back to the entry."""
        entry = self.entries[number]
        written = _written(entry, form)
        found = False
        others: list[int] = []
        for sentence in _sentences(entry, form):
            before, _, after = sentence.partition("{}")
            text = before + written + after
            senses, meant = self._meant(text, Span(len(before), len(before) + len(written)))
            if meant == number:
                return None
            found = found or number in senses
            others += [other for other in senses if other != number]
        if others:
            return Shared(form.text, entry, self.entries[others[0]])
        what = "is read as another part of speech" if found else "is not found"
        told = f"{entry.jargon}: the form {quoted(form.text)} {what} in {quoted(text)}"
        return Problem(entry.origin.path, entry.origin.line, 1, told, "Check the kind of the entry and its forms.")

    def _meant(self, text: str, span: Span) -> tuple[list[int], int | None]:
        """The numbers of the entries that have the form at `span`, and of the one that is meant there."""
        for match in (match for group in self.matcher.scan(text) for match in group):
            if (match.start, match.end) == span:
                verdict = judge(match, self.entries, Paragraph(text, Span(0, len(text))), [])
                senses = [sense.entry for sense in match.senses]
                meant = (number for number in senses if verdict and self.entries[number] is verdict.occurrence.entry)
                return senses, next(meant, None)
        return [], None


def _written(entry: Entry, form: Form) -> str:
    """A form with the capitals and hyphens that the entry gives it."""
    return next((term for term in entry.terms if normalise_form(term) == form.text), form.text)


def _sentences(entry: Entry, form: Form) -> Iterator[str]:
    for feature in form.features:
        yield from _SENTENCES.get((entry.kind, feature), _ANY)
