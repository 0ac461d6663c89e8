"""Nobody's files are not taken in: who sends one is asked for a token before the body is read.

The framework reads a form, files and all, before it asks the guard. Without this, strangers could
fill the disk with uploads that are refused afterwards. The guard still judges as ever.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from jingzhun.web.context import Context
from jingzhun.web.errors import NotSignedIn
from jingzhun.web.guard import bearer_of
from jingzhun.web.problems import refused


class Admission:
    """Stands inside the envelope; lets everything pass but files of who is not signed in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask for the token where files are sent to the interface."""
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            headers = Headers(scope=scope)
            if headers.get("content-type", "").lower().startswith("multipart/"):
                context: Context = scope["app"].state.context
                try:
                    context.verify(bearer_of(headers))
                except NotSignedIn as error:
                    await refused(Request(scope), error)(scope, receive, send)
                    return
        await self.app(scope, receive, send)
