"""Serves the built SPA beside the API: hashed assets for a year, the page for every other path."""

from pathlib import Path

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.responses import FileResponse, PlainTextResponse

_API = ("/api/", "/oauth2/", "/dci/", "/.well-known/", "/healthz", "/readyz", "/metrics")
_YEAR = "public, max-age=31536000, immutable"
_PACKED = {"br": ".br", "gzip": ".gz"}


def default_dir() -> Path:
    """The SPA built beside this checkout."""
    return Path(__file__).resolve().parents[3] / "frontend" / "dist"


def install(app: FastAPI, folder: Path | None) -> None:
    """Add the catch-all route; unknown API paths and assets stay 404."""
    root = (folder or default_dir()).resolve()

    @app.get("/{path:path}", include_in_schema=False)
    async def page(path: str, request: Request) -> Response:
        if f"/{path}".startswith(_API):
            raise StarletteHTTPException(404)
        file = _within(root, path)
        if file is not None:
            return _file(file, request, _YEAR if path.startswith("assets/") else "no-cache")
        if path.startswith("assets/"):
            raise StarletteHTTPException(404)
        index = root / "index.html"
        if not index.is_file():
            return PlainTextResponse("页面还没有构建：请先运行 make setup。", 503)
        return _file(index, request, "no-cache")


def _within(root: Path, path: str) -> Path | None:
    """The file of that name under the folder; None for every name that leads elsewhere."""
    try:
        file = (root / path).resolve()
        return file if path and root in file.parents and file.is_file() else None
    except (OSError, ValueError):  # longer than any name, or with a NUL in it
        return None


def _file(file: Path, request: Request, caching: str) -> Response:
    headers = {"Cache-Control": caching, "Vary": "Accept-Encoding"}
    accepted = request.headers.get("accept-encoding", "")
    for encoding, suffix in _PACKED.items():
        packed = file.with_name(file.name + suffix)
        if encoding in accepted and packed.is_file():
            response = FileResponse(packed, headers=headers | {"Content-Encoding": encoding})
            response.headers["content-type"] = FileResponse(file).headers["content-type"]
            return response
    return FileResponse(file, headers=headers)
