"""``python -m bot`` is ``aanjager``."""

from bot.cli import main

main()
