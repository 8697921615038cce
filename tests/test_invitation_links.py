"""Links and QR pictures: where the bot has a name on Telegram, an invitation is opened with a tap or a camera."""

import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.begin import begin
from bot.cli import main
from bot.settings import Settings, Telegram
from documents.drawings import draw
from documents.pictures.qr import draw_qr, written_qr
from programme.invitations import QrCode, Standing, link_to, new_code, read_code
from storage import marks
from storage.database import Database, Transaction
from storage.people import invitations
from tests.platforms import Direct
from tests.two_regions import START, seed, seeded
from tests.typed import Terminal, typed

BOT = "aanjager_proef_bot"
LINK = re.compile(rf"https://t\.me/{BOT}\?start=([A-Za-z0-9_-]{{1,64}})(?=\s|$)")


def named(tx: Transaction) -> None:
    seed(tx)
    marks.set_mark(tx, invitations.BOT, BOT)


def seeded_and_named(tmp_path: Path) -> Path:
    data = seeded(tmp_path)
    store = Database(data / "aanjager.db")
    store.write(lambda tx: marks.set_mark(tx, invitations.BOT, BOT)).result()
    store.close()
    return data


def invitations_in(data: Path) -> int:
    store = Database(data / "aanjager.db")
    count = store.read(lambda tx: tx.value("SELECT COUNT(*) FROM invitations"))
    store.close()
    return int(count)


def invited(bot: Direct) -> None:
    bot.say("n-manager", "", "/uitnodigen")
    bot.press("n-manager", "", "Docent")
    bot.press("n-manager", "", "Overslaan")


def test_every_code_fits_the_payload_of_a_link_and_is_read_back_from_it() -> None:
    for code in (new_code() for _code in range(200)):
        payload = LINK.fullmatch(link_to(BOT, code.link))
        assert payload and read_code(payload[1]) == code.link


def test_the_letter_in_chat_is_one_message_with_link_code_and_picture() -> None:
    bot = Direct(named, START)
    invited(bot)
    told, letter = bot.screen.shown[bot._chat("n-manager", "")][-2:]
    found = LINK.search(letter.text)
    assert found and letter.buttons == ()
    assert letter.drawing == QrCode(link=found[0], region="Regio Noord")
    assert "t.me" not in told.text
    bot.say("nieuw", "", f"/start {found[1]}")
    assert bot.heard("nieuw", "")[-1].text.startswith("Welkom bij Regio Noord! Je rol: Docent.")


def test_without_a_bot_that_has_links_the_letter_is_the_code_alone() -> None:
    bot = Direct(seed, START)
    invited(bot)
    letter = bot.screen.shown[bot._chat("n-manager", "")][-1]
    assert (letter.drawing, "t.me" in letter.text) == (None, False)
    assert re.search(r"deze code: [A-Z0-9]{4}-[A-Z0-9]{4}$", letter.text)


def test_the_picture_is_read_by_a_camera_and_told_to_who_does_not_see_it() -> None:
    link = link_to(BOT, new_code().link)
    picture = draw(QrCode(link=link, region="Regio Noord"), "nl")
    assert picture.type == "image/png"
    assert picture.name == f"Een QR-code met de uitnodiging voor Regio Noord. Deze link staat erin: {link}"
    assert _dots(picture.data) == _expected(link)


def _dots(png: bytes) -> list[list[bool]]:
    """Return the dots of the picture, dark ones True, and check that it is large, with white around it."""
    import io

    from PIL import Image

    image = Image.open(io.BytesIO(png)).convert("L")
    assert image.size == (720, 720)
    middles = [[image.getpixel((x * 16 + 8, y * 16 + 8)) == 0 for x in range(45)] for y in range(45)]
    edge = [*middles[:4], *middles[-4:], *([*row[:4], *row[-4:]] for row in middles)]
    assert not any(dot for row in edge for dot in row)
    return [row[4:-4] for row in middles[4:-4]]


def _expected(link: str) -> list[list[bool]]:
    import segno

    return [[bool(dot) for dot in row] for row in segno.make(link, error="m", micro=False).matrix]


def test_the_command_line_prints_the_link_and_draws_it_where_somebody_looks(tmp_path: Path) -> None:
    data = seeded_and_named(tmp_path)
    words = ["invite", "--region", "N", "--role", "docent", "--data", data]
    answer = typed(*words)
    found = LINK.search(answer.said)
    assert (answer.status, "█" in answer.said) == (0, False)
    assert found
    store = Database(data / "aanjager.db")
    made = store.read(lambda tx: invitations.invitation(tx, found[1], START))
    store.close()
    assert made is not None and made.standing is Standing.OPEN


def test_at_a_terminal_the_link_is_drawn_in_characters_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, screen = seeded_and_named(tmp_path), Terminal()
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    with redirect_stdout(screen), pytest.raises(SystemExit):
        main(["invite", "--region", "N", "--role", "docent", "--data", str(data)])
    said = re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())
    link = LINK.search(said)
    assert link and said.endswith(written_qr(link[0]) + "\n")


@pytest.mark.parametrize("token", [None, "7000001:a-token-of-the-tests-own"])
def test_a_link_is_offered_only_as_long_as_the_bot_is_on_telegram(token: str | None) -> None:
    bot = Direct(named, START)
    begin(bot.store, Settings(telegram=Telegram(token=SecretStr(token) if token else None)))
    invited(bot)
    assert ("t.me" in bot.screen.shown[bot._chat("n-manager", "")][-1].text) is bool(token)


@pytest.mark.parametrize(("name", "begins"), [("kaart.png", b"\x89PNG"), ("kaart.SVG", b"<?xml")])
def test_the_picture_is_written_to_a_file_that_nobody_else_reads(
    tmp_path: Path, name: str, begins: bytes
) -> None:
    data, file = seeded_and_named(tmp_path), tmp_path / name
    answer = typed("invite", "--region", "N", "--role", "docent", "--qr", file, "--data", data)
    link = LINK.search(answer.said)
    assert answer.status == 0 and link, answer.all
    assert f"Het QR-plaatje staat in {file}." in answer.said
    assert file.read_bytes() == draw_qr(link[0], name[-3:].lower())
    assert file.read_bytes().startswith(begins)
    assert file.stat().st_mode & 0o777 == 0o600


REFUSED = {
    "another kind": ("kaart.jpg", "Een QR-plaatje is een .png of .svg, en dat is kaart.jpg niet."),
    "a file that is there": ("staat-er.png", "bestaat al; er wordt niets overschreven. Kies een andere naam"),
    "no such folder": ("weg/kaart.png", "kan niet geschreven worden. Kies een map die bestaat"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_picture_that_cannot_be_made_invites_nobody(tmp_path: Path, case: str) -> None:
    name, says = REFUSED[case]
    data = seeded_and_named(tmp_path)
    (tmp_path / "staat-er.png").write_bytes(b"van een ander")
    before = invitations_in(data)
    answer = typed("invite", "--region", "N", "--role", "docent", "--qr", tmp_path / name, "--data", data)
    assert (answer.status, invitations_in(data)) == (2, before)
    assert says in answer.all
    assert (tmp_path / "staat-er.png").read_bytes() == b"van een ander"


def test_who_invites_nobody_gets_no_picture(tmp_path: Path) -> None:
    data, file = seeded_and_named(tmp_path), tmp_path / "kaart.png"
    answer = typed("invite", "--region", "Q", "--role", "docent", "--qr", file, "--data", data)
    assert (answer.status, file.exists()) == (2, False)


def test_a_picture_without_a_link_is_refused_with_what_to_do(tmp_path: Path) -> None:
    data, file = seeded(tmp_path), tmp_path / "kaart.png"
    before = invitations_in(data)
    answer = typed("invite", "--region", "N", "--role", "docent", "--qr", file, "--data", data)
    assert "de bot heeft nog geen naam op Telegram. Start hem daar één keer met: aanjager run." in answer.all
    assert (answer.status, file.exists(), invitations_in(data)) == (2, False, before)


def test_the_picture_in_characters_has_two_dots_in_each() -> None:
    rows = written_qr(link_to(BOT, "a" * 32)).splitlines()
    assert set("".join(rows)) <= set("█▀▄ ")
    assert len(rows) == (len(rows[0]) + 1) // 2
