"""Syllables: how many a word has when it is said, by rule, with a list of words on which the rules fail."""

from __future__ import annotations

from functools import lru_cache

from plainspeak.text.lazy_pattern import lazy_pattern
from plainspeak.text.word_lists import word_set, word_table

_REMEMBERED = 65_536
_PARTS = lazy_pattern(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d+")
_VOWELS = lazy_pattern(r"[aeiouy]+")

# An e that is not said.
_SILENT = lazy_pattern(
    "|".join(
        (
            r"(?<=[aeiouy][^aeiouyl])e$|(?<=[^aeiouy][^aeiouyl])e$|(?<=[aeiouyr]l)e$",  # make, else, while; not little
            r"(?<=[gq])ue(?=s?$)",  # league, technique
            r"(?<=[^aeiouytdl])e(?=d$)|(?<=[aeiouyrl]l)e(?=d$)|(?<=[aiouy][aeiouy])e(?=d$)",  # planned; not wanted
            r"(?<=[^aeiouyscxzghl])e(?=s$)|(?<=[tp]h)e(?=s$)|(?<=[aeiouyrl]l)e(?=s$)",  # makes; not changes, tables
            r"(?<=[a-z][^eil])e(?=(?:ly|liness|less|lessly|lessness|ful|fully|ments?|ness|some|ty)$)",  # lonely
            r"(?<=[ou][mns])e(?=(?:thing|one|body|how|times?|what|where|day|work|made|land|hold|less|town|keep))",
            r"(?<=[ivr])e(?=(?:time|style|long|where|fore|by))",  # someone, homework, lifetime, therefore
            r"(?<=ic)a(?=lly$)|(?<=ev)e(?=ry)",  # basically, every
        )
    )
)

# Two vowels that are said one after the other.
_SAID_APART = lazy_pattern(
    "|".join(
        (
            r"(?<![ctgs])ia(?!g$|ge)|ia(?=t|sm)",  # dial, negotiate; not special, marriage
            r"(?<![ctsgxln])io|(?<=[nl])iou|(?<=[^g])eou",  # radio, various; not nation, million, region
            r"iu|uou|(?<=[^gq])ua(?=[lt])",  # stadium, continuous, actual
            r"(?<![ctf])ien[ct]|[^aeiouy]i(?:er|est|ety?)$",  # client, happier, society
            r"cre(?=at(?:e|i|o|$))|^re(?=act|ali)|th(?=eat)|eum$|[aeiouy]ing|eo(?=$|l|g|r|n)",  # create
            r"^re(?=o|un|us|ab|ass|app|all|arr|inf|int|ins|en|ele|eval)|^co(?=oper|ord)",  # reorganise, cooperate
            r"oe[mt]|ao|(?<![q])ui(?=ty|ti)|[aeiou]y[aeiou]",  # poem, annuity
            r"[st]m$|thm|[^aeiourw]['\u2019]t$",  # prism, rhythm, didn't
        )
    )
)


@lru_cache(_REMEMBERED)
def syllables(word: str) -> int:
    """The syllables of `word`; initials are counted letter by letter, a number counts as one."""
    return sum(_of_part(part) for part in _PARTS.findall(word))


def _of_part(part: str) -> int:
    if part.isdecimal():
        return 1
    if part.isupper() and len(part) > 1 and part not in word_set("initials_said_as_words"):
        return len(part) + 2 * part.count("W")
    return _of_word(part.lower().replace("\u2019", "'"))


def _of_word(word: str) -> int:
    for ending in ("", "'s", "s"):
        listed = word_table("syllables").get(word.removesuffix(ending))
        if listed:
            return int(listed[0])
    said = _SILENT.sub("", word.removesuffix("'s"))
    return max(1, len(_VOWELS.findall(said)) + len(_SAID_APART.findall(said)))
