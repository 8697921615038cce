"""What a row of the outbox says, kept as JSON."""

import msgspec
from msgspec.structs import replace

from language.catalogue import Catalogue
from programme.kept import keep
from programme.messages import Outgoing


class Body(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a row says, rendered in a ``language``: kept as JSON; its picture is drawn in the same.

    ``choice``: the option that was chosen under it, by ``chooser``.
    """

    text: str
    language: str = ""
    drawing: str = ""
    picture: str = ""
    answers: str = ""
    aloud: bool = True
    private: bool = False
    begin: str = ""
    choice: str = ""
    chooser: str = ""


def rendered(outgoing: Outgoing, wording: Catalogue) -> str:
    """Return what a message says to a reader, as it is kept."""
    body = Body(
        text=wording.render(outgoing.text),
        language=wording.language,
        drawing=keep(outgoing.drawing) if outgoing.drawing else "",
        picture=outgoing.picture,
        answers=outgoing.answers,
        aloud=outgoing.aloud,
        private=outgoing.private,
        begin=outgoing.begin,
    )
    return kept(body)


def kept(body: Body) -> str:
    """Return a body as JSON."""
    return msgspec.json.encode(body).decode()


def found(text: str) -> Body:
    """Return the body that ``kept`` made JSON of."""
    return msgspec.json.decode(text, type=Body)


def same(body: str, other: str) -> bool:
    """Whether two bodies show the same; how loudly, and what was chosen before, does not matter."""
    one, two = found(body), found(other)
    return replace(one, aloud=True) == replace(
        two, aloud=True, language=one.language, choice=one.choice, chooser=one.chooser
    )
