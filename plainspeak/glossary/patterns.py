"""Patterns around a term, such as ``financial {}``: what can be wrong in how one is written."""

from __future__ import annotations

import re

from plainspeak.glossary.fields import PATTERN_CLASSES
from plainspeak.glossary.problems import did_you_mean, quoted

_CLASS = re.compile(r"<([^<>]*)>")
_PAIRS = (("(", ")"), ("<", ">"))


def pattern_fault(pattern: str) -> tuple[str, str] | None:
    """What is wrong with a pattern and what to do, or None when it can be used."""
    terms = pattern.count("{}")
    if terms == 0:
        return f"The pattern {quoted(pattern)} has no {{}} in it.", "Write {} where the term stands."
    if terms > 1:
        return f"The pattern {quoted(pattern)} has {{}} in it more than once.", "Keep one {}."
    return _bracket_fault(pattern) or _class_fault(pattern)


def _bracket_fault(pattern: str) -> tuple[str, str] | None:
    rest = pattern.replace("{}", "")
    if "{" in rest or "}" in rest:
        return (
            f"The pattern {quoted(pattern)} has a curly bracket too many.",
            "Write {} for the term, with nothing in it.",
        )
    for opening, closing in _PAIRS:
        depth = 0
        for character in rest:
            depth += (character == opening) - (character == closing)
            if depth < 0:
                break
        if depth:
            fault = f"The pattern {quoted(pattern)} has {opening} and {closing} that do not match."
            return fault, f"Write one {closing} for each {opening}."
    if "|" in re.sub(r"\([^()]*\)", "", rest):
        return f"The pattern {quoted(pattern)} has | outside brackets.", "Write a choice as (this|that)."
    return None


def _class_fault(pattern: str) -> tuple[str, str] | None:
    for name in _CLASS.findall(pattern):
        if name not in PATTERN_CLASSES:
            known = ", ".join(f"<{name}>" for name in PATTERN_CLASSES)
            return f"The pattern {quoted(pattern)} has <{name}> in it.", did_you_mean(
                name, PATTERN_CLASSES
            ) or f"Use {known}."
    return None
