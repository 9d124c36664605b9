"""Exchange: the glossary to and from spreadsheets, and out to pages for print, translators and editors."""
