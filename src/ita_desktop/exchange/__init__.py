"""What comes in and goes out: case files and the writing of files."""
