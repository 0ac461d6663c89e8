"""The registry over HTTP, split by noun; one router carries them all."""

from fastapi import APIRouter

from jingzhun.households.endpoints import households

router = APIRouter()
router.include_router(households.router)
