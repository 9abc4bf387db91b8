"""Small immutable values, one a file: numbers, codes, amounts and days that the field agrees upon."""
