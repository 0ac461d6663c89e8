"""The registry over HTTP, split by noun; one router carries them all."""

from fastapi import APIRouter

from jingzhun.households.endpoints import changes, exports, hamlets, households, looking

router = APIRouter()
# Fixed words before ids: /households/fields is no household.
router.include_router(looking.router)
router.include_router(exports.router)
router.include_router(households.router)
router.include_router(changes.router)
router.include_router(hamlets.router)
