"""How buttons stand under a message: short ones beside each other, as far as a phone has room for them."""

from collections.abc import Sequence

from storage.messages.parcels import Label

ROW = 3  # buttons beside each other
ROOM = 30  # and the characters of their labels together


def in_rows(buttons: Sequence[Label]) -> list[list[Label]]:
    """Return the buttons in rows, in the order in which they are numbered."""
    rows: list[list[Label]] = []
    for button in buttons:
        if rows and len(rows[-1]) < ROW and sum(len(b.label) for b in (*rows[-1], button)) <= ROOM:
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows
