"""Files as people write them: in any style of YAML, a change touches the lines of its own field and no other byte."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.glossary.save import entries_of, with_changes, with_entry, without_entry
from plainspeak.glossary.written_fields import Fields, Value

PATH = "ours.yaml"
NEW: Fields = {"jargon": "doodah", "kind": "noun", "level": "must", "family": "office", "what_we_mean": "A part."}
_words = st.lists(
    st.sampled_from("Größe naïve café's it: #1 - [x] {y} yes 007 100% &c *star !bang".split()), min_size=1
)
_sentence = _words.map(" ".join)
_list = st.lists(_sentence, min_size=1, max_size=3, unique=True)
_examples = st.lists(
    st.fixed_dictionaries({"flag": _sentence}, optional={"becomes": _sentence})
    | st.fixed_dictionaries({"pass": _sentence}),
    min_size=1,
    max_size=3,
)
_agreed = st.fixed_dictionaries({"by": _sentence}, optional={"notes": _sentence})
_values = {"also": _list, "examples": _examples, "agreed": _agreed}
_quotes = st.sampled_from(["single", "double"])
_comment = st.sampled_from(["", "", "  # a note", "\t# naïve: [x"])
_gap = st.sampled_from(["", "", "\n", "\n\n", "  # between\n", "# at the edge\n", "\n    # deep\n\n"])


class Piece(NamedTuple):
    """A stretch of a file: what belongs to a field of an entry, given by its number, or to nothing."""

    entry: int
    field: str
    text: str


def quoted(words: str, how: str) -> str:
    if how == "single":
        return "'" + words.replace("'", "''") + "'"
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def record_lines(draw: st.DrawFn, record: dict[str, str], indent: str) -> str:
    """A record, such as an example: one field to a line, or in curly brackets. Its first line is not set in."""
    if draw(st.booleans()):
        inside = ", ".join(f"{name}: {quoted(text, 'double')}" for name, text in record.items())
        return f"{{{inside}}}{draw(_comment)}\n"
    lines = [f"{name}: {quoted(text, draw(_quotes))}{draw(_comment)}\n" for name, text in record.items()]
    return lines[0] + "".join(f"{draw(_gap)}{indent}{line}" for line in lines[1:])


@st.composite
def lines_of(draw: st.DrawFn, name: str, value: Value, indent: str) -> str:
    """A field as somebody might write it; `indent` stands before the lines that follow its first."""
    how = draw(_quotes)
    note = draw(_comment)
    space = draw(st.sampled_from([" ", "  "]))
    if isinstance(value, str):
        style = draw(st.sampled_from(["line", "folded", "broken"]))
        if style == "folded":
            deeper = f"\n{indent}      "  # than any comment, which would be part of the words
            return f"{name}: >-{deeper}{value.replace(' ', deeper, 1)}\n"
        words = quoted(value, how)
        if style == "broken" and " " in value:
            words = words.replace(" ", f"\n{indent}    ", 1)
        return f"{name}:{space}{words}{note}\n"
    if isinstance(value, dict):
        record = draw(record_lines(value, indent + "  "))
        return f"{name}: {record}" if record.startswith("{") else f"{name}:{note}\n{indent}  {record}"
    if value and isinstance(value[0], dict):
        records = [f"{indent}- {draw(record_lines(item, indent + '  '))}" for item in value]
        return f"{name}:{note}\n" + draw(_gap).join(records)
    if draw(st.booleans()):
        parted = draw(st.sampled_from([", ", ",", f",\n{indent}   "]))
        return f"{name}: [{parted.join(quoted(item, how) for item in value)}]{note}\n"
    inner = draw(st.sampled_from(["", "  "]))
    items = (f"{indent}{inner}-{space}{quoted(item, how)}{draw(_comment)}\n{draw(_gap)}" for item in value[:-1])
    last = f"{indent}{inner}-{space}{quoted(value[-1], how)}{draw(_comment)}\n"
    return f"{name}:{note}\n" + "".join(items) + last


@st.composite
def files(draw: st.DrawFn) -> list[Piece]:
    """A file of one to three entries, in pieces; line ends and byte order mark are put in by `joined`."""
    outer, inner = draw(st.sampled_from(["", "  ", "    "])), draw(st.sampled_from([" ", "   "]))
    pieces = [Piece(-1, "", f"{draw(_gap)}title: Ours\n{draw(_gap)}entries:{draw(_comment)}\n")]
    for number in range(draw(st.integers(1, 3))):
        fields: Fields = {"jargon": f"gizmo {number}", "kind": "noun"}
        fields["what_we_mean"] = draw(_sentence)
        if draw(st.booleans()):
            fields["also"] = draw(_list)
        for name, values in (("why", _sentence), ("examples", _examples), ("agreed", _agreed)):
            if draw(st.booleans()):
                fields[name] = draw(values)
        names = draw(st.permutations(list(fields)))
        indent = outer + " " + inner
        for at, name in enumerate(names):
            pieces.append(Piece(number if at else -1, "", draw(_gap)))
            pieces.append(Piece(number, "", indent if at else f"{outer}-{inner}"))
            pieces.append(Piece(number, name, draw(lines_of(name, fields[name], indent))))
    return [*pieces, Piece(-1, "", draw(st.sampled_from(["", "\n", "# The end.\n"])))]


def joined(pieces: list[Piece], newline: str) -> str:
    return "".join(piece.text for piece in pieces).replace("\n", newline)


_some = st.fixed_dictionaries(
    {"what_we_mean": _sentence},
    optional={"also": _list, "why": _sentence, "examples": _examples, "agreed": _agreed, "ask": _sentence},
)
_newlines = st.sampled_from(["\n", "\r\n"])
_marks = st.sampled_from(["", "\ufeff"])


@settings(max_examples=120, deadline=None)
@given(files(), _newlines, _marks, st.data())
def test_a_changed_field_changes_no_other_byte(
    pieces: list[Piece], newline: str, mark: str, data: st.DataObject
) -> None:
    text = mark + joined(pieces, newline)
    entries = entries_of(text, PATH)
    at = data.draw(
        st.sampled_from([at for at, piece in enumerate(pieces) if piece.field not in ("", "jargon", "kind")])
    )
    number, name = pieces[at].entry, pieces[at].field
    value = data.draw(_values.get(name, _sentence))
    wanted = {**entries[number], name: value}
    new = with_changes(text, str(wanted["jargon"]), "noun", wanted, PATH)
    assert entries_of(new, PATH) == [wanted if at == number else entry for at, entry in enumerate(entries)]
    assert new.startswith(mark + joined(pieces[:at], newline))
    assert new.endswith(joined(pieces[at + 1 :], newline))
    assert new.count("\r") == (new.count("\n") if newline == "\r\n" else 0)


@settings(max_examples=120, deadline=None)
@given(files(), _newlines, _marks, st.data())
def test_an_entry_is_changed_in_any_way_in_a_file_without_a_last_line_end(
    pieces: list[Piece], newline: str, mark: str, data: st.DataObject
) -> None:
    text = (mark + joined(pieces, newline)).rstrip()
    entries = entries_of(text, PATH)
    number = data.draw(st.integers(0, len(entries) - 1))
    old = entries[number]
    wanted = {"jargon": old["jargon"], "kind": old["kind"], **data.draw(_some)}
    new = with_changes(text, str(old["jargon"]), "noun", wanted, PATH)
    assert entries_of(new, PATH) == [wanted if at == number else entry for at, entry in enumerate(entries)]
    before = next(at for at, piece in enumerate(pieces) if piece.entry == number)
    assert new.startswith(mark + joined(pieces[:before], newline))
    assert new.count("\r") == (new.count("\n") if newline == "\r\n" else 0)


@settings(max_examples=80, deadline=None)
@given(files(), _newlines, _marks)
def test_an_entry_is_added_and_taken_out_again(pieces: list[Piece], newline: str, mark: str) -> None:
    text = mark + joined(pieces, newline)
    new = with_entry(text, NEW, PATH)
    assert entries_of(new, PATH) == [*entries_of(text, PATH), NEW]
    before = mark + joined(pieces[:-1], newline)
    assert new.startswith(before.rstrip())
    assert new.endswith(joined(pieces[-1:], newline))
    assert without_entry(new, "doodah", "noun", PATH) == text


@settings(max_examples=80, deadline=None)
@given(files(), _newlines, _marks, st.data())
def test_an_entry_taken_out_takes_nothing_with_it(
    pieces: list[Piece], newline: str, mark: str, data: st.DataObject
) -> None:
    text = mark + joined(pieces, newline)
    entries = entries_of(text, PATH)
    gone = data.draw(st.integers(0, len(entries) - 1))
    new = without_entry(text, str(entries[gone]["jargon"]), "noun", PATH)
    assert entries_of(new, PATH) == [entry for at, entry in enumerate(entries) if at != gone]
    rest = joined([piece for piece in pieces if piece.entry != gone], newline)
    assert without_blank_lines(new).replace("entries: []", "entries:") == without_blank_lines(rest)
    assert len(rest.splitlines()) - len(new.splitlines()) <= 1
    assert new.startswith(mark)
    assert new.count("\r") == (new.count("\n") if newline == "\r\n" else 0)


def without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.removeprefix("\ufeff").splitlines() if line.strip())
