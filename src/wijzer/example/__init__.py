"""The model municipality, and what it stands on: files with rows, and what the two towns published."""
