"""The command line: one command, one file, each loaded only when it is used."""
