"""The bot on Telegram, with python-telegram-bot as a transport: its ``Bot``, its types, its parsing, and no state.

``requests`` carries calls over HTTP, ``errors`` is the one place that says what a failure means, ``sending`` shows
parcels, ``arrivals`` reads updates and ``receiving`` keeps them; ``connection`` puts these together.
"""

PLATFORM = "telegram"
