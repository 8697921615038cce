"""The HTTP interface of the chat page: what docs/chat-page.md describes and the page itself uses.

Served on loopback only. A foreign Host or Origin is refused, so that no other site can act through a browser.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.demo.time import PageTime
from bot.local import PLATFORM, LocalPlatform, new_event
from bot.page import ASSETS, FOLDER, TYPES
from bot.page.guard import OwnHostOnly, Refusal, error
from bot.page.hub import Hub, Listener
from bot.page.requests import Said, Sent, named, read_json, read_said
from bot.page.uploads import cleaned
from bot.page.wording import wording
from documents.photos import Photo
from language.catalogue import catalogue
from programme.errors import AanjagerError
from programme.records import Chat
from programme.text import _, lines
from programme.wording import role_of
from storage.chats import chats
from storage.database import Store, Transaction
from storage.files import FileStore, kind
from storage.messages import local_chat
from storage.messages.inbox import Arrival
from storage.messages.local_chat import LocalMessage

LANGUAGE = "nl"
LATEST = 500


class PageServer:
    """The endpoints. What the page itself says is in ``LANGUAGE``; what the bot says is in each reader's."""

    def __init__(
        self, store: Store, files: FileStore, platform: LocalPlatform, hub: Hub, time: PageTime
    ) -> None:
        self._store = store
        self._files = files
        self._platform = platform
        self._hub = hub
        self._time = time
        self._wording = catalogue(LANGUAGE)
        self._cleaning = asyncio.Lock()

    def routes(self) -> list[Route]:
        """Return every route; docs/chat-page.md describes each."""
        return [
            Route("/", self.page),
            Route("/api/state", self.state),
            Route("/api/wording", self.words),
            Route("/api/events", self.events),
            Route("/api/clock", self.turn, methods=["POST"]),
            Route("/api/people", self.newcomer, methods=["POST"]),
            Route("/api/chats", self.new_group, methods=["POST"]),
            Route("/api/chats/{chat}/messages", self.messages),
            Route("/api/chats/{chat}/messages", self.post, methods=["POST"]),
            Route("/page/{name}", self.asset),
            Route("/files/{key}", self.file),
        ]

    def app(self) -> Starlette:
        """Return the ASGI application."""
        return Starlette(
            routes=self.routes(),
            middleware=[Middleware(OwnHostOnly, LANGUAGE)],
            exception_handlers={Refusal: _refused, HTTPException: _unknown, AanjagerError: _failed},
        )

    async def page(self, request: Request) -> Response:
        """The page itself."""
        return FileResponse(FOLDER / "index.html", headers={"cache-control": "no-cache"})

    async def asset(self, request: Request) -> Response:
        """One of the page's own files."""
        path = FOLDER / request.path_params["name"]
        if path.suffix not in TYPES or path.name not in ASSETS:
            raise Refusal(404, _("There is no such page."))
        return FileResponse(path, media_type=TYPES[path.suffix], headers={"cache-control": "no-cache"})

    async def file(self, request: Request) -> Response:
        """A picture or paper; asked for anew every time, because a picture can be deleted."""
        key = request.path_params["key"]
        data = await asyncio.to_thread(self._files.get, key)
        if data is None:
            raise Refusal(404, _("This file is no longer there."))
        return Response(data, media_type=kind(key), headers={"cache-control": "no-cache"})

    async def words(self, request: Request) -> Response:
        """Every wording of the page, by key."""
        return JSONResponse({key: self._wording.render(text) for key, text in wording().items()})

    async def state(self, request: Request) -> Response:
        """What time it is, who can act, and which chats there are."""
        everybody, rooms, members = self._store.read(
            lambda tx: (local_chat.people(tx), local_chat.chats(tx), local_chat.members(tx))
        )
        return JSONResponse(
            {
                **self._time.face(),
                "turns": self._time.turns,
                "language": self._wording.language,
                "people": [
                    {
                        "id": person.key,
                        "name": person.name,
                        "role": self._wording.render(role_of({one.role for one in person.memberships})),
                    }
                    for person in everybody
                ],
                "chats": [
                    {
                        "id": chat.key,
                        "title": chat.title,
                        "kind": chat.kind,
                        "members": members.get(chat.key, []),
                    }
                    for chat in rooms
                ],
            }
        )

    async def messages(self, request: Request) -> Response:
        """The latest messages of a chat, or with ``after`` all those above it, as they stand now."""
        after = request.query_params.get("after", "")
        if after and not (after.isascii() and after.isdigit() and len(after) < 19):
            raise Refusal(422, _("“after” must be the number of a message."))
        chat = self._chat(request.path_params["chat"])
        found = await asyncio.to_thread(self._store.read, lambda tx: _wanted(tx, chat.key, after))
        return JSONResponse([self._platform.as_json(message) for message in found])

    async def post(self, request: Request) -> Response:
        """Say something, press a button, or send pictures, as one of the people."""
        chat = self._chat(request.path_params["chat"])
        said = await read_said(request)
        if said.account not in self._store.read(local_chat.members).get(chat.key, []):
            raise Refusal(422, _("Say who you are: “as” must be somebody in this chat."))
        photos = await self._photos(said.files)
        return JSONResponse({"id": await self._take_in(chat, said, photos)}, 202)

    async def _photos(self, files: Sequence[Sent]) -> tuple[Photo, ...]:
        """Clean one message's pictures at a time: each takes tens of megabytes while it is decoded."""
        if not files:
            return ()
        try:
            async with self._cleaning:
                return await asyncio.to_thread(cleaned, files)
        except AanjagerError as fault:
            raise Refusal(422, fault.what, fault.next) from fault

    async def _take_in(self, chat: Chat, said: Said, photos: Sequence[Photo]) -> int:
        arrival = Arrival(
            platform=PLATFORM,
            event=new_event(),
            chat=chat.key,
            account=said.account,
            text=said.text,
            press=said.button,
        )
        if said.button:
            return await self._platform.press(arrival, self._time.now())
        return await self._platform.say(arrival, photos, self._time.now())

    async def turn(self, request: Request) -> Response:
        """Turn the clock; answered once all that fell due has been delivered."""
        return JSONResponse(await self._time.turn(await read_json(request)))

    async def newcomer(self, request: Request) -> Response:
        """Let somebody in who has no role yet."""
        name = named(await read_json(request), "name")
        if not name:
            raise Refusal(422, _("Type your name first."))
        person, chat = await self._platform.welcome(name, self._time.now())
        self._hub.tell("state", {})
        return JSONResponse({"id": person, "chat": chat}, 201)

    async def new_group(self, request: Request) -> Response:
        """Make a group chat for everybody, which is no channel yet."""
        title = named(await read_json(request), "title")
        if not title:
            raise Refusal(422, _("Type a name for the group first."))
        chat = await self._platform.open_group(title, self._time.now())
        self._hub.tell("state", {})
        return JSONResponse({"chat": chat}, 201)

    async def events(self, request: Request) -> Response:
        """Server-sent events: message (new or edited), toast, clock, state."""
        page = self._hub.join()
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(_stream(page), media_type="text/event-stream", headers=headers)

    def _chat(self, key: str) -> Chat:
        chat = self._store.read(lambda tx: chats.chat(tx, key))
        if chat is None or chat.platform != PLATFORM:
            raise Refusal(404, _("There is no such chat."))
        return chat


def _wanted(tx: Transaction, chat: str, after: str) -> list[LocalMessage]:
    return local_chat.messages(tx, chat, int(after)) if after else local_chat.latest(tx, chat, LATEST)


async def _stream(page: Listener) -> AsyncIterator[str]:
    yield "retry: 1000\n\n"  # flushed at once, so that the page knows it is heard
    async for name, data in page.events():
        yield f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


async def _refused(request: Request, refusal: Exception) -> Response:
    if not isinstance(refusal, Refusal):
        raise refusal
    return error(LANGUAGE, refusal.status, refusal.text)


async def _failed(request: Request, fault: Exception) -> Response:
    """Say what keeps the bot from going on, and what to do: there is no room to keep anything."""
    if not isinstance(fault, AanjagerError):
        raise fault
    return error(LANGUAGE, 507, lines(fault.what, fault.next))


async def _unknown(request: Request, fault: Exception) -> Response:
    if not isinstance(fault, HTTPException):
        raise fault
    return error(LANGUAGE, fault.status_code, _("There is no such page."))
