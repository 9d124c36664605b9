"""The names that OpenDocument texts are written with."""

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT, TABLE, DRAW, CHART = (
    f"{{{_BASE}{name}:1.0}}" for name in ("office", "style", "text", "table", "drawing", "chart")
)
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
STYLE_NAME = TEXT + "style-name"
