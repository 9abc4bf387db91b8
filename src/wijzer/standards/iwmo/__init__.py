"""The releases of iWmo, one folder each."""
