"""What people do, as calls of a test: by the ids of people and chats, safe from any thread."""

import itertools
from collections.abc import Iterable
from typing import Any

from tests.bot_api import groups, keyboards, people
from tests.bot_api.markup import found
from tests.bot_api.records import Chat, Kind, Message, Shape, Status, User
from tests.bot_api.updates import Update
from tests.bot_api.world import World

START = 64  # characters of a start parameter at most


class Acting:
    """Acts in a world. A ``chat`` left out is the person's private chat with the bot; ids are Telegram's numbers."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._people = itertools.count(101)

    def person(
        self,
        first_name: str,
        *,
        last_name: str = "",
        username: str = "",
        language: str = "nl",
        id: int = 0,
        started: bool = False,
    ) -> int:
        """Let there be a person; return their id. ``started``: they opened the bot's chat before."""
        with self.world.lock:
            user = User(
                id=id or next(self._people),
                first_name=first_name,
                last_name=last_name,
                username=username,
                language=language,
                started=started,
            )
            self.world.users[user.id] = user
            if started:
                self.world.private(user)
            return user.id

    def type(
        self,
        user: int,
        text: str,
        chat: int | None = None,
        *,
        topic: int | None = None,
        reply: int | None = None,
    ) -> int:
        """Let somebody send a text; return the message's id. In groups privacy mode decides whether the bot hears."""
        return self._post(user, people.written(text), chat, topic=topic, reply=reply)

    def start(self, user: int, code: str = "") -> int:
        """Let somebody open t.me/BOT?start=CODE. Raises ValueError where Telegram would not take the code."""
        if len(code) > START or (not code.replace("_", "").replace("-", "").isalnum() and code):
            raise ValueError(f"no start parameter: {code!r}")
        return self.type(user, f"/start {code}".strip())

    def press(
        self,
        user: int,
        label: str,
        chat: int | None = None,
        *,
        message: int | None = None,
        old: bool = False,
        elsewhere: int | None = None,
    ) -> str:
        """Let somebody press a button: of the last message that has it, or of one; return the query's id.

        ``old``: the message can no longer be reached, or its button is gone; ``elsewhere``: on a copy in that chat.
        Raises LookupError where no message shows such a button.
        """
        with self.world.lock:
            where = self._chat(user, chat)
            named = where.messages[message] if message is not None else self._with(where, label, old)
            other = self.world.chats[elsewhere] if elsewhere is not None else None
            return people.press(self.world, self.world.user(user), named, label, old=old, elsewhere=other).id

    def expire(self, query: str) -> None:
        """Let a press be too old to answer."""
        with self.world.lock:
            self.world.queries[query].expired = True

    def send_photo(
        self,
        user: int,
        content: bytes,
        chat: int | None = None,
        *,
        caption: str = "",
        size: tuple[int, int] = (1280, 960),
        claimed: int = 0,
        album: str = "",
        topic: int | None = None,
        reply: int | None = None,
    ) -> int:
        """Let somebody send a photo, which comes in three sizes; ``claimed``: bytes that Telegram says it has."""
        body = {**people.photo_body(self.world, content, size, claimed), **_caption(caption)}
        extra = {"media_group_id": album} if album else None
        return self._post(user, body, chat, topic=topic, reply=reply, extra=extra)

    def send_album(
        self, user: int, contents: Iterable[bytes], chat: int | None = None, *, caption: str = ""
    ) -> list[int]:
        """Let somebody send several photos as one album: an update for each, the caption with the first."""
        album = f"album{self.world.number()}"
        return [
            self.send_photo(user, content, chat, caption="" if number else caption, album=album)
            for number, content in enumerate(contents)
        ]

    def send_document(
        self,
        user: int,
        content: bytes,
        name: str,
        chat: int | None = None,
        *,
        mime: str = "application/octet-stream",
        caption: str = "",
        claimed: int = 0,
    ) -> int:
        """Let somebody send a file."""
        body = people.document_body(self.world, content, name, mime, claimed)
        return self._post(user, {**body, **_caption(caption)}, chat)

    def send_other(self, user: int, sort: str, chat: int | None = None, *, content: bytes = b"bytes") -> int:
        """Let somebody send voice, video, video_note, animation, audio, sticker, location, contact or poll."""
        return self._post(user, people.other_body(self.world, sort, content), chat)

    def edit(self, user: int, message: int, text: str, chat: int | None = None) -> None:
        """Let somebody change what they typed."""
        with self.world.lock:
            people.edit(self.world, self._chat(user, chat).messages[message], people.written(text))

    def block(self, user: int, blocked: bool = True) -> None:
        """Let somebody block the bot, or allow it again."""
        with self.world.lock:
            people.block(self.world, self.world.user(user), blocked)

    def delete_account(self, user: int) -> None:
        """Let somebody delete their account; the bot is told nothing of it."""
        with self.world.lock:
            self.world.user(user).deleted = True

    def group(
        self,
        title: str,
        members: Iterable[int],
        *,
        supergroup: bool = False,
        forum: bool = False,
        bot: bool = True,
    ) -> int:
        """Let the first of ``members`` make a group with the others, and with the bot; return its id."""
        with self.world.lock:
            users = [self.world.user(id) for id in members]
            for user in users:
                self.world.private(user)
            kind: Kind = "supergroup" if supergroup or forum else "group"
            return groups.create(self.world, title, users, kind=kind, forum=forum, bot=bot).id

    def add_bot(self, by: int, chat: int) -> None:
        """Let somebody add the bot to a group."""
        self._stand(by, chat, "member")

    def remove_bot(self, by: int, chat: int) -> None:
        """Let somebody throw the bot out of a group."""
        self._stand(by, chat, "kicked")

    def promote_bot(self, by: int, chat: int, *, administrator: bool = True) -> None:
        """Let somebody make the bot an administrator, or take that away."""
        self._stand(by, chat, "administrator" if administrator else "member")

    def restrict_bot(self, by: int, chat: int, *, allowed: Iterable[str] = ()) -> None:
        """Let somebody restrict what the bot may do in a supergroup to the rights named."""
        self._stand(by, chat, "restricted", allowed)

    def join(self, user: int, chat: int) -> None:
        """Let somebody join a group."""
        self._stand(user, chat, "member", who=user)

    def leave(self, user: int, chat: int) -> None:
        """Let somebody leave a group."""
        self._stand(user, chat, "left", who=user)

    def permit(self, chat: int, allowed: Iterable[str]) -> None:
        """Set what all members may do in a group ("can_send_messages", ...)."""
        with self.world.lock:
            self.world.chats[chat].allowed = frozenset(allowed)

    def retitle(self, by: int, chat: int, title: str) -> None:
        """Let somebody give a group another title."""
        with self.world.lock:
            groups.retitle(self.world, self.world.chats[chat], self.world.user(by), title)

    def migrate(self, by: int, chat: int, *, forum: bool = False) -> int:
        """Let a group become a supergroup; return the new id."""
        with self.world.lock:
            return groups.migrate(self.world, self.world.chats[chat], self.world.user(by), forum=forum).id

    def delete_group(self, by: int, chat: int) -> None:
        """Let somebody delete a group for everybody."""
        with self.world.lock:
            groups.delete(self.world, self.world.chats[chat], self.world.user(by))

    def topic(self, by: int, chat: int, name: str) -> int:
        """Let somebody begin a topic; return its id."""
        with self.world.lock:
            return groups.open_topic(self.world, self.world.chats[chat], self.world.user(by), name).id

    def rename_topic(self, by: int, chat: int, topic: int, name: str) -> None:
        """Let somebody give a topic another name."""
        with self.world.lock:
            groups.rename_topic(self.world, self.world.chats[chat], self.world.user(by), topic, name)

    def close_topic(self, by: int, chat: int, topic: int | None = None, *, closed: bool = True) -> None:
        """Let somebody close a topic (None: the General one), or open it again."""
        with self.world.lock:
            groups.close_topic(self.world, self.world.chats[chat], self.world.user(by), topic, closed)

    def delete_topic(self, chat: int, topic: int) -> None:
        """Let somebody delete a topic; the bot is told nothing of it."""
        with self.world.lock:
            groups.delete_topic(self.world.chats[chat], topic)

    def inject(self, kind: str, body: Any) -> Update | None:
        """Put an update of any kind, with any fields, into the bot's queue."""
        with self.world.lock:
            return self.world.tell(kind, body)

    def deliver_again(self, update: Update | None = None) -> None:
        """Deliver an update once more, under its own id; without one, the last that came."""
        with self.world.lock:
            self.world.updates.again(update or self.world.updates.recent[-1])

    def _post(self, user: int, body: dict[str, Any], chat: int | None, **more: Any) -> int:
        with self.world.lock:
            topic = more.pop("topic", None)
            where = self._chat(user, chat)
            return people.post(self.world, self.world.user(user), where, body, thread=topic, **more).id

    def _chat(self, user: int, chat: int | None) -> Chat:
        return self.world.private(self.world.user(user)) if chat is None else self.world.chats[chat]

    def _with(self, chat: Chat, label: str, old: bool) -> Message:
        for message in reversed(chat.messages.values()):
            shapes: list[Shape] = [message.shape, *message.history] if old else [message.shape]
            if (old or not message.deleted) and any(_has(shape, label) for shape in shapes):
                return message
        raise LookupError(f"no message shows [{label}]")

    def _stand(
        self,
        by: int,
        chat: int,
        status: Status,
        allowed: Iterable[str] | None = None,
        *,
        who: int | None = None,
    ) -> None:
        with self.world.lock:
            user = self.world.bot if who is None else self.world.user(who)
            groups.change(self.world, self.world.chats[chat], self.world.user(by), user, status, allowed)


def _has(shape: Shape, label: str) -> bool:
    return any(button["text"] == label for button in keyboards.buttons(shape.markup))


def _caption(text: str) -> dict[str, Any]:
    if not text:
        return {}
    parts = list(found(text))
    return {"caption": text, "caption_entities": parts} if parts else {"caption": text}
