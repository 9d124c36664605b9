"""Look-up: which entries cover the words that a person asks about, however they write them.

A text is searched for forms; here it is the other way round. The words asked about come from a list, a letterhead or
memory: with an article, a bracket, another hyphen or another ending, as initials or spelt out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from plainspeak.glossary.entry import Entry, Glossary
from plainspeak.matching.everyday import everyday_lexicon
from plainspeak.matching.forms import normalise_form
from plainspeak.matching.lexicon import FormTable, Lexicon, read_senses

Way = Literal["term", "spelling", "ending", "initials", "see also", "parts", "none"]
"""How an answer was found: as a term in one of its forms; written otherwise; with another ending; as initials or what
they stand for; named by another entry; or only its parts."""

_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")
_PLURAL_IN_BRACKETS = re.compile(r"\((?:e?s|ies)\)", re.IGNORECASE)
_BEFORE = re.compile(r"(?:(?:the|an?|to|your|our|my|their|be|being)\s+)+(?=\S)", re.IGNORECASE)
_YEAR = re.compile(r",?\s+(?:of\s+)?(?:19|20)\d\d$")
_APART = re.compile(r"\w(?:(?:\.\s?|\s)\w)+", re.ASCII)
"""Initials with dots or spaces between them: *C.Q.C*, *C Q C*."""
_CHOICE = re.compile(r"\s*[/,;]\s*|\s+(?:or|aka|also known as)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_IN_KEY = re.compile(r"[\W_]+")
_ENDING = re.compile(r"(?<=\w{4})(?:ing|ed|es|s|e|y)$")
_SMALL = frozenset("a an and as at by for from in into is it its my of on or our that the their to with your".split())
_INITIALS = range(3, 9)
"""How many letters initials have that are worth spelling out: two could stand for anything."""
_TELLING_INITIALS = 4
"""How many initials are enough to know a name by."""


class Answer(NamedTuple):
    """The entries that cover the words asked about, best first, and how they were found."""

    entries: tuple[Entry, ...] = ()
    way: Way = "none"


class Lookup:
    """Finds entries by what a person writes."""

    def __init__(self, glossary: Glossary, lexicon: Lexicon) -> None:
        self._glossary = glossary
        self._lexicon = lexicon

    def answer(self, words: str) -> Answer:
        """The entries for `words`; an answer without entries when nothing covers them."""
        written = list(dict.fromkeys(_ways_to_write(" ".join(words.split()))))
        steps: tuple[tuple[Way, Callable[[str], Iterable[int]]], ...] = (
            ("term", self._by_form),
            ("spelling", self._by_spelling),
            ("ending", self._by_ending),
        )
        for way, find in steps:
            if found := _unique(number for wording in written for number in find(wording)):
                related = (number for wording in written for number in self._by_initials(wording))
                return self._answer([*found, *related], way)
        for way, find in (("initials", self._by_initials), ("see also", self._by_see_also), ("parts", self._by_parts)):
            if found := _unique(number for wording in written for number in find(wording)):
                return self._answer(found, way)
        return Answer()

    def _answer(self, numbers: Iterable[int], way: Way) -> Answer:
        return Answer(tuple(self._glossary.entries[number] for number in _unique(numbers)), way)

    def _by_form(self, words: str) -> Iterator[int]:
        """Entries of which `words` are a form; capitals do not matter here, even in initials."""
        cased = normalise_form(words, keep_case=True)
        for lexicon in (self._lexicon, self._everyday):
            yield from _numbers(lexicon.folded, normalise_form(words))
            for form in dict.fromkeys((cased, cased.upper(), cased[:-1].upper() + cased[-1:].lower())):
                yield from _numbers(lexicon.cased, form)
        yield from self._mixed.get(cased.lower(), ())

    def _by_spelling(self, words: str) -> Iterable[int]:
        """Entries with a form of the same letters: *wellbeing* and *well-being*, *carers' rights* and *carer's rights*."""
        return self._spellings.get(_key(words), ())

    def _by_ending(self, words: str) -> Iterable[int]:
        """Entries with a form that differs only in the endings of its words."""
        return self._endings.get(_without_endings(words), ())

    def _by_initials(self, words: str) -> Iterator[int]:
        """Initials for what they stand for, and what initials stand for.

        Two or three initials count only where their entry names the words, so that *public art* is not a PA.
        """
        if " " not in words:
            yield from self._spelt_out.get(words.lower(), ())
            return
        for initials in _initials_of(words):
            for number in self._by_form(initials):
                entry = self._glossary.entries[number]
                sure = len(initials) >= _TELLING_INITIALS or _key(words) in _key(_all_words(entry))
                if entry.kind == "initials" and sure:
                    yield number

    def _by_see_also(self, words: str) -> Iterable[int]:
        key = _key(words)
        return [at for at, entry in enumerate(self._glossary.entries) if key in map(_key, entry.see_also)]

    def _by_parts(self, words: str) -> Iterable[int]:
        """The longest terms inside `words`, when together they make up at least half of the words that matter."""
        parts = _WORD.findall(words)
        found: list[int] = []
        covered = start = 0
        while start < len(parts):
            size, numbers = self._longest_from(parts, start)
            found += numbers
            covered += sum(part.lower() not in _SMALL for part in parts[start : start + size]) if numbers else 0
            start += size
        matter = sum(part.lower() not in _SMALL for part in parts)
        return found if len(parts) > 1 and 2 * covered >= matter else ()

    def _longest_from(self, parts: list[str], start: int) -> tuple[int, list[int]]:
        """How many words the longest term at `start` has, and its entries; one word and none where there is no term."""
        for end in range(len(parts), start, -1):
            wording = " ".join(parts[start:end])
            if wording.lower() not in _SMALL and (
                numbers := _unique([*self._by_form(wording), *self._by_spelling(wording)])
            ):
                return end - start, numbers
        return 1, []

    @cached_property
    def _everyday(self) -> Lexicon:
        """The forms of the entries that are only looked up."""
        return everyday_lexicon(self._glossary)

    @cached_property
    def _mixed(self) -> dict[str, list[int]]:
        """Initials with small letters among them, such as *SpLD*, by their small letters."""
        found: dict[str, list[int]] = {}
        for lexicon in (self._lexicon, self._everyday):
            for form, senses in zip(lexicon.cased.forms, lexicon.cased.senses, strict=True):
                if not form[:-1].isupper():
                    found.setdefault(form.lower(), []).extend(sense.entry for sense in read_senses(senses))
        return found

    @cached_property
    def _spellings(self) -> dict[str, list[int]]:
        return self._indexed(_key)

    @cached_property
    def _endings(self) -> dict[str, list[int]]:
        return self._indexed(_without_endings)

    @cached_property
    def _spelt_out(self) -> dict[str, list[int]]:
        """For initials in small letters the entries of which a term may be shortened to them."""
        found: dict[str, list[int]] = {}
        for number, entry in enumerate(self._glossary.entries):
            names = [term for term in entry.terms if " " in term] if entry.kind in {"noun", "name"} else []
            for initials in dict.fromkeys(short for name in names for short in _initials_of(name)):
                if len(initials) in _INITIALS:
                    found.setdefault(initials, []).append(number)
        return found

    def _indexed(self, key: Callable[[str], str]) -> dict[str, list[int]]:
        """The entries of every form, by what `key` makes of the form; initials are only found as they are."""
        found: dict[str, list[int]] = {}
        for lexicon in (self._lexicon, self._everyday):
            cased = zip(lexicon.cased.forms, lexicon.cased.senses, strict=True)
            names = ((form, senses) for form, senses in cased if " " in form)
            for form, senses in (*zip(lexicon.folded.forms, lexicon.folded.senses, strict=True), *names):
                found.setdefault(key(form), []).extend(sense.entry for sense in read_senses(senses))
        return found


def _ways_to_write(words: str) -> Iterator[str]:
    """`words` as they are, then without what a list or a heading adds to them."""
    yield words
    plain = _PLURAL_IN_BRACKETS.sub("", words).strip(" .,:;!?*\"'‘’“”")
    outside = _BRACKETS.sub(" ", plain).strip()
    inside = [part.strip() for part in _BRACKETS.findall(plain)]
    for part in filter(None, (plain, outside, *inside)):
        yield from _shorter(part)
        if _APART.fullmatch(part):
            yield _NOT_IN_KEY.sub("", part)
    first, comma, rest = outside.partition(", ")
    if comma and "," not in rest:
        yield f"{rest} {first}"  # assessment, carer's
    for part in _CHOICE.split(outside):
        yield from _shorter(part) if part != outside else ()


def _shorter(words: str) -> Iterator[str]:
    yield words
    without_year = _YEAR.sub("", words)
    yield without_year
    yield _BEFORE.sub("", without_year, count=1) if _BEFORE.match(without_year) else without_year
    if re.search(r"\s*&\s*|\band\b", without_year):
        yield re.sub(r"\s*&\s*", " and ", without_year)
        yield re.sub(r"\s+and\s+", "&", without_year)


def _numbers(table: FormTable, form: str) -> list[int]:
    return [sense.entry for sense in read_senses(table.senses[table.forms.index(form)])] if form in table.forms else []


def _unique(numbers: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(numbers))


def _key(words: str) -> str:
    """Only the letters and digits, in small letters."""
    return _NOT_IN_KEY.sub("", words.lower().replace("&", "and"))


def _without_endings(words: str) -> str:
    stems = (_ENDING.sub("", word.replace("’", "'").removesuffix("'s").removesuffix("'")) for word in _words(words))
    return "".join(_NOT_IN_KEY.sub("", stem) for stem in stems)


def _words(words: str) -> list[str]:
    return _WORD.findall(words.lower().replace("&", " and "))


def _initials_of(words: str) -> Iterator[str]:
    """The initials of a phrase in small letters, with its small words and without them: *cop* and *cp*."""
    parts = re.findall(r"[^\W_]+", words.lower().replace("'s", "").replace("’s", ""))
    yield "".join(part[0] for part in parts)
    yield "".join(part[0] for part in parts if part not in _SMALL)
    if "and" in parts:
        yield "".join("&" if part == "and" else part[0] for part in parts)


def _all_words(entry: Entry) -> str:
    """Everything that an entry says about its term."""
    wordings = (wording.say.replace("*", "") for wording in entry.say_instead)
    examples = (f"{example.text} {example.becomes or ''}" for example in entry.examples)
    said = (
        *entry.also,
        *wordings,
        entry.in_brackets,
        entry.what_we_mean,
        entry.why,
        entry.keep,
        *examples,
        *entry.see_also,
    )
    return " ".join(said)
