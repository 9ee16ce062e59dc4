"""The case and its rules. Knows no Qt, no SQL, no PDF and no file."""
