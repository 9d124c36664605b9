"""Files that are meant to do harm, or are damaged: what each is, by its name."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator

import samples
from samples import HEAD, docx, docx_parts, paragraph, pdf, run, zipped

BODY = paragraph("We utilise it.") + paragraph("PLACE")
MAIN = "word/document.xml"
_MEGABYTE = 1 << 20


def _with(change: Callable[[str], str]) -> bytes:
    parts = docx_parts(BODY)
    parts[MAIN] = change(str(parts[MAIN]))
    return zipped(parts)


def _zip_bomb() -> bytes:
    """600 MB of one letter in a document of 0.6 MB."""
    head, tail = str(docx_parts(BODY)[MAIN]).split("PLACE")
    return _streamed(head, b"A" * _MEGABYTE, 600, tail)


def _bomb_of_elements() -> bytes:
    """40 MB of the smallest elements there are, each of which takes far more memory than it has letters."""
    head, tail = str(docx_parts(BODY)[MAIN]).split(paragraph("PLACE"))
    return _streamed(head, b"<w:p/>" * (_MEGABYTE // 6), 40, tail)


def _streamed(head: str, piece: bytes, times: int, tail: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as out:
        for name, part in docx_parts(BODY).items():
            if name != MAIN:
                out.writestr(name, part)
        with out.open(MAIN, "w") as file:
            file.write(head.encode())
            for _ in range(times):
                file.write(piece)
            file.write(tail.encode())
    return data.getvalue()


def _false_size() -> bytes:
    """A part that says that it is small when unpacked, and is not."""
    data = _zip_bomb()
    size = (600 * _MEGABYTE + len(str(docx_parts(BODY)[MAIN])) - len("PLACE")).to_bytes(4, "little")
    return data.replace(size, (4096).to_bytes(4, "little"))


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    doctype = f'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">{entities}]>'
    return _with(lambda text: text.replace(HEAD, HEAD + doctype).replace("PLACE", "&j;"))


def _external(address: str) -> bytes:
    doctype = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address}">]>'
    return _with(lambda text: text.replace(HEAD, HEAD + doctype).replace("PLACE", "&x;"))


def _same_names() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as out:
        for name, part in docx_parts(BODY).items():
            out.writestr(name.replace(MAIN, "word/documens.xml"), part)
        out.writestr(MAIN, "<x/>")
    return data.getvalue().replace(b"word/documens.xml", MAIN.encode())


def _locked_zip() -> bytes:
    """A zip whose parts are marked as encrypted."""
    data = bytearray(docx(BODY))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def _pdf_bomb() -> bytes:
    """A PDF whose one page unpacks to 400 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * _MEGABYTE) for _ in range(400)) + packer.flush()
    whole = pdf(["We utilise it."])
    start = whole.index(b"5 0 obj")
    stream = (
        b"5 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream\nendobj\n"
    )
    return whole[:start] + stream + whole[whole.index(b"endobj", start) + 7 :]


DEEP = 50_000
FILES: dict[str, Callable[[], bytes]] = {
    "bomb.docx": _zip_bomb,
    "bomb_of_elements.docx": _bomb_of_elements,
    "false_size.docx": _false_size,
    "laughs.docx": _laughs,
    "external_file.docx": lambda: _external("file:///etc/passwd"),
    "external_web.docx": lambda: _external("http://127.0.0.1:9/x"),
    "password.docx": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096),
    "locked.docx": _locked_zip,
    "really_a_pdf.docx": lambda: pdf(["We utilise it."]),
    "really_words.docx": lambda: b"We utilise it.",
    "cut_short.docx": lambda: docx(BODY * 500)[:700],
    "no_text.docx": lambda: zipped({name: part for name, part in docx_parts(BODY).items() if name != MAIN}),
    "no_body.docx": lambda: _with(lambda _: samples.word_part("document", "")),
    "deep.docx": lambda: _with(
        lambda text: text.replace("<w:body>", "<w:body>" + "<w:sdt><w:sdtContent>" * DEEP).replace(
            "</w:body>", "</w:sdtContent></w:sdt>" * DEEP + "</w:body>"
        )
    ),
    "same_names.docx": _same_names,
    "names_that_climb.docx": lambda: zipped({**docx_parts(BODY), "../../climbed.txt": "x", "/climbed.txt": "y"}),
    "strict.docx": lambda: _with(
        lambda text: text.replace(samples.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    ),
    "long_paragraph.docx": lambda: docx(paragraph(run("We utilise this. " * 700_000))),
    "utf_16.docx": lambda: zipped(
        {**docx_parts(BODY), MAIN: str(docx_parts(BODY)[MAIN]).replace("UTF-8", "UTF-16").encode("utf-16")}
    ),
    "spreadsheet.docx": lambda: zipped(
        {**docx_parts(BODY), "[Content_Types].xml": samples.content_types(MAIN, "spreadsheetml.sheet")}
    ),
    "empty.docx": lambda: b"",
    "cut_short.pdf": lambda: pdf(*[["We utilise it."]] * 20)[:900],
    "junk.pdf": lambda: b"%PDF-1.7\n" + random.Random(6).randbytes(5000),  # noqa: S311 - no secret
    "password.pdf": lambda: pdf(
        ["We utilise it."],
        trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
        f" /O <{'41' * 32}> /U <{'42' * 32}> >> /ID [<{'43' * 16}> <{'43' * 16}>]",
    ),
    "scanned.pdf": lambda: pdf([], []),
    "pdf_bomb.pdf": _pdf_bomb,
    "deep.html": lambda: b"<html>" + b"<blockquote><q hidden>" * DEEP + b"We utilise it." + b"</q></blockquote>" * DEEP,
    "never_closed.html": lambda: b"<html>We utilise it.<p " + b'a="<!--<p ' * 200_000,
    "comments.html": lambda: b"<html>We utilise it." + b"<!--" * 500_000,
    "bad_encoding.html": lambda: b'<html><meta charset="utf-16">We utilise it. \x93caf\xe9\x94 &#xD800; &#x110000;',
    "latin.txt": lambda: "Caf\xe9 \u2018utilise\u2019 \xa35".encode("cp1252"),
    "control.txt": lambda: b"util\0ise\x1b[31m red",
}
"""Each file by name; those that end in a clear line, and those that are read after all, alike."""


def damaged(whole: bytes, seed: int) -> Iterator[bytes]:
    """Endless damaged copies of a file: bits flipped, pieces cut out or doubled, the end cut off."""
    chance = random.Random(seed)  # noqa: S311 - the same ones each time
    while True:
        data = bytearray(whole)
        match chance.randrange(4):
            case 0:
                for _ in range(chance.randint(1, 40)):
                    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            case 1:
                del data[chance.randrange(len(data)) :]
            case 2:
                at = chance.randrange(len(data))
                del data[at : at + chance.randint(1, 200)]
            case 3:
                at = chance.randrange(len(data))
                data[at:at] = data[max(0, at - 100) : at]
        yield bytes(data)
