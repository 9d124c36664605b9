"""What Word puts into real documents, marked: real LibreOffice takes all the changes in, and drops them."""

from __future__ import annotations

from typing import Any

import libreoffice
import pytest
from samples import docx, field, paragraph, run

from plainspeak.checking.checker import Checker
from plainspeak.documents.fixed import apart_from_fixed
from plainspeak.documents.marking import Wishes, mark, proposal
from plainspeak.documents.reader import read_bytes_as_document
from plainspeak.text.edits import apply_edits

pytestmark = [
    pytest.mark.skipif(
        not libreoffice.python_with_uno(), reason="LibreOffice Writer and python3-uno are not installed"
    ),
    pytest.mark.slow,
]
BEFORE, AFTER = paragraph("We utilise words before it."), paragraph("We utilise words after it.")
JO = 'w:author="Jo" w:date="2026-01-01T00:00:00Z"'


def control(inner: str, kind: str = "") -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="5"/>{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def table(*cells: str) -> str:
    columns = '<w:gridCol w:w="3000"/>' * len(cells)
    row = "".join(f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"


DELETED_END = f'<w:rPr><w:del w:id="70" {JO}/></w:rPr>'
FRAME = '<w:framePr w:w="2000" w:wrap="around" w:vAnchor="text" w:hAnchor="text" w:x="10" w:y="10"/>'
FORM = '<w:ffData><w:name w:val="T"/><w:enabled/><w:textInput/></w:ffData>'
MOVED = f'<w:moveToRangeStart w:id="71" {JO} w:name="m"/><w:moveTo w:id="72" {JO}>{run("We commence it.")}</w:moveTo>'
HEBREW = run(" \u05e9\u05dc\u05d5\u05dd ", "<w:rtl/>")
CASES = {
    "a merge field": paragraph(
        run("Dear ") + field("MERGEFIELD What", run("utilise things")) + run(", we utilise it.")
    ),
    "a phrase that a field begins": paragraph(run("In ") + field("MERGEFIELD What", run("order")) + run(" to go.")),
    "a form to fill in": paragraph(run("So ") + field("FORMTEXT", run("we utilise forms"), FORM) + run(".")),
    "a link": paragraph(run("Read ") + field('HYPERLINK "http://example.org/"', run("how we utilise it")) + run(".")),
    "a control in a line": paragraph(run("Here ") + control(run("we utilise it")) + run(" now.")),
    "a control for plain text": paragraph(run("Here ") + control(run("we utilise it"), "<w:text/>") + run(" now.")),
    "a control round a paragraph": control(paragraph("We utilise one.")),
    "a control round paragraphs": control(paragraph("We utilise one.") + paragraph("We utilise two.")),
    "a control round a table": control(table(paragraph("We utilise one."), paragraph("We utilise two."))),
    "a table in a table": table(paragraph("Utilise it.") + table(paragraph("We utilise cells.")) + paragraph("")),
    "a frame": paragraph("We utilise frames.", FRAME) + paragraph("We utilise what is beside it."),
    "an end that is deleted": paragraph("We ask service", DELETED_END) + paragraph(" users to utilise it."),
    "words that were moved": paragraph(run("Then. ") + MOVED + '<w:moveToRangeEnd w:id="71"/>'),
    "words in other directions": paragraph(f'<w:bdo w:val="ltr">{run("We utilise it.")}</w:bdo>{HEBREW}'),
    "a tag": f'<w:customXml w:uri="u" w:element="e">{paragraph("We utilise it.")}</w:customXml>',
}


@pytest.fixture(scope="module")
def taken(checker: Checker, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """What LibreOffice says of each case: all changes dropped without and with ours, and all of them taken in."""
    folder = tmp_path_factory.mktemp("word")
    words: list[str] = []
    for number, inner in enumerate(CASES.values()):
        source, copy = folder / f"{number}.docx", folder / f"{number}-marked.docx"
        source.write_bytes(data := docx(BEFORE + inner + AFTER))
        marked = mark(data, source.name, lambda text, masks: proposal(checker, text, masks, (), Wishes()))
        copy.write_bytes(marked.data)
        words += f"reject:{source}", f"reject:{copy}", f"accept:{copy}"
    said = libreoffice.said(*words)
    return {case: said[3 * number : 3 * number + 3] for number, case in enumerate(CASES)}


@pytest.mark.parametrize("case", CASES)
def test_all_changes_dropped_or_taken_in(case: str, taken: dict[str, list[dict[str, Any]]], checker: Checker) -> None:
    before, rejected, accepted = taken[case]
    document = read_bytes_as_document(docx(BEFORE + CASES[case] + AFTER), "a.docx")
    edits = checker.rewritten(document.text, document.masks).edits
    new = apply_edits(document.text, apart_from_fixed(edits, document.fixed))
    assert {**rejected, "what": "", "comments": 0} == {**before, "what": "", "comments": 0}
    seen = (line.removesuffix("\r") for line in accepted["body"] + accepted["boxes"])  # the end of a control
    assert sorted(filter(None, seen)) == sorted(new.split("\n\n"))
