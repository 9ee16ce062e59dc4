"""Time and memory of the program, and of others on the same text."""
