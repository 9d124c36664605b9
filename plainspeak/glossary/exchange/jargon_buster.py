"""Jargon buster: the glossary as a list to read or print, letter by letter, in the layout *The jargon* / *What we mean*.

Markdown, or one HTML page in large print with headings and lists that a screen reader can follow. There is no script in it,
and nothing is fetched from anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from plainspeak.glossary.card import spoken_wording
from plainspeak.glossary.entry import Entry

TITLE = "Jargon buster"
_OTHER = "0–9"
_MARKS = re.compile(r"([\\`*_\[\]<>#|~]|&(?=#?\w+;))")
_STYLE = """\
body { font: 1.25rem/1.6 Arial, Helvetica, sans-serif; color: #111; background: #fff; }
body { max-width: 40em; margin: 0 auto; padding: 1em; }
h1 { font-size: 2em; } h2 { font-size: 1.6em; border-bottom: 3px solid #111; } h3 { font-size: 1.25em; margin: 1.5em 0 0; }
dl { margin: 0; } dt { font-weight: bold; margin-top: .4em; } dd { margin: 0 0 0 1em; } dd ul { margin: 0; padding-left: 1em; }
nav ul { list-style: none; padding: 0; } nav li { display: inline-block; } nav a { display: inline-block; padding: .3em .6em; }
a { color: #003078; } a:focus { outline: 4px solid #fd0; }
@media print { body { font-size: 16pt; max-width: none; padding: 0; } nav { display: none; } article { break-inside: avoid; } }
"""

Part = tuple[str, list[str]]
"""A heading inside an entry and what stands below it."""


def markdown(entries: Iterable[Entry], title: str = TITLE) -> Iterator[str]:
    """The jargon buster as Markdown."""
    yield f"# {as_markdown(title)}\n"
    for letter, group in _by_letter(entries):
        yield f"\n## {letter}\n"
        for entry in group:
            yield f"\n### The jargon: {as_markdown(entry.jargon)}\n"
            yield from map(_markdown_part, _parts(entry))


def _markdown_part(part: Part) -> str:
    name, lines = part
    if len(lines) == 1:
        return f"\n**{name}:** {as_markdown(lines[0])}\n"
    return f"\n**{name}:**\n\n" + "".join(f"- {as_markdown(line)}\n" for line in lines)


def as_markdown(words: str) -> str:
    """`words` as text that Markdown leaves as it is."""
    return _MARKS.sub(r"\\\1", words)


def html(entries: Iterable[Entry], title: str = TITLE) -> Iterator[str]:
    """The jargon buster as one HTML page."""
    letters = [(letter, list(group)) for letter, group in _by_letter(entries)]
    yield f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<style>\n{_STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{escape(title)}</h1>\n</header>\n"
    yield '<nav aria-label="Letters">\n<ul>\n'
    yield from (f'<li><a href="#letter-{_anchor(letter)}">{letter}</a></li>\n' for letter, _ in letters)
    yield "</ul>\n</nav>\n<main>\n"
    for letter, group in letters:
        yield f'<section aria-labelledby="letter-{_anchor(letter)}">\n<h2 id="letter-{_anchor(letter)}">{letter}</h2>\n'
        yield from map(_html_entry, group)
        yield "</section>\n"
    yield "</main>\n</body>\n</html>\n"


def _html_entry(entry: Entry) -> str:
    parts = "".join(map(_html_part, _parts(entry)))
    return f"<article>\n<h3>The jargon: {escape(entry.jargon)}</h3>\n<dl>\n{parts}</dl>\n</article>\n"


def _html_part(part: Part) -> str:
    name, lines = part
    if len(lines) == 1:
        return f"<dt>{name}</dt>\n<dd>{escape(lines[0])}</dd>\n"
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<dt>{name}</dt>\n<dd><ul>{items}</ul></dd>\n"


def _parts(entry: Entry) -> Iterator[Part]:
    yield "What we mean", [entry.what_we_mean]
    if entry.also:
        yield "Also", list(entry.also)
    if entry.say_instead:
        yield "Say instead", list(dict.fromkeys(map(spoken_wording, entry.say_instead)))
    if entry.ask:
        yield "Ask yourself", [entry.ask]
    if entry.keep:
        yield "Why it may have to stay", [entry.keep]
    if entry.why:
        yield "Why", [entry.why]
    for lens, practice in entry.lenses.items():
        yield lens.capitalize(), [practice]


def _by_letter(entries: Iterable[Entry]) -> Iterator[tuple[str, Iterator[Entry]]]:
    """The entries in order of the alphabet, by their first letter."""
    return groupby(sorted(entries, key=_alphabetical), key=_letter)


def _alphabetical(entry: Entry) -> tuple[bool, str, str]:
    words = entry.jargon.casefold()
    return words[:1].isalpha(), words, entry.kind


def _letter(entry: Entry) -> str:
    first = entry.jargon[:1].upper()
    return first if first.isalpha() else _OTHER


def _anchor(letter: str) -> str:
    return "numbers" if letter == _OTHER else letter.lower()
