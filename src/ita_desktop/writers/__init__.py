"""Set pages as files: PDF, and SVG for the screen."""
