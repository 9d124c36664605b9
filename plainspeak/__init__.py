"""plainspeak finds jargon in a draft and offers plain words that fit the sentence."""

__version__ = "0.1.0"
