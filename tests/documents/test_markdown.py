"""What of a Markdown text is not prose.

Each file in cases/markdown is a Markdown text in which ⟦ and ⟧ stand around what must not be flagged.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plainspeak.documents.markdown import masks

CASES = sorted((Path(__file__).parents[1] / "cases" / "markdown").glob("*.md"))


def marked(text: str) -> str:
    """`text` with marks around its masks."""
    for mask in reversed(masks(text)):
        text = f"{text[: mask.start]}⟦{text[mask.start : mask.end]}⟧{text[mask.end :]}"
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    expected = case.read_text(encoding="utf-8")
    assert marked(re.sub("[⟦⟧]", "", expected)) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case_with_windows_line_ends(case: Path) -> None:
    expected = case.read_text(encoding="utf-8").replace("\n", "\r\n")
    assert marked(re.sub("[⟦⟧]", "", expected)) == expected


def test_there_are_cases() -> None:
    assert len(CASES) >= 8


def test_reasons() -> None:
    text = "---\na: b\n---\n`code` [words](target) <b> <https://a.uk> [^1]\n\n[x]: https://b.uk\n"
    assert [mask.reason for mask in masks(text)] == [
        "front matter",
        "code",
        "link",
        "HTML",
        "link",
        "footnote",
        "link",
    ]


@settings(deadline=None)  # other work on the machine must not fail it
@given(st.text(alphabet="ab `~<>[]()!:/\\\n\r\t-+*#=^1.\"'&é", max_size=200))
def test_masks_are_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    done = 0
    for mask in masks(text):
        assert done <= mask.start < mask.end <= len(text)
        done = mask.end


LINES = ["", "words", "  words", "    words", "      words", "\twords", "# words", "---", "* * *"]
LINES += ["```", "~~~", "  ```", "````", "> ```", "- ```"]
LINES += ["- words", "1. words", "2) words", "-", "-     words", "> words", ">", ">     words"]


@settings(deadline=None)  # other work on the machine must not fail it
@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_code_blocks_are_those_that_markdown_it_finds(lines: list[str]) -> None:
    text = "# No front matter\n" + "".join(f"{line}\n" for line in lines)
    assert our_code_lines(text) == markdown_it_code_lines(text)


def our_code_lines(text: str) -> set[int]:
    code = {at for mask in masks(text) if mask.reason == "code" for at in range(mask.start, mask.end)}
    starts = [0, *(found.end() for found in re.finditer("\n", text))][:-1]
    lines = text.split("\n")
    return {number for number, at in enumerate(starts) if at in code and "words" in lines[number]}


def markdown_it_code_lines(text: str) -> set[int]:
    lines = text.split("\n")
    found = set()
    for token in MarkdownIt("commonmark").parse(text):
        if token.type in {"fence", "code_block"} and token.map:
            found |= {number for number in range(*token.map) if "words" in lines[number]}
    return found


INLINE = [
    "words ",
    "`",
    "``",
    "\\",
    "[",
    "]",
    "(https://a.uk)",
    "<b>",
    "</b>",
    "<a@b.uk>",
    "<!-- ",
    "-->",
    "!",
    "*",
    "\n",
]


@settings(deadline=None)  # other work on the machine must not fail it
@given(st.lists(st.sampled_from(INLINE), max_size=14))
def test_code_in_a_line_is_that_which_markdown_it_finds(pieces: list[str]) -> None:
    text = f"x{''.join(pieces)}x".replace("\n", "\nx")
    ours = [text[mask.start : mask.end].strip("`") for mask in masks(text) if mask.reason == "code"]
    assert [code_content(words) for words in ours] == markdown_it_code_spans(text)


def code_content(words: str) -> str:
    words = words.replace("\n", " ")
    return words[1:-1] if words.strip() and words[0] == words[-1] == " " else words


def markdown_it_code_spans(text: str) -> list[str]:
    found: list[str] = []
    for token in MarkdownIt("commonmark").parse(text):
        pending = list(token.children or [])
        while pending:
            child = pending.pop(0)
            if child.type == "code_inline":
                found.append(child.content)
            pending = list(child.children or []) + pending
    return found


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["`", "` `` ", "[", "[](", '[](x "', '<a b="', "<!--", "<", "> ", "- ", "(", "words "])
def test_a_hostile_line_of_a_megabyte_is_read_in_seconds(unit: str) -> None:
    text = "x" + unit * (1_000_000 // len(unit))
    assert all(mask.end <= len(text) for mask in masks(text))
