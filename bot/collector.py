"""Python's collector of circular garbage, told what a bot is like that runs for months.

What is there once everything has started stays to the end, so it need not be looked at again and again; and an answer
makes thousands of objects that are gone by themselves a moment later, so it is enough to look seldom.
"""

import gc

SELDOM = (
    20_000,
    20,
    50,
)  # objects made since the last look, and looks before the next generation is looked at too


def settle_in() -> None:
    """Begin the long run; once in a process, when everything is there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
