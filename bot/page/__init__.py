"""The chat page: plain files that a browser takes as they are, and the wording that the server hands them.

``index.html`` is served at ``/``, its neighbours at ``/page/NAME``, under ``POLICY``.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
ASSETS = frozenset(file.name for file in FOLDER.iterdir() if file.suffix in TYPES)
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
