"""The HTTP side: addresses, bodies, faults on order, and answers in the Bot API's envelope."""

import asyncio
from dataclasses import dataclass, field
from email import message_from_string
from typing import Any
from urllib.parse import parse_qsl, unquote

import msgspec
from aiohttp import web
from multidict import CIMultiDict

from tests.bot_api import receiving, validation
from tests.bot_api.asking import MOST_DOWNLOAD, check_logged_in
from tests.bot_api.calls import Call, Upload
from tests.bot_api.faults import Fault, Faults
from tests.bot_api.limits import Limits
from tests.bot_api.methods import METHODS
from tests.bot_api.refusals import Refusal, bad
from tests.bot_api.webhook import Pusher
from tests.bot_api.world import World

LARGEST = 64 * 1024 * 1024
UNTOLD = 1_000  # requests whose parameters a lenient server remembers


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request as it came, for whoever looks: ``moment`` by the world's clock, ``code`` of the answer (0: none)."""

    method: str
    params: dict[str, Any]
    moment: float
    code: int


@dataclass
class Log:
    """What was asked, in order, how often, and in which span of the world's clock (first and last moment)."""

    requests: list[Request] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    spans: dict[str, tuple[float, float]] = field(default_factory=dict)


class Server:
    """The Bot API on a loop: ``start`` on the loop it is to run on, ``close`` on the same."""

    def __init__(self, world: World, token: str, *, lenient: bool = False) -> None:
        self.world = world
        self.token = token
        self.lenient = lenient
        self.faults = Faults()
        self.limits: Limits | None = None
        self.log = Log()
        self.address = ""
        self._methods, self._files = f"/bot{token}/", f"/file/bot{token}/"
        self._control: Any = None

    async def start(self, port: int = 0) -> None:
        """Listen on loopback; ``address`` says where."""
        validation.prepare()
        self.loop = asyncio.get_running_loop()
        self.polling, self.pusher = receiving.Polling(self.world), Pusher(self.world)
        self.world.woken = self._woken
        # Who hangs up is waited for no longer: neither a poll nor a slow answer outlives its connection.
        server = web.Server(
            self._handle, request_factory=self._request, handler_cancellation=True, access_log=None
        )
        self._runner = web.ServerRunner(server, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        port = self._runner.addresses[0][1]
        self.address = f"http://127.0.0.1:{port}"

    async def close(self) -> None:
        """End what waits and leave no socket open."""
        self.world.woken = lambda: None
        self.polling.end("Internal Server Error: restart")
        await self.pusher.close()
        await self._runner.cleanup()

    def control(self, handler: Any) -> None:
        """Let ``handler`` answer what is asked under /control/."""
        self._control = handler

    def _woken(self) -> None:
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self.polling.wake()
        self.pusher.wake()

    def _request(self, message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
        return web.BaseRequest(message, payload, protocol, writer, task, self.loop, client_max_size=LARGEST)

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.raw_path.partition("?")[0]
        if path.startswith(self._methods):
            return await self._method(request, path[len(self._methods) :].strip("/").lower())
        path = unquote(path)
        if path.startswith(self._methods):
            return await self._method(request, path[len(self._methods) :].strip("/").lower())
        if path.startswith(self._files):
            return self._file(path[len(self._files) :])
        if self._control is not None and path.startswith("/control/"):
            answer: web.StreamResponse = await self._control(request, path.removeprefix("/control/"))
            return answer
        return _answer(_stranger(path))

    async def _method(self, request: web.BaseRequest, method: str) -> web.StreamResponse:
        moment = self.world.clock()
        params: dict[str, Any] = {}
        fault: Fault | None = None
        try:
            call = await self._call(request, method)
            params = call.params
            fault = self.faults.take(call)
            outcome: Any = await self._effect(call, fault)
            body, code = {"ok": True, "result": outcome}, 200
        except Refusal as refusal:
            body, code = refusal.answer(), refusal.code
        self._note(method, params, moment, 0 if fault and fault.cut else code)
        return await _faulty(request, fault, body, code) if fault else _answer(body, code)

    async def _effect(self, call: Call, fault: Fault | None) -> Any:
        """Do what is asked, unless a fault comes before it; a refusal on order may also come after."""
        if fault and fault.when == "before" and (fault.cut or fault.raw or fault.refusal):
            raise fault.refusal or Refusal(500, "Internal Server Error")
        if call.method == "getupdates":
            check_logged_in(self.world)
            return await self.polling.get_updates(call)
        with self.world.lock:
            result = self._done(call)
        if fault and fault.refusal:
            raise fault.refusal
        return result

    def _done(self, call: Call) -> Any:
        check_logged_in(self.world)
        if call.method == "setwebhook":
            return receiving.set_webhook(self.world, call, self.polling)
        if self.limits is not None:
            self.limits.check(call)
        return METHODS[call.method](self.world, call)

    async def _call(self, request: web.BaseRequest, method: str) -> Call:
        """Return the request as a call. Raises Refusal: 404 for a method unknown, 400 for what is not described."""
        if method not in METHODS and method not in ("getupdates", "setwebhook"):
            if not self.lenient and validation.known(method):
                raise Refusal(501, f"Not Implemented: the tests' server does not know {method}")
            raise Refusal(404, "Not Found: method not found")
        params, files = await _body(request, method)
        if not self.lenient:
            validation.check(method, params, files)
        return Call(method=method, params=params, files=files)

    def _note(self, method: str, params: dict[str, Any], moment: float, code: int) -> None:
        self.log.counts[method] = self.log.counts.get(method, 0) + 1
        self.log.spans[method] = (self.log.spans.get(method, (moment,))[0], moment)
        if not self.lenient or len(self.log.requests) < UNTOLD:
            self.log.requests.append(Request(method=method, params=params, moment=moment, code=code))

    def _file(self, path: str) -> web.Response:
        file = next((file for file in self.world.files.values() if file.path == path), None)
        if file is None or file.size > MOST_DOWNLOAD:
            return _answer(Refusal(404, "Not Found").answer(), 404)
        return web.Response(body=file.content, content_type="application/octet-stream")


def _stranger(path: str) -> dict[str, Any]:
    token = path.removeprefix("/file").removeprefix("/bot").partition("/")[0]
    if not path.startswith(("/bot", "/file/bot")):
        return Refusal(404, "Not Found").answer()
    if ":" not in token or not token.partition(":")[0].isdigit():
        return Refusal(401, "Unauthorized: invalid token specified").answer()
    return Refusal(401, "Unauthorized").answer()


def _answer(body: dict[str, Any], code: int = 0) -> web.Response:
    status = code or int(body.get("error_code", 200))
    headers = CIMultiDict({"Content-Type": "application/json"})
    if seconds := body.get("parameters", {}).get("retry_after"):
        headers["Retry-After"] = str(seconds)
    return web.Response(body=msgspec.json.encode(body), status=status, headers=headers)


async def _faulty(
    request: web.BaseRequest, fault: Fault, body: dict[str, Any], code: int
) -> web.StreamResponse:
    if fault.pause:
        await asyncio.sleep(fault.pause)
    if fault.cut and request.transport is not None:
        request.transport.abort()
    if fault.raw:
        return web.Response(body=fault.raw, status=fault.status, content_type="application/json")
    return _answer(body, code)


async def _body(request: web.BaseRequest, method: str) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Return the parameters and files of a request: address, form, JSON and multipart are all taken."""
    kind = request.content_type if request.can_read_body else ""
    form = dict(parse_qsl(request.rel_url.raw_query_string, keep_blank_values=True))
    if kind == "application/json":
        try:
            given = msgspec.json.decode(await request.read())
        except msgspec.DecodeError as error:
            raise bad("can't parse JSON object") from error
        return {**validation.from_form(method, form), **given}, {}
    if kind == "multipart/form-data":
        fields, files = await _multipart(request)
        attached = {name: f"attach://{name}" for name in files}
        known = validation.parameters(method)
        params = validation.from_form(method, {**form, **fields})
        return {**params, **{name: at for name, at in attached.items() if name in known}}, files
    if kind:
        form |= dict(parse_qsl((await request.read()).decode(), keep_blank_values=True))
    return validation.from_form(method, form), {}


async def _multipart(request: web.BaseRequest) -> tuple[dict[str, str], dict[str, Upload]]:
    """Return fields and files, read by hand: aiohttp's own reader warns of itself where a part ends in a chunk."""
    fields: dict[str, str] = {}
    files: dict[str, Upload] = {}
    head = message_from_string(f"Content-Type: {request.headers['Content-Type']}")
    boundary = head.get_boundary("").encode()
    for part in (b"\r\n" + await request.read()).split(b"\r\n--" + boundary)[1:-1]:
        header, _blank, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        described = message_from_string(header.decode())
        name = described.get_param("name", header="content-disposition")
        if not isinstance(name, str):
            raise bad("can't parse multipart body")
        filename = described.get_filename()
        if filename is None:
            fields[name] = content.decode()
        else:
            files[name] = Upload(name=filename, mime=described.get_content_type(), content=content)
    return fields, files
