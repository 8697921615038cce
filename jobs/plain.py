"""Messages for platforms without buttons: the options stand below the text, chosen by number or by their words."""

from storage.parcels import Parcel


def plain_text(parcel: Parcel) -> str:
    """Return the text with the options as lines: "2. Partly", or "· Skip" where a number is an answer of its own."""
    options = [
        f"{label.number}. {label.label}" if label.number else f"· {label.label}" for label in parcel.buttons
    ]
    return "\n".join((parcel.text, "", *options)) if options else parcel.text
