"""English itself; knows no glossary."""
