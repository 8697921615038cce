"""The Bot API server as a process of its own: prints its address on one line and serves until SIGTERM."""

import argparse
import asyncio
import signal
import sys

from tests.bot_api.control import Control
from tests.bot_api.handle import TOKEN
from tests.bot_api.server import Server
from tests.bot_api.world import World


async def serve(args: argparse.Namespace) -> None:
    server = Server(World(), args.token, lenient=args.lenient)
    server.control(Control(server))
    await server.start(args.port)
    sys.stdout.write(f"{server.address}\n")
    sys.stdout.flush()
    ended = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        server.loop.add_signal_handler(sign, ended.set)
    await ended.wait()
    await server.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bot_api", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: a free one")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--lenient", action="store_true", help="no validation against the API's description")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
