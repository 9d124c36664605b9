"""One file per format: each reads a document into text and knows how to write it back."""
