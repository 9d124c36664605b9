"""The glossary: what an entry is, how it is read, and the rules it keeps."""
