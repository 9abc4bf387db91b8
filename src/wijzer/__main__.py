"""``python -m wijzer`` is the command line."""

from wijzer.cli import main

main()
