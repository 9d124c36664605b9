"""The fields of Word, which stand in .docx and .rtf files."""

MADE_BY_WORD = ("TOC", "INDEX", "TOA", "BIBLIOGRAPHY")
"""Fields whose words stand elsewhere in the document already, by what they are called."""


def name_of(code: str) -> str:
    """What a field is called, by its code: its first word, in capitals; "" where there is no code yet."""
    return next(iter(code.upper().split(maxsplit=1)), "")
