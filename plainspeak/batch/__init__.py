"""Many documents: finding them, and checking each so that one that fails does not stop the rest."""
