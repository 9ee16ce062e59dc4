"""Text set on pages as plain values: fonts, shaping, lines, tables, pages, charts."""
