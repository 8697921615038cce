"""What people attach on Telegram, over real HTTP: fetched, made safe and asked about, or declined."""

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from documents.photos import BYTES_AT_MOST
from storage.database import Row
from tests.attached import MOMENT, PHOTO, begins
from tests.bot_api import BotApi, broken, cut, flood, garbage
from tests.bot_api.faults import Fault
from tests.region import START, seed
from tests.taken_photos import PLACE, encoded
from tests.telegram_platform import OnTelegram
from tests.test_albums import FILM
from tests.test_attachments import ASKED, UNFETCHED, VOICE, WEEK


class Sending(OnTelegram):
    """Somebody who attaches things on Telegram."""

    folder: Path

    @property
    def me(self) -> int:
        return self.people["docent"]

    def said(self, where: str = "", later: timedelta = timedelta()) -> list[str]:
        """Return what the bot says to what was sent, some time later."""
        self._settled()
        self.turn(self.clock.at + later)
        return [one.text for one in self.heard("docent", where)]

    def kept(self) -> list[Row]:
        return self.store.read(lambda tx: tx.rows("SELECT * FROM pictures ORDER BY rowid"))

    def on_disk(self) -> list[bytes]:
        return [path.read_bytes() for path in self.folder.glob("*")]


@pytest.fixture(params=[False, True], ids=["polling", "webhook"])
def bot(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sending]:
    with BotApi() as api:
        bot = Sending(api, seed, START, tmp_path / "files", webhook=request.param)
        bot.folder = tmp_path / "files"
        yield bot
        bot.close()


def test_a_photo_is_kept_in_its_largest_size_without_what_the_phone_tells(bot: Sending) -> None:
    large = encoded(Image.effect_noise((900, 600), 60).convert("RGB"), "JPEG")
    bot.api.send_photo(bot.me, large, caption="Pilot robotica gedraaid", size=(900, 600))
    assert begins(bot.said(), ASKED)
    (picture,) = bot.on_disk()
    assert (Image.open(io.BytesIO(picture)).size, len(bot.kept())) == ((900, 600), 1)


def test_a_picture_that_is_sent_as_a_file_is_taken_without_its_place(bot: Sending) -> None:
    bot.api.send_document(bot.me, PHOTO, "IMG_1.jpg", mime="image/jpeg", caption="Pilot gedraaid")
    assert begins(bot.said(), ASKED)
    (picture,) = bot.on_disk()
    assert (PLACE.encode() in PHOTO, PLACE.encode() in picture) == (True, False)


def test_an_album_is_one_message(bot: Sending) -> None:
    bot.api.send_album(bot.me, [PHOTO] * 5, caption="Pilot gedraaid")
    assert bot.said() == []
    assert begins(bot.said(later=MOMENT), ASKED)
    assert len(bot.kept()) == len(bot.on_disk()) == 5


def test_an_album_may_come_in_several_batches(bot: Sending) -> None:
    for number in range(3):
        bot.api.send_photo(bot.me, PHOTO, caption="" if number else "Pilot", album="a1", size=(60, 40))
        assert bot.said(later=timedelta(seconds=1)) == []
    assert begins(bot.said(later=MOMENT), ASKED)
    assert len(bot.kept()) == 3


@pytest.mark.parametrize(
    ("sort", "says"),
    [
        ("voice", VOICE),
        ("audio", VOICE),
        ("video", FILM),
        ("video_note", FILM),
        ("animation", FILM),
        ("sticker", "Ik kan alleen tekst"),
        ("location", "Ik kan alleen tekst"),
        ("contact", "Ik kan alleen tekst"),
        ("poll", "Ik kan alleen tekst"),
    ],
)
def test_all_else_is_declined(bot: Sending, sort: str, says: str) -> None:
    bot.api.send_other(bot.me, sort)
    assert begins(bot.said(), says)


def test_a_document_is_declined_and_its_words_are_answered(bot: Sending) -> None:
    bot.api.send_document(bot.me, b"%PDF-1.7", "verslag.pdf", mime="application/pdf", caption="/week")
    assert begins(bot.said(), "Documenten kan ik niet lezen.", WEEK)


def test_what_is_too_large_for_a_bot_is_declined(bot: Sending) -> None:
    bot.api.send_document(bot.me, PHOTO, "groot.jpg", mime="image/jpeg", claimed=BYTES_AT_MOST + 1)
    assert begins(bot.said(), "Deze foto is groter dan 20 MB.")


@pytest.mark.parametrize(
    "fault", [broken(), cut(), flood(2), garbage()], ids=["5xx", "cut", "429", "garbage"]
)
def test_telegram_being_down_for_a_moment_costs_nothing(bot: Sending, fault: Fault) -> None:
    bot.api.fail(fault, "getFile")
    bot.api.send_photo(bot.me, PHOTO, size=(60, 40))
    assert begins(bot.said(later=MOMENT), ASKED)


def test_telegram_being_down_for_long_is_said(bot: Sending) -> None:
    bot.api.fail(broken(), "getFile", times=99)
    bot.api.send_photo(bot.me, PHOTO, caption="/week", size=(60, 40))
    assert begins(bot.said(later=timedelta(minutes=3)), UNFETCHED, WEEK)


def test_in_a_group_nothing_is_fetched_and_the_way_to_the_private_chat_is_shown(bot: Sending) -> None:
    group = bot.groups["Team Rivierenland"].chat
    bot.api.type(bot.me, "/week", group)
    (week,) = bot.said("Team")
    bot.api.send_photo(bot.me, PHOTO, group, size=(60, 40))
    assert bot.said("Team") == []
    bot.api.send_photo(bot.me, PHOTO, group, size=(60, 40), reply=bot.api.last(group).id)
    assert begins(bot.said("Team"), "Dat is iets tussen jou en mij.")
    assert (bot.kept(), bot.on_disk(), week.startswith(WEEK)) == ([], [], True)
