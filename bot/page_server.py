"""The HTTP interface of the chat page: what docs/chat-page.md describes and the page itself uses.

Served on loopback only. A foreign Host or Origin is refused, so that no other site can act through a browser.
"""

import json
import re
from collections.abc import AsyncIterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.clock import Clock, TurnedClock
from bot.local import PLATFORM, Hub, LocalPlatform, as_json, new_event
from bot.page import FOLDER, POLICY, TYPES
from bot.page.wording import wording
from jobs.scheduler import Scheduler
from language.catalogue import catalogue
from programme.records import Chat, Person
from programme.text import Phrase, _
from programme.wording import role_of
from storage import chats, local_chat
from storage.database import Store, Transaction
from storage.files import FileStore
from storage.inbox import Arrival

HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
LONGEST = 20_000
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


class OwnHostOnly:
    """Refuses requests that another site (or a rebound name) makes through the reader's browser."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] == "http" and not _own(Headers(scope=scope)):
            refusal = JSONResponse({"error": "This page answers to its own address only."}, 403)
            await refusal(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self._app(scope, receive, guarded)


def _own(headers: Headers) -> bool:
    host = headers.get("host", "")
    return re.sub(r":\d+$", "", host) in HOSTS and headers.get("origin", f"http://{host}") == f"http://{host}"


class Refusal(Exception):
    """A request that cannot be carried out; the page shows the text to the person."""

    def __init__(self, status: int, text: Phrase) -> None:
        super().__init__()
        self.status = status
        self.text = text


class PageServer:
    """The endpoints. ``language`` is the page's own; what the bot says is in each reader's."""

    def __init__(
        self,
        store: Store,
        files: FileStore,
        platform: LocalPlatform,
        hub: Hub,
        clock: Clock,
        scheduler: Scheduler,
    ) -> None:
        self._store = store
        self._files = files
        self._platform = platform
        self._hub = hub
        self._clock = clock
        self._scheduler = scheduler
        self._zone = ZoneInfo("Europe/Amsterdam")
        self._wording = catalogue("nl")

    def app(self) -> Starlette:
        """Return the ASGI application."""
        routes = [
            Route("/", self.page),
            Route("/api/state", self.state),
            Route("/api/wording", self.words),
            Route("/api/events", self.events),
            Route("/api/clock", self.turn, methods=["POST"]),
            Route("/api/people", self.newcomer, methods=["POST"]),
            Route("/api/chats/{chat}/messages", self.messages),
            Route("/api/chats/{chat}/messages", self.post, methods=["POST"]),
            Route("/page/{name}", self.asset),
            Route("/files/{key}", self.file),
        ]
        return Starlette(
            routes=routes,
            middleware=[Middleware(OwnHostOnly)],
            exception_handlers={Refusal: self._refused},
        )

    async def page(self, request: Request) -> Response:
        """The page itself."""
        return FileResponse(FOLDER / "index.html")

    async def asset(self, request: Request) -> Response:
        """One of the page's own files."""
        path = FOLDER / request.path_params["name"]
        if path.suffix not in TYPES or not path.is_file():
            raise Refusal(404, _("There is no such page."))
        return FileResponse(path, media_type=TYPES[path.suffix], headers={"cache-control": "no-cache"})

    async def file(self, request: Request) -> Response:
        """A picture or paper."""
        path = self._files.path(request.path_params["key"])
        if path is None:
            raise Refusal(404, _("This file is no longer there."))
        return FileResponse(path)

    async def words(self, request: Request) -> Response:
        """Every wording of the page, by key."""
        return JSONResponse({key: self._wording.render(text) for key, text in wording().items()})

    async def state(self, request: Request) -> Response:
        """What time it is, who can act, and which chats there are."""
        everybody, rooms = self._store.read(_who)
        following = self._scheduler.next_moment
        return JSONResponse(
            {
                "now": self._local(self._clock.now()),
                "next": self._local(following) if following else None,
                "language": self._wording.language,
                "people": [
                    {"id": person.key, "name": person.name, "role": self._wording.render(role_of(person))}
                    for person in everybody
                ],
                "chats": [
                    {"id": chat.key, "title": chat.title, "kind": chat.kind, "members": members}
                    for chat, members in rooms
                ],
            }
        )

    async def messages(self, request: Request) -> Response:
        """The messages of a chat above ``after``, as they stand now."""
        after = request.query_params.get("after", "0")
        if not after.isdigit():
            raise Refusal(422, _("“after” must be the number of a message."))
        chat = self._chat(request.path_params["chat"])
        found = self._store.read(lambda tx: local_chat.messages(tx, chat.key, int(after)))
        return JSONResponse([as_json(message) for message in found])

    async def post(self, request: Request) -> Response:
        """Say something, press a button, or send a file, as one of the people."""
        chat = self._chat(request.path_params["chat"])
        said = await _body(request)
        account, text, button = (str(said.get(name) or "") for name in ("as", "text", "button"))
        if account not in self._store.read(lambda tx: _members(tx, chat)):
            raise Refusal(422, _("Say who you are: “as” must be somebody in this chat."))
        if len(text) > LONGEST:
            raise Refusal(413, _("That message is too long. Split it into shorter ones."))
        now = self._clock.now()
        arrival = Arrival(
            platform=PLATFORM, event=new_event(), chat=chat.key, account=account, text=text, press=button
        )
        if button:
            return JSONResponse({"id": await self._platform.press(arrival, now)}, 202)
        return JSONResponse({"id": await self._platform.say(arrival, (), now)}, 202)

    async def turn(self, request: Request) -> Response:
        """Turn the clock; answered once all that fell due has been delivered."""
        said = await _body(request)
        try:
            to = self._moment(said)
        except (ValueError, TypeError, OverflowError, msgspec.MsgspecError) as error:
            raise Refusal(422, _("Give a moment as “to” or a duration as “advance”, in ISO 8601.")) from error
        if not isinstance(self._clock, TurnedClock):
            raise Refusal(409, _("The clock here is the real one; it cannot be turned."))
        await self._scheduler.turn(to, self._clock.turn)
        following = self._scheduler.next_moment
        now = self._local(self._clock.now())
        self._hub.tell("clock", {"now": now, "next": self._local(following) if following else None})
        return JSONResponse({"now": now})

    def _moment(self, said: Mapping[str, Any]) -> datetime:
        if said.get("advance"):
            return self._clock.now() + msgspec.convert(said["advance"], timedelta)
        to = datetime.fromisoformat(said["to"])
        return to if to.tzinfo else to.replace(tzinfo=self._zone)

    async def newcomer(self, request: Request) -> Response:
        """Let somebody in who has no role yet."""
        said = await _body(request)
        person, chat = await self._platform.welcome(
            str(said.get("name") or "")[:80].strip(), self._clock.now()
        )
        self._hub.tell("state", {})
        return JSONResponse({"id": person, "chat": chat}, 201)

    async def events(self, request: Request) -> Response:
        """Server-sent events: message (new or edited), toast, clock, state."""
        return StreamingResponse(
            self._stream(), media_type="text/event-stream", headers={"cache-control": "no-store"}
        )

    async def _stream(self) -> AsyncIterator[str]:
        yield "retry: 1000\n\n"
        async for name, data in self._hub.listen():
            yield f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"

    def _chat(self, key: str) -> Chat:
        chat = self._store.read(lambda tx: chats.chat(tx, key))
        if chat is None or chat.platform != PLATFORM:
            raise Refusal(404, _("There is no such chat."))
        return chat

    def _local(self, moment: datetime) -> str:
        return moment.astimezone(self._zone).isoformat(timespec="seconds")

    async def _refused(self, request: Request, refusal: Exception) -> Response:
        if not isinstance(refusal, Refusal):
            raise refusal
        return JSONResponse({"error": self._wording.render(refusal.text)}, refusal.status)


async def _body(request: Request) -> Mapping[str, Any]:
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.form()
    try:
        said = json.loads(await request.body() or b"{}")
    except ValueError as error:
        raise Refusal(422, _("The body must be JSON.")) from error
    if not isinstance(said, dict):
        raise Refusal(422, _("The body must be a JSON object."))
    return said


def _who(tx: Transaction) -> tuple[list[Person], list[tuple[Chat, list[str]]]]:
    everybody = local_chat.people(tx)
    rooms = [(chat, _members(tx, chat)) for chat in local_chat.chats(tx)]
    return everybody, rooms


def _members(tx: Transaction, chat: Chat) -> list[str]:
    if chat.private:
        return [chat.person] if chat.person else []
    return [person.key for person in local_chat.people(tx) if chat.region in person.regions]
