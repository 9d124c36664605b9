"""The glossary compiled once, a text scanned once."""
