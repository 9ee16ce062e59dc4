"""A document laid out: text to lines, tables and pages, as plain values for any writer."""
