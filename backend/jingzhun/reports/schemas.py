"""Shapes of the desk."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, Field


class TaskKind(StrEnum):
    """What kind of thing waits; the SPA knows the page of each."""

    IMPORT_QUESTIONS = "import-questions"
    IMPORT_FAULTS = "import-faults"
    IMPORT_MERGE = "import-merge"
    FUND_PLAN = "fund-plan"
    FIGURE_REVISION = "figure-revision"
    HAMLETS = "hamlets"


class TaskOut(BaseModel):
    """One thing that waits for the caller."""

    kind: TaskKind = Field(examples=["fund-plan"])
    subject_id: str = Field(max_length=60, description="记录 id，无单条记录时为空", examples=[""])
    title: str = Field(max_length=200, examples=["2018年资金计划"])
    steps: list[str] = Field(max_length=20, description="可办理的步骤", examples=[["复核"]])
    count: int = Field(ge=0, description="件数", examples=[1])
    since: datetime | None = Field(description="自何时起等待")


class DeskOut(BaseModel):
    """What waits for the caller, oldest first, and how many jobs of theirs run."""

    tasks: list[TaskOut] = Field(max_length=500)
    running_jobs: int = Field(ge=0, examples=[0])
