"""The one dialogue engine: a form is a table of fields; back, skip, the card and change exist once, here."""
