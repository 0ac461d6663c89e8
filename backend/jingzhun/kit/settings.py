"""Settings from the environment, prefix JINGZHUN_. The only module that reads the environment."""

from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Each field is one variable, `JINGZHUN_` before its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="JINGZHUN_", extra="ignore")

    data_dir: Path = Path("data")
    database_url: str = Field(default="", description="empty: SQLite under data_dir")
    database_read_url: str = Field(default="", description="a read replica; empty: database_url")
    keys: Path | None = Field(default=None, description="key ring; default data_dir/keys.json")
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = Field(default="", description="address people use; default from host, port")
    spa_dir: Path | None = Field(default=None, description="built SPA; default beside the code")
    font_dir: Path | None = Field(default=None, description="fonts for printed papers")
    mode: Literal["demo", "production"] = "demo"
    county: str = Field(default="440840", description="this county's own code")
    password_policy: Literal["mlps3", "nist"] = "mlps3"
    body_limit: int = Field(default=1 << 20, description="bytes of a request body")
    upload_limit: int = Field(default=20 << 20, description="bytes of an uploaded file")
    request_seconds: float = 30.0
    import_retention_days: int = 30
    access_minutes: int = 10
    client_minutes: int = 15
    refresh_hours: int = 12
    rate_per_minute: int = Field(default=1200, description="requests a minute for one caller")
    login_rate_per_minute: int = Field(default=60, description="logins a minute from one address")
    readers: int = 4
    read_threads: int = Field(default=8, description="plain reads at once on PostgreSQL")
    job_threads: int = 1
    log_level: str = "INFO"

    @cached_property
    def url(self) -> str:
        """Address of the database, the embedded one by default."""
        return self.database_url or f"sqlite:///{self.data_dir.absolute() / 'jingzhun.sqlite3'}"

    @cached_property
    def keys_path(self) -> Path:
        """Where the key ring lies; keep it apart from backups."""
        return self.keys or self.data_dir / "keys.json"

    @cached_property
    def files_dir(self) -> Path:
        """Folder of encrypted uploads and results."""
        return self.data_dir / "files"

    @cached_property
    def address(self) -> str:
        """The address people open."""
        return self.public_url or f"http://{self.host}:{self.port}"


def load() -> Settings:
    """Read the settings once, at the start."""
    return Settings()
