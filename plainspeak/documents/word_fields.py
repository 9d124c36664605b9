"""The fields of Word, which stand in .docx and .rtf files."""

MADE_BY_WORD = ("TOC", "INDEX", "TOA", "BIBLIOGRAPHY")
"""Fields whose words stand elsewhere in the document already, by the first word of their code."""
