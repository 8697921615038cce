"""What people send beside text: pictures are made safe to keep, everything else is declined with what to do instead."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from bot.page.requests import Sent
from documents.photos import Photo, PhotoError, clean_photo
from programme.errors import AanjagerError
from programme.text import Phrase, _

SOUNDS = frozenset(
    {".aac", ".amr", ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav", ".weba", ".wma"}
)
FILMS = frozenset({".3gp", ".avi", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".webm", ".wmv"})
PAPERS = frozenset(
    {".csv", ".doc", ".docx", ".md", ".odp", ".ods", ".odt", ".pdf", ".pps", ".ppsx", ".ppt", ".pptx", ".rtf"}
    | {".txt", ".xls", ".xlsx", ".zip"}
)
KINDS: Mapping[str, frozenset[str]] = {"audio": SOUNDS, "video": FILMS, "application": PAPERS, "text": PAPERS}


class NotTaken(AanjagerError):
    """Something other than a picture; says what to do instead."""


def cleaned(files: Iterable[Sent]) -> tuple[Photo, ...]:
    """Make every picture safe to keep; all of them or none.

    Raises:
        NotTaken: a voice note, a film or a document.
        PhotoError: a picture that cannot be taken.
    """
    return tuple(_cleaned(file) for file in files)


def _cleaned(file: Sent) -> Photo:
    try:
        return clean_photo(file.data)
    except PhotoError as error:
        declined = DECLINED.get(_kind(file))
        if declined is None:
            raise
        raise NotTaken(*declined) from error


def _kind(file: Sent) -> str:
    """What the device says it is; devices that say nothing useful still give a name that ends in something."""
    kind = file.type.partition("/")[0]
    suffix = PurePath(file.name).suffix.lower()
    if file.type != "application/octet-stream" and kind in KINDS:
        return kind
    return next((known for known, suffixes in KINDS.items() if suffix in suffixes), "")


_AS_TEXT = _("Type in a line or two what is in it, or send a picture of it.")
DECLINED: Mapping[str, tuple[Phrase, Phrase]] = {
    "audio": (_("I cannot listen to voice notes."), _("Type what you wanted to say; one line is enough.")),
    "video": (_("I cannot take films."), _("Send a photo of the best moment, or type a link to the film.")),
    "application": (_("I cannot read documents."), _AS_TEXT),
    "text": (_("I cannot read documents."), _AS_TEXT),
}
