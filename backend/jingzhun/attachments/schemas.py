"""Shapes of files."""

from datetime import datetime

from pydantic import BaseModel, Field


class AttachmentOut(BaseModel):
    """A file that was uploaded."""

    id: str = Field(max_length=36, examples=["019a9d2e-7c3b-7a51-8000-2f6c1d9e4b70"])
    file_name: str = Field(max_length=120, description="文件名", examples=["批复扫描件.pdf"])
    media_type: str = Field(max_length=100, description="按内容判定", examples=["application/pdf"])
    size_bytes: int = Field(ge=1, le=10**9, description="字节数", examples=[183_204])
    sha256: str = Field(max_length=64, description="内容摘要", examples=["9f86d081884c7d65"])
    uploaded_name: str = Field(max_length=60, description="上传人", examples=["王记录"])
    uploaded_at: datetime = Field(examples=["2018-07-02T03:00:00.000Z"])
