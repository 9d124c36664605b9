"""One file per output; all of them print the same report."""
