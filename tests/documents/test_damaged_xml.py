"""Documents whose XML is in order and makes no sense: each is read and marked, or refused in one clear line."""

from __future__ import annotations

import copy
import hashlib
import io
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree
from samples import docx, field, odt, paragraph, run, word_part, zipped

from plainspeak.checking.checker import Checker
from plainspeak.documents.marking import Wishes, mark, proposal
from plainspeak.documents.reader import read_bytes_as_document
from plainspeak.errors import DocumentError

WORD = docx(
    paragraph(
        run("We uti") + f'<w:ins w:id="7">{run("lise", "<w:b/>")}</w:ins>' + run(" it, ") + field("REF x", run("x"))
    )
    + f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{paragraph('Service users')}</w:sdtContent></w:sdt>"
    + f"<w:tbl><w:tr><w:tc>{paragraph(run('Going') + '<w:r><w:tab/></w:r>' + run('forward'))}</w:tc></w:tr></w:tbl>"
    + paragraph("We ask service", "<w:rPr><w:del/></w:rPr>")
    + paragraph(" users."),
    {"header1": word_part("hdr", paragraph("We utilise it."))},
)
OPEN = odt(
    "<text:tracked-changes><text:changed-region text:id='c'><text:insertion/></text:changed-region></text:tracked-changes>"
    "<text:p>We uti<text:change-start text:change-id='c'/><text:span>lise</text:span><text:change-end text:change-id='c'/> it,"
    "<text:s text:c='3'/><text:text-input>utilise</text:text-input></text:p><text:p>Service<text:tab/>users</text:p>"
    "<table:table><table:table-row><table:table-cell><text:p>Going forward<text:note text:note-class='footnote'><text:note-body>"
    "<text:p>We utilise it.</text:p></text:note-body></text:note>.</text:p></table:table-cell></table:table-row></table:table>"
)
VALUES = ["", "-1", "x", "99999999999", "none", "true", "\u0660"]


class Dice:
    """Numbers that look random and are the same in every run."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.thrown = 0

    def below(self, count: int) -> int:
        self.thrown += 1
        return int.from_bytes(hashlib.sha256(b"%d %d" % (self.seed, self.thrown)).digest()[:4], "big") % count


def damaged(data: bytes, dice: Dice) -> bytes:
    """The document with a few of the elements of one part removed, doubled, moved, renamed or given odd attributes."""
    package = zipfile.ZipFile(io.BytesIO(data))
    parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    name = names[dice.below(len(names))]
    root = etree.fromstring(bytes(parts[name]))
    for _ in range(1 + dice.below(8)):
        _damage(list(root.iter("*")), dice)
    return zipped({**parts, name: etree.tostring(root)})


def _damage(elements: list[etree._Element], dice: Dice) -> None:
    one, other = elements[dice.below(len(elements))], elements[dice.below(len(elements))]
    parent = one.getparent()
    if parent is None or one in other.iterancestors() or one is other:
        return
    match dice.below(6):
        case 0:
            parent.remove(one)
        case 1:
            parent.insert(parent.index(one), copy.deepcopy(one))
        case 2:
            other.append(one)
        case 3:
            one.tag = other.tag
        case 4:
            parent.insert(parent.index(one), etree.Comment("a comment"))
        case _:
            for name in one.attrib:
                one.attrib[name] = VALUES[dice.below(len(VALUES))]


def documents() -> Iterator[tuple[str, bytes]]:
    for name, data in (("a.docx", WORD), ("a.odt", OPEN)):
        yield name, data
        for seed in range(120):
            yield name, damaged(data, Dice(seed))


def test_no_odd_xml_is_too_odd(checker: Checker) -> None:
    refused = []
    for name, data in documents():
        try:
            mark(data, name, lambda text, masks: proposal(checker, text, masks, (), Wishes()))
        except DocumentError as error:
            refused.append(str(error))
    assert all(said.startswith("a.") for said in refused)
    assert 10 < len(refused) < 140


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:r><w:t>We uti<!-- a comment -->lise it.</w:t></w:r>", "We use it."),
        (f"<!-- a comment --><?a note?>{run('We utilise it.')}", "We use it."),
        ("<w:t>We utilise it.</w:t><w:tab/>", "We utilise it.\t"),
    ],
)
def test_comments_in_the_xml_and_words_in_no_run(inner: str, text: str, checker: Checker) -> None:
    copy_of = mark(docx(f"<w:p>{inner}</w:p>"), "a.docx", lambda *read: proposal(checker, *read, (), Wishes()))
    assert read_bytes_as_document(copy_of.data, "a.docx").text == text
