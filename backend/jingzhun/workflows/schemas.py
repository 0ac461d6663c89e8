"""Shapes of steps: what may be done now, what was done."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

NoteText = Annotated[str, Field(max_length=500, description="意见或理由", examples=["口径无误"])]
DocumentNumber = Annotated[
    str, Field(max_length=120, description="文号", examples=["湛开办〔2018〕91号"])
]


class StepPapers(BaseModel):
    """What comes with a step."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    note: NoteText = ""
    document_number: DocumentNumber = ""
    document_on: date | None = Field(None, description="文件日期", examples=["2018-07-01"])
    attachment_id: str | None = Field(
        None,
        max_length=36,
        description="扫描件 id，先上传到 /attachments",
        examples=["019a9d2e-7c3b-7a51-8000-2f6c1d9e4b70"],
    )


class PossibleStepOut(BaseModel):
    """A step the caller may take now; the page shows exactly these."""

    action: str = Field(max_length=40, examples=["check"])
    title: str = Field(max_length=40, examples=["复核通过"])
    to_state: str = Field(max_length=30, examples=["checked"])
    note_required: bool = Field(description="须填意见", examples=[False])
    document_number_required: bool = Field(description="须填文号和日期", examples=[True])
    scan_required: bool = Field(description="须附扫描件", examples=[True])


class TakenStepOut(BaseModel):
    """A step that was taken."""

    action: str = Field(max_length=40, examples=["check"])
    title: str = Field(max_length=40, examples=["复核通过"])
    from_state: str = Field(max_length=30, description="空为新建", examples=["computed"])
    to_state: str = Field(max_length=30, examples=["checked"])
    actor_name: str = Field(max_length=60, examples=["李复核"])
    role: str = Field(max_length=60, description="以何岗位办理", examples=["区财政局"])
    taken_at: datetime = Field(examples=["2018-07-02T03:00:00.000Z"])
    note: str = Field(max_length=500, examples=[""])
    document_number: str = Field(max_length=120, examples=["湛开办〔2018〕91号"])
    document_on: date | None = Field(examples=["2018-07-01"])
    attachment_id: str | None = Field(max_length=36, description="扫描件 id")
