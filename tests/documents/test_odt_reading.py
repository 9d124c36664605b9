from __future__ import annotations

import pytest
from samples import HEAD, odt, odt_parts, zipped

from plainspeak.documents.document import Document
from plainspeak.documents.reader import read_bytes_as_document
from plainspeak.errors import DocumentError


def read(body: str) -> Document:
    return read_bytes_as_document(odt(body), "a.odt")


NOTE = (
    "<text:note text:note-class='endnote'><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>note</text:p></text:note-body></text:note>"
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>a<text:span>b</text:span>c</text:p>", "abc"),
        ("<text:p>one</text:p><text:p/><text:p>two</text:p>", "one\n\ntwo"),
        ("<text:p>  a  b\n c<text:span> d</text:span> <text:span> e</text:span> </text:p>", "a b c d e"),
        ('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>', "a   b\tc\nd"),
        ('<text:p>a<text:s text:c="99999999999"/>b</text:p>', f"a{' ' * 1000}b"),
        (f"<text:p>why{NOTE} now</text:p><text:p>z</text:p>", "why now\n\nz\n\nnote"),
        ("<text:table-of-content><text:p>no</text:p></text:table-of-content><text:p>yes</text:p>", "yes"),
        ("<text:tracked-changes><text:p>no</text:p></text:tracked-changes><text:p>y<text:change-start/>es</text:p>", "yes"),
        ("<text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>", "ab"),
        ("<text:p>a<text:hidden-text>no</text:hidden-text>b</text:p>", "ab"),
        ("<text:p>no<text:hidden-paragraph text:is-hidden='true'/></text:p><text:p>yes</text:p>", "yes"),
        ("<text:p>yes<text:hidden-paragraph text:is-hidden='false'/></text:p>", "yes"),
        ("<text:section text:display='none'><text:p>no</text:p></text:section><text:p>yes</text:p>", "yes"),
        ("<text:section text:display='condition' text:is-hidden='true'><text:p>no</text:p></text:section>", ""),
        ("<text:section text:display='condition'><text:p>yes</text:p></text:section>", "yes"),
    ],
)  # fmt: skip
def test_what_is_text(body: str, text: str) -> None:
    assert read(body).text == text


def test_blocks() -> None:
    document = read(
        "<text:h>Plan</text:h><text:list><text:list-item><text:p>Item</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Cell</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert [block.kind for block in document.blocks] == ["heading", "list item", "cell"]
    assert document.blocks[2].place == {"paragraph": 3, "heading": "Plan"}


def test_the_words_of_a_chart() -> None:
    cells = (
        "<table:table-cell office:value-type='string'><text:p>Service users</text:p></table:table-cell>"
        "<table:table-cell office:value-type='float'><text:p>12</text:p></table:table-cell>"
        "<table:table-cell><text:p/></table:table-cell>"
    )
    parts = odt_parts("<text:p>Before <draw:frame><draw:object xlink:href='./Object 1'/></draw:frame>after.</text:p>")
    chart = "<chart:title><text:p>How we <text:span>utilise</text:span> it</text:p></chart:title>"
    inner = f"<office:chart><chart:chart>{chart}<table:table>{cells}</table:table></chart:chart></office:chart>"
    whole = str(odt_parts("")["content.xml"]).replace("<office:text></office:text>", inner)
    document = read_bytes_as_document(zipped({**parts, "Object 1/content.xml": whole}), "a.odt")
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        "Before after.",
        "How we utilise it",
        "Service users",
    ]
    assert document.blocks[1].place == {"paragraph": 1, "part": "chart"}
    assert [span.of(document.text) for span in document.fixed if span.of(document.text)] == [
        "How we utilise it",
        "Service users",
    ]


def test_an_object_that_is_no_chart_or_not_there() -> None:
    parts = odt_parts(
        "<text:p>a<draw:object xlink:href='./Formula'/><draw:object xlink:href='../../x'/><draw:object/></text:p>"
    )
    formula = f'{HEAD}<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'
    assert read_bytes_as_document(zipped({**parts, "Formula/content.xml": formula}), "a.odt").text == "a"


def test_a_password() -> None:
    parts = {**odt_parts("<text:p>x</text:p>"), "META-INF/manifest.xml": f"{HEAD}<m><encryption-data/></m>"}
    with pytest.raises(DocumentError, match="protected with a password"):
        read_bytes_as_document(zipped(parts), "a.odt")


def test_entities_are_refused() -> None:
    parts = odt_parts("<text:p>&x;</text:p>")
    content = str(parts["content.xml"]).replace(HEAD, HEAD + '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    with pytest.raises(DocumentError, match="defines entities"):
        read_bytes_as_document(zipped({**parts, "content.xml": content}), "a.odt")


def test_other_documents_of_the_family_are_refused() -> None:
    parts = {**odt_parts(""), "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    with pytest.raises(DocumentError, match="is a spreadsheet"):
        read_bytes_as_document(zipped(parts), "a.odt")
