"""TBX: the glossary for translators' tools, as TBX-Basic (ISO 30042), one `termEntry` for each entry.

The jargon and its other wordings are terms that should not be used, or may be where the word must stay; the wordings to say
instead are the preferred terms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from plainspeak.glossary.entry import Entry, Kind

_PARTS_OF_SPEECH: dict[Kind, str] = {
    "noun": "noun",
    "verb": "verb",
    "adjective": "adjective",
    "adverb": "adverb",
    "phrase": "other",
    "name": "properNoun",
    "initials": "noun",
}
_PREFERRED, _ADMITTED, _DEPRECATED = (
    f"{name}-admn-sts" for name in ("preferredTerm", "admittedTerm", "deprecatedTerm")
)


def tbx(entries: Iterable[Entry], title: str = "plainspeak") -> Iterator[str]:
    """The glossary as a TBX-Basic file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<martif type="TBX-Basic" xml:lang="en-GB">\n<martifHeader>\n'
    yield f"<fileDesc>\n<titleStmt><title>{escape(title)}</title></titleStmt>\n"
    yield "<sourceDesc><p>A glossary of jargon and what to say instead.</p></sourceDesc>\n</fileDesc>\n"
    yield '<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>\n</martifHeader>\n<text>\n<body>\n'
    for entry in entries:
        yield from _entry(entry)
    yield "</body>\n</text>\n</martif>\n"


def _entry(entry: Entry) -> Iterator[str]:
    part = _PARTS_OF_SPEECH[entry.kind]
    yield f"<termEntry id={quoteattr(f'entry-{entry.id}')}>\n"
    yield f'<descrip type="subjectField">{escape(entry.family)}</descrip>\n'
    yield '<langSet xml:lang="en-GB">\n'
    yield f'<descripGrp>\n<descrip type="definition">{escape(entry.what_we_mean)}</descrip>\n'
    yield from (f'<admin type="source">{escape(source)}</admin>\n' for source in entry.sources)
    yield "</descripGrp>\n"
    note = " ".join(filter(None, (entry.why, entry.keep, entry.ask)))
    if note:
        yield f"<note>{escape(note)}</note>\n"
    for term in entry.terms:
        yield from _term(term, part, _ADMITTED if entry.keep else _DEPRECATED, entry)
    for wording in dict.fromkeys(wording.say.replace("*", "") for wording in entry.say_instead):
        if wording:
            yield from _term(wording, part, _PREFERRED)
    yield "</langSet>\n</termEntry>\n"


def _term(term: str, part: str, status: str, entry: Entry | None = None) -> Iterator[str]:
    yield f"<tig>\n<term>{escape(term)}</term>\n"
    yield f'<termNote type="partOfSpeech">{part}</termNote>\n'
    yield f'<termNote type="administrativeStatus">{status}</termNote>\n'
    if entry and entry.kind == "initials" and " " not in term:
        yield '<termNote type="termType">acronym</termNote>\n'
    if entry and term == entry.jargon:
        sentence = next((example.text for example in entry.examples if example.flag), "")
        if sentence:
            yield f'<descrip type="context">{escape(sentence)}</descrip>\n'
    yield "</tig>\n"
