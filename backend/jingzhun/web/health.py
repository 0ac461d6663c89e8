"""Liveness, readiness and metrics. No personal data, no secrets."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text

from jingzhun.kit.actor import system_actor
from jingzhun.web.answers import answer
from jingzhun.web.guard import public

router = APIRouter(tags=["health"])


@router.get("/healthz", dependencies=[public()], summary="进程存活")
async def is_alive() -> Response:
    """Answer while the process runs."""
    return answer({"status": "ok"})


@router.get("/readyz", dependencies=[public()], summary="可以服务")
def is_ready(request: Request) -> Response:
    """Answer when the database answers."""
    database = request.app.state.context.database
    with database.read(system_actor("readiness")) as unit:
        unit.execute(text("SELECT 1"))
    return answer({"status": "ready"})


@router.get(
    "/metrics", dependencies=[public()], summary="运行指标", response_class=PlainTextResponse
)
def read_metrics() -> Response:
    """Answer in the Prometheus text format; labels are route templates, never ids."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
