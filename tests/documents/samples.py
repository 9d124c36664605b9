"""Small documents made by hand, to be read and to be damaged."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def zipped(parts: Mapping[str, str | bytes], compress: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts; a part called mimetype is not compressed."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compress) as out:
        for name, part in parts.items():
            out.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else None)
    return data.getvalue()


# -- Word --------------------------------------------------------------------------------------------------------------


def relations(*rows: tuple[str, str, str]) -> str:
    """A part of relations; each row is an id, the last word of the type, and the target."""
    inner = "".join(f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, kind, target in rows)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def content_types(main: str, kind: str) -> str:
    """The part that says what kind of document a package is."""
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
    )


def run(text: str, properties: str = "") -> str:
    """A run of one text."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    inner = inner if inner.startswith("<") else run(inner)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def field(code: str, result: str, data: str = "") -> str:
    """A field: its code, what it shows, and the data of a form that it is."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{step}">{data if step == "begin" else ""}</w:fldChar></w:r>'
        for step in ("begin", "separate", "end")
    )
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{separate}{result}{end}'


def word_part(name: str, inner: str) -> str:
    """A part of a Word document."""
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return f'{HEAD}<w:{name} xmlns:w="{W}" xmlns:mc="{mc}" xmlns:r="{R}">{inner}</w:{name}>'


def docx_parts(body: str, more: Mapping[str, str] = {}) -> dict[str, str | bytes]:
    """The parts of a Word document with this body; `more` are further parts, such as footnotes, by their kind."""
    kinds = [(f"rId{number}", kind.rstrip("0123456789"), f"{kind}.xml") for number, kind in enumerate(more, 1)]
    return {
        "[Content_Types].xml": content_types("word/document.xml", "wordprocessingml.document"),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": word_part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*kinds),
        **{f"word/{kind}.xml": part for kind, part in more.items()},
    }


def docx(body: str, more: Mapping[str, str] = {}) -> bytes:
    """A Word document with this body."""
    return zipped(docx_parts(body, more))


# -- OpenDocument and others -------------------------------------------------------------------------------------------


def odt_parts(body: str) -> dict[str, str | bytes]:
    """The parts of an OpenDocument text with this body."""
    base = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{base}:{name}:1.0"' for name in ("office", "text", "table", "style", "chart"))
    names += f' xmlns:draw="{base}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{HEAD}<office:document-content {names}>{inner}</office:document-content>",
    }


def odt(body: str) -> bytes:
    """An OpenDocument text with this body."""
    return zipped(odt_parts(body))


# -- PDF ---------------------------------------------------------------------------------------------------------------


def pdf(*pages: list[str], trailer: str = "", before: str = "", raw: bool = False) -> bytes:
    """A PDF with one line of Helvetica below the other on each page; an empty line is a gap.

    What is drawn `before` stands in the language of PDF, and may turn what follows; `raw` lines may hold such words too.
    """
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join("T*\n" if not line else f"({line if raw else _in_pdf(line)}) Tj T*\n" for line in lines)
        stream = f"{before} BT /F1 11 Tf 14 TL 72 770 Td\n{shown}ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {5 + 2 * number} 0 R >>"
        )
        packed = zlib.compress(stream.encode("cp1252"))
        objects.append(
            f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n{packed.decode('latin-1')}\nendstream"
        )
    data, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    start = len(data)
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    end += f"startxref\n{start}\n%%EOF\n"
    return data + end.encode("latin-1")


def _in_pdf(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
