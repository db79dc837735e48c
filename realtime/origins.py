"""Who may open a socket from which page: the same host, or an origin the settings name."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

PATH = "/ws"
NAMES = (b"origin", b"host")


class OwnOrigin:
    """Lets browsers in at `/ws` from our own pages; what names no origin is no browser, and has no cookies of one."""

    def __init__(self, application: Any) -> None:
        self.application = application

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve or deny one connection."""
        said = {name: value.decode("latin-1") for name, value in scope["headers"] if name in NAMES}
        if scope["path"] == PATH and is_own(said.get(b"origin"), said.get(b"host", "")):
            return await self.application(scope, receive, send)
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return None


def is_own(origin: str | None, host: str) -> bool:
    """Say whether a page of this origin may connect to this host."""
    if origin is None or origin in settings.SOCKET_ORIGINS:
        return True
    return bool(host) and urlsplit(origin).netloc.lower() == host.lower()
