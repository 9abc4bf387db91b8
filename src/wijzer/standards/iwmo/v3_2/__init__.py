"""iWmo 3.2: the basisschema, the code lists and fourteen message types, one module each."""
