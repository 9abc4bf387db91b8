"""Values that iWmo and iJw share, one folder a release: the laws use them, neither inherits."""
