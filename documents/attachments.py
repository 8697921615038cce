"""What people attach beside photos: what kinds there are, and why each is declined, with what to do instead."""

from collections.abc import Mapping

from programme.messages import Declined
from programme.text import _

PICTURES_AT_MOST = 10  # in one message, or in one album

DECLINED: Mapping[str, Declined] = {
    "voice": Declined(
        what=_("I cannot listen to voice notes."),
        next=_("Type what you wanted to say; one line is enough."),
    ),
    "film": Declined(
        what=_("I cannot take films."),
        next=_("Type a link to where your school keeps it, or send a photo of the best moment."),
    ),
    "paper": Declined(
        what=_("I cannot read documents."),
        next=_("Type in a line or two what is in it, or send a picture of it."),
    ),
    "other": Declined(
        what=_("I can read text and pictures only."),
        next=_("Just type what you wanted to say, in your own words."),
    ),
}
UNFETCHED = Declined(what=_("I could not fetch the picture."), next=_("Please send it once more."))
TOO_MANY = Declined(
    what=_("I take at most {n} pictures at once.", n=PICTURES_AT_MOST),
    next=_("Send the others in a message of their own."),
)
IN_A_GROUP = Declined(
    what=_("I take no pictures in a group."),
    next=_("Send it to me in our private chat: there I ask whether pupils can be recognised."),
)
