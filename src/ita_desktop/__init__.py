"""ita-desktop: from a year's ITA scores to the signed memo."""

PROGRAM = "ita-desktop"
__version__ = "0.1.0"
