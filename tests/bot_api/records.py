"""Who and what there is on the other side of the Bot API: people, chats, topics, messages and files."""

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["private", "group", "supergroup"]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
GENERAL = 1
ADMIN_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
MEMBER_RIGHTS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(kw_only=True)
class User:
    """A person, or a bot. ``started``: opened the bot's private chat at some moment."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "nl"
    is_bot: bool = False
    started: bool = False
    blocked: bool = False
    deleted: bool = False

    def shown(self) -> dict[str, Any]:
        """Return the user as updates carry them."""
        if self.deleted:
            return {"id": self.id, "is_bot": False, "first_name": ""}
        found = {"last_name": self.last_name, "username": self.username, "language_code": self.language}
        kept = {name: value for name, value in found.items() if value}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **kept}


@dataclass(kw_only=True)
class Topic:
    """A topic of a forum; its id is that of the service message it began with."""

    id: int
    name: str
    closed: bool = False


@dataclass(kw_only=True)
class Member:
    """How a user stands in a group; ``allowed`` counts for who is restricted."""

    status: Status
    allowed: frozenset[str] = frozenset(MEMBER_RIGHTS)


@dataclass(kw_only=True)
class Chat:
    """A private chat (its id is the person's), a group or a supergroup."""

    id: int
    kind: Kind
    title: str = ""
    forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    allowed: frozenset[str] = frozenset(MEMBER_RIGHTS)
    topics: dict[int, Topic] = field(default_factory=dict)
    general_closed: bool = False
    moved_to: int | None = None
    deleted: bool = False
    messages: dict[int, "Message"] = field(default_factory=dict)
    last_message: int = 0

    def status(self, user: int) -> Status:
        """Return how somebody stands in the group."""
        member = self.members.get(user)
        return member.status if member else "left"


@dataclass(kw_only=True)
class File:
    """Something with bytes that messages point at; ``id`` is what a bot sends it again with.

    ``sent``: the bytes as they were uploaded, where Telegram keeps a smaller picture instead.
    """

    id: str
    unique: str
    path: str
    content: bytes
    name: str = ""
    mime: str = ""
    size: int = 0
    sent: bytes = b""


@dataclass(kw_only=True)
class Shape:
    """What a message shows at one moment: ``body`` in the Bot API's own fields, ``source`` as the bot sent it."""

    body: dict[str, Any]
    markup: dict[str, Any] | None = None
    source: str = ""


@dataclass(kw_only=True)
class Message:
    """A message in a chat. ``history`` holds what it showed before each edit, the oldest first."""

    id: int
    chat: Chat
    sender: User
    date: int
    shape: Shape
    thread: int | None = None
    topical: bool = False
    reply: int | None = None
    edited: int | None = None
    deleted: bool = False
    extra: dict[str, Any] = field(default_factory=dict)
    history: list[Shape] = field(default_factory=list)


@dataclass(kw_only=True)
class Query:
    """A press that waits for its one answer. ``answered``: its text, None while there is none."""

    id: str
    user: int
    chat: int
    message: int
    data: str
    answered: str | None = None
    alert: bool = False
    url: str = ""
    expired: bool = False
