"""What iWmo 3.2 and iJw 3.2 have in common: leaf types, composed types, classes and code lists."""
