"""The releases of iJw, one folder each."""
