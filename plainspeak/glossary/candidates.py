"""Candidates: words and phrases of your documents that may deserve an entry.

A single word is one when it, and the word that it is a form of, is rare in general English and comes up again and again here;
a phrase when its words stand together far more often than chance would put them (pointwise mutual information, times how often);
initials when no entry knows them. What several documents hold comes before what one repeats. Names and what the glossary
covers already are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log2
from typing import NamedTuple

from plainspeak.glossary.entry import KINDS, Kind
from plainspeak.text.parts.stems import noun_bases, parts, verb_bases
from plainspeak.text.parts.uses import known
from plainspeak.text.sentences import sentences
from plainspeak.text.span import Span
from plainspeak.text.tokens import Token, is_word, tokenise
from plainspeak.text.word_lists import word_set

LEAST = 2
"""How often a word must come up; a phrase once more."""

_RARE = 5e-6  # a word rarer than 5 in a million words of general English may be jargon
_COMMON = 2e-4  # a phrase of nothing but words as common as these is everyday English
_GENERAL_TOTAL = 1.65e9  # words that the general frequencies were counted in
_SHORTEST = 4
_LONGEST_PHRASE = 4
_LONGEST_SENTENCE = 200
_HARDLY_RARE = 2e-6
"""A word rarer than `_RARE` is still an everyday one if it is a listed common word: website, barrier."""
_EVERYDAY = 0.25  # how much such a word counts
_OFTEN = 2  # and how many times more often than others it must come up
_TOGETHER = 3.0  # bits: eight times as often as by chance
_PART_OF_LONGER = 0.75
_INNER = frozenset("of for and to in by with the".split())
_MOST_COUNTED = 400_000  # when more phrases than this are counted, those met once so far are forgotten
_ENDINGS: tuple[tuple[str, Kind], ...] = (
    ("ly", "adverb"),
    ("ise", "verb"),
    ("ize", "verb"),
    ("ify", "verb"),
    ("ous", "adjective"),
    ("ive", "adjective"),
    ("ful", "adjective"),
    ("able", "adjective"),
    ("ible", "adjective"),
    ("ical", "adjective"),
    ("led", "adjective"),
    ("based", "adjective"),
    ("centred", "adjective"),
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Source(NamedTuple):
    """One document: its text, the stretches that the glossary covers or that are no prose, and those of unknown initials."""

    name: str
    text: str
    covered: Sequence[Span] = ()
    initials: Sequence[Span] = ()


class Candidate(NamedTuple):
    """Words that may deserve an entry, how often and in how many documents they come up, and one of their sentences."""

    words: str
    kind: Kind
    times: int
    documents: int
    sentence: str
    score: float


class _Met:
    """Where some words were met: how often, how written, in which documents, and in a sentence that is easy to show."""

    __slots__ = ("count", "documents", "in_small_letters", "sentence", "written")

    def __init__(self) -> None:
        self.count = 0
        self.in_small_letters = False
        self.written: Counter[str] = Counter()
        self.documents: set[str] = set()
        self.sentence = ""

    def add(self, written: str, document: str, sentence: str) -> None:
        self.count += 1
        self.in_small_letters = self.in_small_letters or written.islower()
        self.written[written.lower()] += 1
        self.documents.add(document)
        if not self.sentence or len(self.sentence) > _LONGEST_SENTENCE >= len(sentence):
            self.sentence = sentence


def find_candidates(sources: Iterable[Source], frequency: Callable[[str], int], least: int = LEAST) -> list[Candidate]:
    """The candidates in some documents, the likeliest first. `frequency` tells how often a word is met in general English."""
    words: dict[str, _Met] = {}
    phrases: dict[str, _Met] = {}
    initials: dict[str, _Met] = {}
    total = 0
    for source in sources:
        for span in source.initials:
            written = span.of(source.text)
            initials.setdefault(written, _Met()).add(written, source.name, _sentence_at(source.text, span))
        for sentence, run in _runs(source):
            total += len(run)
            _count(run, sentence, source.name, words, phrases)
            if len(phrases) > _MOST_COUNTED:
                phrases = {key: met for key, met in phrases.items() if met.count > 1}
    found = [*_initials(initials), *_words(words, frequency, least)]
    found += _phrases(phrases, words, frequency, total, least + 1)
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.words))


def guess_kind(words: str) -> Kind:
    """What kind of word `words` probably are, for a draft that a person will look at."""
    if " " not in words and words[1:] != words[1:].lower():
        return "initials"
    said = words.lower().split() or [""]
    if len(said) > 1 and parts(said[0]).keys() == {"verb"}:
        return "verb"
    kind = _likeliest(said[-1])
    return "phrase" if kind == "adverb" and len(said) > 1 else kind


def _likeliest(word: str) -> Kind:
    """What a word mostly is, by its ending, or by the list of common words."""
    by_ending: Kind = next((kind for ending, kind in _ENDINGS if word.endswith(ending)), "noun")
    uses = {} if "-" in word else parts(word)
    return min((kind for kind in KINDS if kind in uses), key=lambda kind: uses[kind], default=by_ending)


def _runs(source: Source) -> Iterator[tuple[str, list[Token]]]:
    """The words of each sentence that stand together: no mark, name, number or covered stretch between them."""
    covered = sorted(source.covered)
    for span in sentences(source.text):
        sentence = " ".join(span.of(source.text).split())
        run: list[Token] = []
        for token in tokenise(source.text, *span):
            while covered and covered[0].end <= token.start:
                covered.pop(0)
            taken = bool(covered) and covered[0].start < token.end
            if taken or not is_word(token.text) or _is_name(token, span):
                if run:
                    yield sentence, run
                run = []
            else:
                run.append(token)
        if run:
            yield sentence, run


def _is_name(token: Token, sentence: Span) -> bool:
    """Whether a word is a name, a number or initials: no small letter first, unless it opens the sentence."""
    if not _WORD.fullmatch(token.text):
        return True
    return not token.text.islower() and (token.start > sentence.start or not token.text[1:].islower())


def _count(run: list[Token], sentence: str, document: str, words: dict[str, _Met], phrases: dict[str, _Met]) -> None:
    written = [token.text.replace("’", "'") for token in run]
    texts = [word.lower() for word in written]
    small = _small_words()
    for start, first in enumerate(texts):
        words.setdefault(_base(first), _Met()).add(written[start], document, sentence)
        if first in small or "'" in first:
            continue
        for end in range(start + 2, min(len(texts), start + _LONGEST_PHRASE) + 1):
            last = texts[end - 1]
            inner = texts[start + 1 : end - 1]
            if last in small or "'" in last or any(word in small and word not in _INNER for word in inner):
                continue
            phrase = texts[start:end]
            key = " ".join([*phrase[:-1], _base(last)])
            phrases.setdefault(key, _Met()).add(" ".join(written[start:end]), document, sentence)


def _small_words() -> frozenset[str]:
    """Words that say nothing by themselves: articles, pronouns, helping verbs, prepositions."""
    return word_set("parts_of_speech/closed_class")


def _base(word: str) -> str:
    """A word without the ending of a plural, so that one and several are counted together."""
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST else word


def _initials(initials: dict[str, _Met]) -> Iterator[Candidate]:
    for written, met in initials.items():
        yield _candidate(met, written, met.count * log2(1 / _RARE) / 2)


def _words(words: dict[str, _Met], frequency: Callable[[str], int], least: int) -> Iterator[Candidate]:
    small = _small_words()
    for base, met in words.items():
        if met.count < least or not met.in_small_letters or len(base) < _SHORTEST or base in small or "'" in base:
            continue
        general = _general(base, _commonest(met), frequency)
        if general < _RARE:
            everyday = general > _HARDLY_RARE and (known(base) or known(_commonest(met)))
            if not everyday or met.count >= _OFTEN * least:
                weight = (_EVERYDAY if everyday else 1) * log2(2 * _RARE / (general + _RARE / 50))
                yield _candidate(met, base, met.count * weight)


def _general(base: str, written: str, frequency: Callable[[str], int]) -> float:
    """The share that a word has of general English; of a word with hyphens that of its rarest part."""
    parts = base.split("-")
    if len(parts) > 1:
        return min(_family(part, frequency) for part in parts) / _GENERAL_TOTAL
    return max(_family(base, frequency), _family(written, frequency)) / _GENERAL_TOTAL


def _family(word: str, frequency: Callable[[str], int]) -> int:
    """How often a word is met in general English, or the word that it is a form of: improving, improve."""
    bases = [*noun_bases(word), *(base for base, _ in verb_bases(word))]
    return max(map(frequency, (word, *bases)))


def _phrases(
    phrases: dict[str, _Met], words: dict[str, _Met], frequency: Callable[[str], int], total: int, least: int
) -> Iterator[Candidate]:
    often = {key: met for key, met in phrases.items() if met.count >= least}
    longer = _inside_longer(often)
    for key, met in often.items():
        parts = [word for word in key.split(" ") if word not in _INNER]
        if not met.in_small_letters or longer.get(key, 0) >= _PART_OF_LONGER * met.count:
            continue
        if all(frequency(part) / _GENERAL_TOTAL > _COMMON for part in parts):
            continue
        together = _together(key, met.count, words, total)
        if together >= _TOGETHER:
            yield _candidate(met, key, met.count * together / 2)


def _together(key: str, count: int, words: dict[str, _Met], total: int) -> float:
    """How much more often than by chance the words of a phrase stand together, in bits for each joint."""
    parts = [word for word in key.split(" ") if word not in _INNER]
    chance = sum(log2(words[_base(part)].count / total) for part in parts)
    return (log2(count / total) - chance) / (len(parts) - 1)


def _inside_longer(phrases: dict[str, _Met]) -> dict[str, int]:
    """For each phrase how often it stands inside the commonest longer one."""
    inside: dict[str, int] = {}
    for key, met in phrases.items():
        parts = key.split(" ")
        for size in range(2, len(parts)):
            for start in range(len(parts) - size + 1):
                stretch = parts[start : start + size]
                part = " ".join([*stretch[:-1], _base(stretch[-1])])
                inside[part] = max(inside.get(part, 0), met.count)
    return inside


def _commonest(met: _Met) -> str:
    return max(met.written.items(), key=lambda pair: (pair[1], pair[0]))[0]


def _candidate(met: _Met, words: str, score: float) -> Candidate:
    """The candidate; in the plural when it was never met as one of a kind."""
    if words.lower() not in met.written:
        words = _commonest(met)
    spread = 1 + log2(len(met.documents)) / 2  # what many write is worth more of a group's time
    return Candidate(words, guess_kind(words), met.count, len(met.documents), met.sentence, round(score * spread, 2))


def _sentence_at(text: str, span: Span) -> str:
    start = max(text.rfind("\n\n", 0, span.start) + 2, 0) if "\n\n" in text[: span.start] else 0
    end = text.find("\n\n", span.end)
    for sentence in sentences(text, start, len(text) if end < 0 else end):
        if sentence.start <= span.start < sentence.end:
            return " ".join(sentence.of(text).split())
    return " ".join(text[span.start : span.end].split())
