from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.documents.blocks import BlockText
from plainspeak.documents.html import decoded, read_html
from plainspeak.documents.html_reading import HtmlReader
from plainspeak.documents.reader import read_bytes_as_document
from plainspeak.text.protected import Mask


def text_of(source: str) -> str:
    content = BlockText()
    HtmlReader(source, content, []).read()
    return content.text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a  b\n c</p>", "a b c"),
        ("a<b>b</b>c <i> d</i>", "abc d"),
        ("<p>one<p>two<div>three</div>four", "one\n\ntwo\n\nthree\n\nfour"),
        ("one<br>two", "one\ntwo"),
        ("R&amp;D &eacute;&#233;&#xE9; &nbsp;x &unknown; a&b", "R&D ééé \xa0x &unknown; a&b"),
        ("a < b and 2<3", "a < b and 2<3"),
        ("a<!-- <p>no --> b<!doctype x><?php no ?>", "a b"),
        ("a<script>if (x < 'y</p>') no</script>b<style>p {}</style>c", "abc"),
        ("<title>no</title><p>yes", "yes"),
        ("<p hidden>no<p>yes", "yes"),
        ('<div style="color: red; display : none">no<p>no</p></div>yes', "yes"),
        ("<p title='a > b' alt=\"<p>\">yes</p>", "yes"),
        ("<p title=it's>yes</p> <p title=it's>yes</p>", "yes\n\nyes"),
        ("<ul><li>one<li>two</ul>three", "one\n\ntwo\n\nthree"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<pre>R&amp;D\n  &lt;b&gt; &#233;</pre>", "R&D\n  <b> é"),
        ("yes <p never closed", "yes"),
        ("<script>no", ""),
        ("a<del>b</del><ins>c</ins>", "ac"),
        ("service users<sup>1</sup>, stakeholders<sup><a href='#n'> 12 </a></sup>.", "service users, stakeholders."),
        ("10<sup>6</sup> and the 2<sup>nd</sup><sup>a</sup>", "106 and the 2nda"),
        ("<sup>1</sup> A note", "1 A note"),
        ("users<a epub:type='noteref' href='#n'>1</a> and <a role=doc-noteref>2</a>more", "users and more"),
        ("<p><span style='mso-list:Ignore'>\u00b7 &nbsp;</span>An item of Word", "An item of Word"),
    ],
)
def test_what_a_person_sees(source: str, text: str) -> None:
    assert text_of(source) == text


def test_blocks_and_masks() -> None:
    source = (
        b"<html><h2>Our plan</h2><p>Run <code>utilise &amp; go</code> now.<ul><li>An item</ul>"
        b"<table><tr><td>A cell</table><blockquote><p>They utilise it.</blockquote>"
    )
    document = read_bytes_as_document(source, "notes")
    assert document.format == "html"
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", "Our plan"),
        ("paragraph", "Run utilise & go now."),
        ("list item", "An item"),
        ("cell", "A cell"),
        ("paragraph", "They utilise it."),
    ]
    assert [(document.text[mask.start : mask.end], mask.reason) for mask in document.masks] == [
        ("utilise & go", "code"),
        ("They utilise it.", "quotation"),
    ]


@given(st.text(alphabet="ab <>&;/!-'\"=p\n\té", max_size=60) | st.text(max_size=40))
def test_every_piece_stands_where_it_says(source: str) -> None:
    page = read_html(source.encode("utf-8", "replace"), "a.html")
    at = 0
    for piece in page.pieces:
        assert at <= piece.source_start < piece.source_end
        at = piece.source_end
        if piece.end - piece.start == piece.source_end - piece.source_start > 1:
            shown = page.content.text[piece.start : min(piece.end, len(page.content.text))]
            written = page.source.text[piece.source_start : piece.source_end]
            assert "&" in written or "<br" in written or written.split()[: len(shown.split())] == shown.split()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b'<meta charset="iso-8859-1">caf\xe9 \x93x\x94', "café “x”"),
        (b"<meta http-equiv=x content='text/html; charset=koi8-r'>\xc1", "а"),
        ("café".encode(), "café"),
        (b"caf\xe9", "café"),
        ("café".encode("utf-16"), "café"),
        (b'<meta charset="base64">caf\xe9', "café"),
        (b'<?xml version="1.0" encoding="windows-1252"?>\x80', "€"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    source = decoded(data, "a.html")
    assert source.text.endswith(text)
    assert source.back(source.text) == data
    assert source.back("Ѳ").decode("utf-16" if source.bom else source.encoding) in {"Ѳ", "&#1138;"}


def test_lines_kept_as_they_are_hold_code_only_where_they_say_so() -> None:
    letter, listing = "<pre class='western'>We utilise it.</pre>", "<pre class='highlight'>utilise()</pre>"
    assert HtmlReader(letter, BlockText(), []).masks == []
    masks: list[Mask] = []
    HtmlReader(letter + listing + "<pre><code>utilise()</code></pre>", BlockText(), masks).read()
    assert [mask.reason for mask in masks] == ["code", "code"]
