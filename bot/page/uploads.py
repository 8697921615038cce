"""What people send beside text: pictures are made safe to keep, everything else is declined with what to do instead."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from bot.page.requests import Sent
from documents.attachments import DECLINED
from documents.photos import Photo, PhotoError, clean_photo
from programme.errors import AanjagerError

SOUNDS = frozenset(
    {".aac", ".amr", ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav", ".weba", ".wma"}
)
FILMS = frozenset({".3gp", ".avi", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".webm", ".wmv"})
PAPERS = frozenset(
    {".csv", ".doc", ".docx", ".md", ".odp", ".ods", ".odt", ".pdf", ".pps", ".ppsx", ".ppt", ".pptx", ".rtf"}
    | {".txt", ".xls", ".xlsx", ".zip"}
)
# What is declined, by the first half of the media type that a device gives it, and by what its name ends in.
KINDS: Mapping[str, tuple[str, frozenset[str]]] = {
    "audio": ("voice", SOUNDS),
    "video": ("film", FILMS),
    "application": ("paper", PAPERS),
    "text": ("paper", PAPERS),
}


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
        raise NotTaken(declined.what, declined.next) from error


def _kind(file: Sent) -> str:
    """What the device says it is; devices that say nothing useful still give a name that ends in something."""
    half = file.type.partition("/")[0]
    suffix = PurePath(file.name).suffix.lower()
    if file.type != "application/octet-stream" and half in KINDS:
        return KINDS[half][0]
    return next((kind for kind, suffixes in KINDS.values() if suffix in suffixes), "")
