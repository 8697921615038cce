"""A link as a picture that a camera reads: on a slide, on paper, from one phone to another."""

import io

import segno

from programme.invitations import QrCode
from programme.text import Text, _

SCALE = (
    16  # pixels a dot: some 700 in all for a link, so that it stays sharp where a messenger makes it smaller
)
QUIET = 4  # dots of white around it, without which readers do not find it


def describe_qr(drawing: QrCode) -> Text:
    """Say what the picture says, for whoever does not see it."""
    return _(
        "A QR code with the invitation to {region}. It holds this link: {link}",
        region=drawing.region,
        link=drawing.link,
    )


def draw_qr(link: str, kind: str) -> bytes:
    """Return a file of a ``kind``, png or svg, that a camera reads, with a sixth of it damaged too (level M)."""
    file = io.BytesIO()
    segno.make(link, error="m", micro=False).save(file, kind=kind, scale=SCALE, border=QUIET)
    return file.getvalue()


def written_qr(link: str) -> str:
    """Return the picture in characters, two dots in each; they are its light, so they go on a dark ground."""
    text = io.StringIO()
    segno.make(link, error="l", micro=False).terminal(text, border=2, compact=True)
    return text.getvalue()
