"""The memo: composed from the case as a document of blocks, then set and written as PDF."""
