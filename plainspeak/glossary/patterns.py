"""Patterns around a term, such as ``financial {}``: what can be wrong in how one is written."""

from __future__ import annotations

import re

from plainspeak.glossary.fields import PATTERN_CLASSES
from plainspeak.glossary.problems import did_you_mean, quoted

_CLASS = re.compile(r"<([^<>]*)>")
_CHOICE = re.compile(r"\([^()]*\)")


def pattern_fault(pattern: str) -> tuple[str, str] | None:
    """What is wrong with a pattern and what to do, or None when it can be used."""
    terms = pattern.count("{}")
    if terms == 0:
        return f"The pattern {quoted(pattern)} has no {{}} in it.", "Write {} where the term stands."
    if terms > 1:
        return f"The pattern {quoted(pattern)} has {{}} in it more than once.", "Keep one {}."
    return _bracket_fault(pattern) or _class_fault(pattern)


def _bracket_fault(pattern: str) -> tuple[str, str] | None:
    whose = f"The pattern {quoted(pattern)}"
    outside = _CHOICE.sub(" ", pattern)
    if "{}" not in outside:
        return f"{whose} has {{}} inside round brackets.", "Write one pattern for each choice."
    rest = pattern.replace("{}", "")
    if "{" in rest or "}" in rest:
        return f"{whose} has a curly bracket too many.", "Write {} for the term, with nothing in it."
    if "(" in outside or ")" in outside:
        return (
            f"{whose} has round brackets that do not match.",
            "Write a choice as (this|that), with none inside another.",
        )
    if "|" in outside:
        return f"{whose} has | outside brackets.", "Write a choice as (this|that)."
    if "<" in _CLASS.sub("", rest) or ">" in _CLASS.sub("", rest):
        return f"{whose} has < and > that do not match.", "Write a class as <noun>."
    if _without_hyphens(_CHOICE.sub(lambda choice: "" if _may_be_empty(choice[0]) else choice[0], pattern)) == "{}":
        return f"{whose} says nothing about the words around the term.", "Write at least one word beside {}."
    return None


def _may_be_empty(choice: str) -> bool:
    """Whether a choice, such as ``(a|b|)``, holds where nothing stands."""
    return not all(_without_hyphens(one) for one in choice[1:-1].split("|"))


def _without_hyphens(words: str) -> str:
    """The words by themselves: a hyphen counts as a space."""
    return re.sub("[-\u2010\u2011]", " ", words).strip()


def _class_fault(pattern: str) -> tuple[str, str] | None:
    for name in _CLASS.findall(pattern):
        if name not in PATTERN_CLASSES:
            known = ", ".join(f"<{name}>" for name in PATTERN_CLASSES)
            return f"The pattern {quoted(pattern)} has <{name}> in it.", did_you_mean(
                name, PATTERN_CLASSES
            ) or f"Use {known}."
    if "<clause>" in pattern.partition("{}")[0]:
        return f"The pattern {quoted(pattern)} has <clause> before {{}}.", "Write it last: {} <clause>."
    return None
