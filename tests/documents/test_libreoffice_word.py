"""What Word puts into real documents, and what LibreOffice makes of it: it takes in, or drops, all our changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import libreoffice
import pytest
from samples import docx, field, paragraph, run, word_part

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
HEBREW = run(" \u05e9\u05dc\u05d5\u05dd", "<w:rtl/>")
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
    "letters that somebody put in": paragraph(
        run("We uti") + f'<w:ins w:id="73" {JO}>{run("lise")}</w:ins>' + run(" it.")
    ),
    "letters that somebody took out": paragraph(
        run("We uti") + f'<w:del w:id="74" {JO}><w:r><w:delText>XX</w:delText></w:r></w:del>' + run("lise it.")
    ),
    "words in other directions": paragraph(f'<w:bdo w:val="ltr">{run("We utilise it.")}</w:bdo>{HEBREW}'),
    "a tag": f'<w:customXml w:uri="u" w:element="e">{paragraph("We utilise it.")}</w:customXml>',
}


@pytest.fixture(scope="module", params=["docx", "odt"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each case as a document, and its marked copy; those in OpenDocument are what LibreOffice makes of them."""
    folder = tmp_path_factory.mktemp(request.param)
    sources = [folder / f"{number}.docx" for number in range(len(CASES))]
    for source, inner in zip(sources, CASES.values(), strict=True):
        source.write_bytes(docx(BEFORE + inner + AFTER))
    if request.param == "odt":
        libreoffice.converted(folder, "odt", *sources)
        for source in sources:
            source.unlink()
    return folder


class Case(NamedTuple):
    """One case: the text of `plainspeak rewrite`, and what LibreOffice says with all changes dropped and taken in."""

    rewritten: str
    before: dict[str, Any]
    rejected: dict[str, Any]
    accepted: dict[str, Any]


@pytest.fixture(scope="module")
def cases(folder: Path, checker: Checker) -> dict[str, Case]:
    words: list[str] = []
    rewritten: list[str] = []
    for number in range(len(CASES)):
        [source] = folder.glob(f"{number}.*")
        document = read_bytes_as_document(data := source.read_bytes(), source.name)
        edits = checker.rewritten(document.text, document.masks).edits
        rewritten.append(apply_edits(document.text, apart_from_fixed(edits, document.fixed)))
        copy = source.with_stem(f"{number}-marked")
        copy.write_bytes(mark(data, source.name, lambda *read: proposal(checker, *read, (), Wishes())).data)
        words += f"reject:{source}", f"reject:{copy}", f"accept:{copy}"
    said = libreoffice.said(*words)
    return {case: Case(rewritten[number], *said[3 * number : 3 * number + 3]) for number, case in enumerate(CASES)}


@pytest.mark.parametrize("name", CASES)
def test_all_changes_dropped_or_taken_in(name: str, cases: dict[str, Case]) -> None:
    case = cases[name]
    assert {**case.rejected, "what": "", "comments": 0} == {**case.before, "what": "", "comments": 0}
    seen = (line.removesuffix("\r") for line in case.accepted["body"] + case.accepted["boxes"])  # the end of a control
    assert sorted(filter(None, seen)) == sorted(case.rewritten.split("\n\n"))


def test_footnotes_stay_where_there_are_comments_between_them(checker: Checker, tmp_path: Path) -> None:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = "".join(f'<w:footnote w:id="{number}">{paragraph(f"Note {number}.")}</w:footnote>' for number in (9, 11))
    first, second = (f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (9, 11))
    body = paragraph(run("We utilise it") + first + run(". We utilise it again") + second + run(" and utilise it."))
    data = docx(body, {"footnotes": word_part("footnotes", separators + notes)})
    copy = tmp_path / "copy.docx"
    copy.write_bytes(mark(data, "a.docx", lambda *read: proposal(checker, *read, (), Wishes())).data)
    [said] = libreoffice.said(str(copy))
    assert said["notes"] == ["Note 9.", "Note 11."]
    assert said["comments"] == 3
