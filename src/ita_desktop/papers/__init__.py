"""What stands on a paper: the document, composed from the case, and its wording."""
