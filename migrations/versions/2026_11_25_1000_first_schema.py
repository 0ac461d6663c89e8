"""The first schema: places, registry, imports, funds, accounts, journal."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "2026_11_25_1000"
down_revision: str | Sequence[str] | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Make every table, then the triggers of this database."""
    op.create_table(
        "account",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "username",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column(
            "password_hash",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=False,
            comment="Argon2id, never a password",
        ),
        sa.Column(
            "password_set_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column(
            "generation", sa.Integer(), nullable=False, comment="tokens of an earlier one are void"
        ),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column(
            "disabled_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "last_login_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "changed_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint("username = lower(username)", name=op.f("ck_account_username")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("username", name=op.f("uq_account_username")),
    )
    op.create_index("ix_account_name", "account", ["name"], unique=False)
    op.create_table(
        "attachment",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("file_name", sa.String(length=120), nullable=False),
        sa.Column(
            "media_type",
            sa.String(length=100).with_variant(sa.String(length=100, collation="C"), "postgresql"),
            nullable=False,
            comment="by its content",
        ),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column(
            "sha256",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "content",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=False,
            comment="keyed name of the sealed file",
        ),
        sa.Column(
            "uploaded_by",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("uploaded_name", sa.String(length=60), nullable=False),
        sa.Column(
            "uploaded_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "subject",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "subject_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "needs",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.CheckConstraint(
            "(subject IS NULL) = (needs IS NULL) AND (subject IS NULL) = (place_path IS NULL)",
            name=op.f("ck_attachment_reading"),
        ),
        sa.CheckConstraint(
            "(subject IS NULL) = (subject_id IS NULL)", name=op.f("ck_attachment_subject")
        ),
        sa.CheckConstraint("size_bytes > 0", name=op.f("ck_attachment_size")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_subject_id", "attachment", ["subject_id"], unique=False)
    op.create_table(
        "column_memory",
        sa.Column(
            "target",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "heading", sa.String(length=200), nullable=False, comment="group and heading, as words"
        ),
        sa.Column(
            "key",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=False,
            comment="'' for: leave it out",
        ),
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("actor_name", sa.String(length=60), nullable=False),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("target", "heading", name=op.f("pk_column_memory")),
    )
    op.create_table(
        "figure_revision",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "parameter",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("basis", sa.String(length=200), nullable=False, comment="name of the order"),
        sa.Column("document_number", sa.String(length=120), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column(
            "attachment_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "state",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column(
            "proposed_by",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("proposed_name", sa.String(length=60), nullable=False),
        sa.Column(
            "proposed_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "settled_name", sa.String(length=60), nullable=True, comment="who confirmed or declined"
        ),
        sa.Column(
            "settled_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.CheckConstraint(
            "(state = 'proposed') = (settled_at IS NULL)", name=op.f("ck_figure_revision_settled")
        ),
        sa.CheckConstraint(
            "state IN ('proposed','confirmed','declined','withdrawn')",
            name=op.f("ck_figure_revision_state"),
        ),
        sa.CheckConstraint("year BETWEEN 2000 AND 2100", name=op.f("ck_figure_revision_year")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_revision")),
    )
    op.create_index(
        "ix_figure_revision_parameter", "figure_revision", ["parameter", "year"], unique=False
    )
    op.create_index(
        "uq_figure_revision_open",
        "figure_revision",
        ["parameter", "year"],
        unique=True,
        sqlite_where=sa.text("state = 'proposed'"),
        postgresql_where=sa.text("state = 'proposed'"),
    )
    op.create_table(
        "fund_plan",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
            comment="the county's",
        ),
        sa.Column(
            "state",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("start_year", sa.Integer(), nullable=False),
        sa.Column("end_year", sa.Integer(), nullable=False),
        sa.Column("snapshot_on", sa.Date(), nullable=False),
        sa.Column(
            "computed_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
            comment="what was known at this instant",
        ),
        sa.Column("standard_fen", sa.BigInteger(), nullable=False),
        sa.Column("standard_basis", sa.String(length=400), nullable=False),
        sa.Column("split", sa.Text(), nullable=False, comment="JSON: tier, title, weight"),
        sa.Column("split_basis", sa.String(length=400), nullable=False),
        sa.Column(
            "counting_basis",
            sa.String(length=30).with_variant(sa.String(length=30, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("counting_source", sa.String(length=400), nullable=False),
        sa.Column("counts_weak", sa.Boolean(), nullable=False),
        sa.Column("weak_source", sa.String(length=400), nullable=False),
        sa.Column(
            "rounding",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("heads", sa.BigInteger(), nullable=False, comment="counted by the chosen basis"),
        sa.Column("total_fen", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column(
            "made_by",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("made_name", sa.String(length=60), nullable=False),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column("document_number", sa.String(length=120), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column(
            "attachment_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "decided_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "superseded_by",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "(state = 'superseded') = (superseded_by IS NOT NULL)",
            name=op.f("ck_fund_plan_superseded"),
        ),
        sa.CheckConstraint(
            "rounding IN ('fen','yuan','hundred-yuan','ten-thousand-yuan')",
            name=op.f("ck_fund_plan_rounding"),
        ),
        sa.CheckConstraint(
            "state IN ('computed','checked','returned','withdrawn','decided','noticed','superseded')",
            name=op.f("ck_fund_plan_state"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('decided','noticed','superseded') OR (document_number IS NOT NULL AND decided_on IS NOT NULL AND attachment_id IS NOT NULL AND decided_at IS NOT NULL)",
            name=op.f("ck_fund_plan_decided"),
        ),
        sa.CheckConstraint("heads > 0 AND standard_fen > 0", name=op.f("ck_fund_plan_counted")),
        sa.CheckConstraint("start_year <= end_year", name=op.f("ck_fund_plan_years")),
        sa.CheckConstraint("total_fen = heads * standard_fen", name=op.f("ck_fund_plan_total")),
        sa.ForeignKeyConstraint(
            ["superseded_by"], ["fund_plan.id"], name=op.f("fk_fund_plan_superseded_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fund_plan")),
    )
    op.create_index("ix_fund_plan_state", "fund_plan", ["state", "start_year"], unique=False)
    op.create_table(
        "idempotency_key",
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "key",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "fingerprint",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        sa.Column("etag", sa.String(length=40), nullable=True),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("actor_id", "key", name=op.f("pk_idempotency_key")),
    )
    op.create_index("ix_idempotency_key_made_at", "idempotency_key", ["made_at"], unique=False)
    op.create_table(
        "import_batch",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "target",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column(
            "sha256",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column(
            "scope_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
            comment="where who uploaded it may stage",
        ),
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("actor_name", sa.String(length=60), nullable=False),
        sa.Column(
            "asked_on", sa.Date(), nullable=True, comment="the day of sheets that do not say theirs"
        ),
        sa.Column(
            "options", sa.Text(), nullable=False, comment="JSON of what the target wants to know"
        ),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False, comment="JSON of figures by word"),
        sa.Column(
            "job_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "error_code",
            sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("error", sa.String(length=500), nullable=True),
        sa.Column(
            "digest",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=True,
            comment="of what was merged last",
        ),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "checked_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "merged_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "file_until",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
            comment="empty once the file is deleted",
        ),
        sa.CheckConstraint(
            "state IN ('uploaded', 'reading', 'needs-columns', 'needs-date', 'checked', 'partly-merged', 'merged', 'discarded', 'failed')",
            name=op.f("ck_import_batch_state"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_index(
        "ix_import_batch_actor_id", "import_batch", ["actor_id", "made_at"], unique=False
    )
    op.create_index(
        "ix_import_batch_scope_path", "import_batch", ["scope_path", "made_at"], unique=False
    )
    op.create_table(
        "job",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column(
            "state",
            sa.String(length=10).with_variant(sa.String(length=10, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("actor_name", sa.String(length=60), nullable=False),
        sa.Column(
            "sealed_actor",
            sa.Text(),
            nullable=False,
            comment="who asked, with grants at that moment",
        ),
        sa.Column("sealed_content", sa.Text(), nullable=False, comment="what was asked, JSON"),
        sa.Column("result", sa.Text(), nullable=True, comment="JSON without protected values"),
        sa.Column(
            "result_name",
            sa.String(length=120),
            nullable=True,
            comment="file name for the download",
        ),
        sa.Column(
            "result_type",
            sa.String(length=100).with_variant(sa.String(length=100, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "error_code",
            sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("error", sa.String(length=500), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("wants_cancel", sa.Boolean(), nullable=False),
        sa.Column(
            "lease_until",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "lease_holder",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "started_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "ended_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.CheckConstraint(
            "state IN ('queued','running','done','failed','cancelled')", name=op.f("ck_job_state")
        ),
        sa.CheckConstraint("done >= 0 AND total >= 0", name=op.f("ck_job_progress")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_index("ix_job_actor_id", "job", ["actor_id", "made_at"], unique=False)
    op.create_index("ix_job_state", "job", ["state", "made_at"], unique=False)
    op.create_table(
        "journal_entry",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "happened_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("actor_name", sa.String(length=60), nullable=False),
        sa.Column("actor_roles", sa.String(length=400), nullable=False),
        sa.Column(
            "address",
            sa.String(length=45).with_variant(sa.String(length=45, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "request_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "action",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "subject",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "subject_id",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("is_access", sa.Boolean(), nullable=False),
        sa.Column("summary", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column(
            "previous",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "hash",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint("id", name=op.f("uq_journal_entry_id")),
    )
    op.create_index("ix_journal_entry_actor_id", "journal_entry", ["actor_id", "seq"], unique=False)
    op.create_index("ix_journal_entry_happened_at", "journal_entry", ["happened_at"], unique=False)
    op.create_index(
        "ix_journal_entry_is_access", "journal_entry", ["is_access", "seq"], unique=False
    )
    op.create_index(
        "ix_journal_entry_subject", "journal_entry", ["subject", "subject_id"], unique=False
    )
    op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column(
            "hash",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_head")),
    )
    op.create_table(
        "place",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.String(length=10).with_variant(sa.String(length=10, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "parent_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "code",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
            comment="current official code; '' for hamlets",
        ),
        sa.Column("name", sa.String(length=60), nullable=False, comment="current name"),
        sa.Column(
            "is_confirmed",
            sa.Boolean(),
            nullable=False,
            comment="hamlets from rosters wait for one",
        ),
        sa.Column(
            "merged_into_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.CheckConstraint(
            "kind IN ('county','town','village','hamlet')", name=op.f("ck_place_kind")
        ),
        sa.CheckConstraint("path LIKE '/%/'", name=op.f("ck_place_path")),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["place.id"], name=op.f("fk_place_merged_into_id")
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["place.id"], name=op.f("fk_place_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("path", name=op.f("uq_place_path")),
    )
    op.create_index("ix_place_parent_id", "place", ["parent_id"], unique=False)
    op.create_table(
        "revocation",
        sa.Column(
            "kind",
            sa.String(length=10).with_variant(sa.String(length=10, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "subject_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "below", sa.Integer(), nullable=False, comment="tokens of a smaller generation are void"
        ),
        sa.Column(
            "at", sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"), nullable=False
        ),
        sa.CheckConstraint(
            "kind IN ('account','client','session')", name=op.f("ck_revocation_kind")
        ),
        sa.PrimaryKeyConstraint("kind", "subject_id", name=op.f("pk_revocation")),
    )
    op.create_index("ix_revocation_at", "revocation", ["at"], unique=False)
    op.create_table(
        "workflow_step",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "workflow",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "subject",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "subject_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "action",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "from_state",
            sa.String(length=30).with_variant(sa.String(length=30, collation="C"), "postgresql"),
            nullable=False,
            comment="empty for the step that makes",
        ),
        sa.Column(
            "to_state",
            sa.String(length=30).with_variant(sa.String(length=30, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("actor_name", sa.String(length=60), nullable=False),
        sa.Column(
            "role",
            sa.String(length=30).with_variant(sa.String(length=30, collation="C"), "postgresql"),
            nullable=False,
            comment="the post the step was taken from",
        ),
        sa.Column(
            "taken_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("document_number", sa.String(length=120), nullable=False),
        sa.Column("document_on", sa.Date(), nullable=True),
        sa.Column(
            "attachment_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workflow_step")),
    )
    op.create_index(
        "ix_workflow_step_subject_id", "workflow_step", ["subject_id", "id"], unique=False
    )
    op.create_table(
        "account_role",
        sa.Column(
            "account_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "role",
            sa.String(length=30).with_variant(sa.String(length=30, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_account_role_account_id")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_account_role_place_id")),
        sa.PrimaryKeyConstraint("account_id", "role", "place_id", name=op.f("pk_account_role")),
    )
    op.create_index("ix_account_role_place_id", "account_role", ["place_id"], unique=False)
    op.create_index("ix_account_role_place_path", "account_role", ["place_path"], unique=False)
    op.create_table(
        "fund_plan_cell",
        sa.Column(
            "plan_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "village_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "tier",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.Column(
            "odd",
            sa.Integer(),
            nullable=False,
            comment="1 where a unit above the rounded-down share",
        ),
        sa.CheckConstraint(
            "amount_fen >= 0 AND odd IN (0, 1)", name=op.f("ck_fund_plan_cell_amount")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["fund_plan.id"], name=op.f("fk_fund_plan_cell_plan_id")
        ),
        sa.ForeignKeyConstraint(
            ["village_id"], ["place.id"], name=op.f("fk_fund_plan_cell_village_id")
        ),
        sa.PrimaryKeyConstraint("plan_id", "village_id", "tier", name=op.f("pk_fund_plan_cell")),
    )
    op.create_table(
        "fund_plan_village",
        sa.Column(
            "plan_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "village_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="order of village codes"),
        sa.Column(
            "code",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("village", sa.String(length=60), nullable=False),
        sa.Column("town", sa.String(length=60), nullable=False),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "members", sa.BigInteger(), nullable=False, comment="all members of able households"
        ),
        sa.Column(
            "members_weak",
            sa.BigInteger(),
            nullable=False,
            comment="the same, weak labour counting",
        ),
        sa.Column("able", sa.BigInteger(), nullable=False, comment="able persons only"),
        sa.Column(
            "able_weak", sa.BigInteger(), nullable=False, comment="the same, weak labour counting"
        ),
        sa.Column("unsure", sa.BigInteger(), nullable=False, comment="left out, labour not known"),
        sa.Column("heads", sa.BigInteger(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("heads > 0 OR amount_fen = 0", name=op.f("ck_fund_plan_village_zero")),
        sa.CheckConstraint(
            "heads >= 0 AND amount_fen >= 0", name=op.f("ck_fund_plan_village_amount")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["fund_plan.id"], name=op.f("fk_fund_plan_village_plan_id")
        ),
        sa.ForeignKeyConstraint(
            ["village_id"], ["place.id"], name=op.f("fk_fund_plan_village_village_id")
        ),
        sa.PrimaryKeyConstraint("plan_id", "village_id", name=op.f("pk_fund_plan_village")),
    )
    op.create_index(
        "ix_fund_plan_village_place_path",
        "fund_plan_village",
        ["plan_id", "place_path"],
        unique=False,
    )
    op.create_table(
        "household",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "household_no",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "updated_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "settled_on",
            sa.Date(),
            nullable=True,
            comment="the summary holds as of any day from here",
        ),
        sa.Column(
            "village_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "hamlet_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
            comment="of the village; a hamlet is hamlet_id",
        ),
        sa.Column(
            "registration",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "poverty_state",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "household_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "main_cause",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("contact_phone_masked", sa.String(length=40), nullable=True),
        sa.Column("head_name", sa.String(length=120), nullable=True),
        sa.Column("member_count", sa.Integer(), nullable=False),
        sa.Column("able_count", sa.Integer(), nullable=False),
        sa.Column("labour_unknown_count", sa.Integer(), nullable=False),
        sa.Column(
            "is_covered", sa.Boolean(), nullable=True, comment="allowance or destitute support"
        ),
        sa.Column("income_year", sa.Integer(), nullable=True),
        sa.Column("net_income_fen", sa.BigInteger(), nullable=True),
        sa.Column("net_income_per_head_fen", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "registration IN ('registered','surveyed','candidate')",
            name=op.f("ck_household_registration"),
        ),
        sa.CheckConstraint(
            "member_count >= 0 AND able_count >= 0", name=op.f("ck_household_counts")
        ),
        sa.ForeignKeyConstraint(["hamlet_id"], ["place.id"], name=op.f("fk_household_hamlet_id")),
        sa.ForeignKeyConstraint(["village_id"], ["place.id"], name=op.f("fk_household_village_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
        sa.UniqueConstraint("household_no", name=op.f("uq_household_household_no")),
    )
    op.create_index(
        "ix_household_place_path_household_no",
        "household",
        ["place_path", "household_no"],
        unique=False,
    )
    op.create_index("ix_household_updated_at", "household", ["updated_at", "id"], unique=False)
    op.create_index("ix_household_village_id", "household", ["village_id"], unique=False)
    op.create_table(
        "import_finding",
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("sheet_position", sa.Integer(), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("column_index", sa.Integer(), nullable=False, comment="from 0; -1 for no cell"),
        sa.Column("column_title", sa.String(length=120), nullable=False),
        sa.Column("group_no", sa.Integer(), nullable=False, comment="-1 for a whole sheet"),
        sa.Column(
            "household_no",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("member", sa.String(length=120), nullable=False),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
            comment="'' where no place was found",
        ),
        sa.Column(
            "rule",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "severity",
            sa.String(length=10).with_variant(sa.String(length=10, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "origin",
            sa.String(length=10).with_variant(sa.String(length=10, collation="C"), "postgresql"),
            nullable=False,
            comment="row, file or registry",
        ),
        sa.Column("message", sa.String(length=1000), nullable=False),
        sa.CheckConstraint(
            "origin IN ('row','file','registry')", name=op.f("ck_import_finding_origin")
        ),
        sa.CheckConstraint(
            "severity IN ('error','warning','normalised')", name=op.f("ck_import_finding_severity")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_import_finding_batch_id")
        ),
        sa.PrimaryKeyConstraint("batch_id", "seq", name=op.f("pk_import_finding")),
    )
    op.create_index(
        "ix_import_finding_group_no", "import_finding", ["batch_id", "group_no"], unique=False
    )
    op.create_table(
        "import_row",
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("sheet_position", sa.Integer(), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False, comment="from 1, as in Excel"),
        sa.Column("group_no", sa.Integer(), nullable=False),
        sa.Column("cells", sa.LargeBinary(), nullable=False, comment="sealed"),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_import_row_batch_id")
        ),
        sa.PrimaryKeyConstraint("batch_id", "sheet_position", "row_no", name=op.f("pk_import_row")),
    )
    op.create_index("ix_import_row_group_no", "import_row", ["batch_id", "group_no"], unique=False)
    op.create_table(
        "import_sheet",
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column(
            "kind",
            sa.String(length=10).with_variant(sa.String(length=10, collation="C"), "postgresql"),
            nullable=False,
            comment="table, notes, unread",
        ),
        sa.Column("heading_row", sa.Integer(), nullable=False, comment="from 1"),
        sa.Column("filled_on", sa.Date(), nullable=True),
        sa.Column("income_year", sa.Integer(), nullable=True),
        sa.Column(
            "headings", sa.Text(), nullable=False, comment="JSON of index, title, group, key"
        ),
        sa.Column("groups", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('table','notes','unread')", name=op.f("ck_import_sheet_kind")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_import_sheet_batch_id")
        ),
        sa.PrimaryKeyConstraint("batch_id", "position", name=op.f("pk_import_sheet")),
    )
    op.create_table(
        "login_attempt",
        sa.Column(
            "name_digest",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "account_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column(
            "locked_until",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "tried_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.CheckConstraint("failures >= 0", name=op.f("ck_login_attempt_failures")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_login_attempt_account_id")
        ),
        sa.PrimaryKeyConstraint("name_digest", name=op.f("pk_login_attempt")),
    )
    op.create_index("ix_login_attempt_account_id", "login_attempt", ["account_id"], unique=False)
    op.create_index("ix_login_attempt_tried_at", "login_attempt", ["tried_at"], unique=False)
    op.create_table(
        "login_session",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "account_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "expires_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "address",
            sa.String(length=45).with_variant(sa.String(length=45, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "revoked_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "reason",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
            comment="'' while it lives",
        ),
        sa.CheckConstraint(
            "reason IN ('','logout','reuse','password','dismissed')",
            name=op.f("ck_login_session_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_login_session_account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_session")),
    )
    op.create_index("ix_login_session_account_id", "login_session", ["account_id"], unique=False)
    op.create_index("ix_login_session_expires_at", "login_session", ["expires_at"], unique=False)
    op.create_table(
        "machine_client",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
            comment="the client_id of OAuth 2",
        ),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("purpose", sa.String(length=200), nullable=False),
        sa.Column(
            "scopes",
            sa.String(length=600).with_variant(sa.String(length=600, collation="C"), "postgresql"),
            nullable=False,
            comment="sorted, separated by blanks",
        ),
        sa.Column(
            "place_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "secret_digest",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
            comment="'' where only keys count",
        ),
        sa.Column(
            "secret_set_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "previous_digest",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "previous_until",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
            comment="the overlap after a rotation",
        ),
        sa.Column("jwks", sa.Text(), nullable=True, comment="public keys for private_key_jwt"),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column(
            "disabled_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "last_token_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "changed_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(previous_digest = '') = (previous_until IS NULL)",
            name=op.f("ck_machine_client_overlap"),
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_machine_client_place_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_machine_client")),
        sa.UniqueConstraint("name", name=op.f("uq_machine_client_name")),
    )
    op.create_index("ix_machine_client_place_id", "machine_client", ["place_id"], unique=False)
    op.create_table(
        "place_code",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "system",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
            comment="nbs, nbs-2016, insurance",
        ),
        sa.Column(
            "code",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_place_code_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_code")),
    )
    op.create_index("ix_place_code_code", "place_code", ["code"], unique=False)
    op.create_index("ix_place_code_place_id", "place_code", ["place_id"], unique=False)
    op.create_table(
        "place_mark",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "mark",
            sa.String(length=30).with_variant(sa.String(length=30, collation="C"), "postgresql"),
            nullable=False,
            comment="provincial-poor, key-helped, load-closed",
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("document", sa.String(length=120), nullable=False),
        sa.CheckConstraint(
            "mark IN ('provincial-poor','key-helped','load-closed')",
            name=op.f("ck_place_mark_mark"),
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_place_mark_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_mark")),
    )
    op.create_index("ix_place_mark_place_id", "place_mark", ["place_id"], unique=False)
    op.create_table(
        "place_name",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column(
            "kind",
            sa.String(length=10).with_variant(sa.String(length=10, collation="C"), "postgresql"),
            nullable=False,
            comment="official, short or variant",
        ),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('official','short','variant')", name=op.f("ck_place_name_kind")
        ),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_place_name_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_name")),
    )
    op.create_index("ix_place_name_place_id", "place_name", ["place_id"], unique=False)
    op.create_table(
        "roster_household",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
            comment="also of what it becomes: household, version",
        ),
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("sheet_position", sa.Integer(), nullable=False),
        sa.Column("group_no", sa.Integer(), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column(
            "household_no",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "village_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
            comment="'' where no village was found",
        ),
        sa.Column("hamlet_name", sa.String(length=60), nullable=True),
        sa.Column(
            "hamlet_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("head_name", sa.String(length=120), nullable=True),
        sa.Column("member_count", sa.Integer(), nullable=False),
        sa.Column("filled_on", sa.Date(), nullable=False),
        sa.Column("is_held", sa.Boolean(), nullable=False, comment="an error was found"),
        sa.Column(
            "action",
            sa.String(length=12).with_variant(sa.String(length=12, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "own_action",
            sa.String(length=12).with_variant(sa.String(length=12, collation="C"), "postgresql"),
            nullable=False,
            comment="of the household's own facts",
        ),
        sa.Column(
            "household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
            comment="registered under this number",
        ),
        sa.Column(
            "base_version_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column(
            "closing_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
            comment="of the base's row that ends at this day",
        ),
        sa.Column(
            "digest",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("changes", sa.Text(), nullable=True, comment="JSON, masked"),
        sa.Column(
            "registration",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="对象类别",
        ),
        sa.Column(
            "poverty_state",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="脱贫状态",
        ),
        sa.Column("exit_year", sa.Integer(), nullable=True, comment="脱贫年度"),
        sa.Column(
            "household_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="贫困户属性",
        ),
        sa.Column(
            "main_cause",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="主要致贫原因",
        ),
        sa.Column(
            "other_causes",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=True,
            comment="其他致贫原因",
        ),
        sa.Column(
            "relapse_causes",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=True,
            comment="返贫原因",
        ),
        sa.Column(
            "identification_standard",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="识别标准",
        ),
        sa.Column("planned_exit_year", sa.Integer(), nullable=True, comment="计划脱贫年度"),
        sa.Column(
            "contact_phone",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("contact_phone_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "contact_phone_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("bank_name", sa.String(length=120), nullable=True, comment="开户银行"),
        sa.Column(
            "bank_account",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("bank_account_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "bank_account_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("wants_loan", sa.Boolean(), nullable=True, comment="贷款意向"),
        sa.Column("remark", sa.String(length=500), nullable=True, comment="备注"),
        sa.Column("arable_land", sa.Integer(), nullable=True, comment="耕地面积"),
        sa.Column("irrigated_land", sa.Integer(), nullable=True, comment="有效灌溉面积"),
        sa.Column("forest_land", sa.Integer(), nullable=True, comment="林地面积"),
        sa.Column("returned_forest", sa.Integer(), nullable=True, comment="退耕还林面积"),
        sa.Column("orchard_land", sa.Integer(), nullable=True, comment="林果面积"),
        sa.Column("grassland", sa.Integer(), nullable=True, comment="牧草地面积"),
        sa.Column("water_surface", sa.Integer(), nullable=True, comment="水面面积"),
        sa.Column("has_production_power", sa.Boolean(), nullable=True, comment="是否通生产用电"),
        sa.Column("has_household_power", sa.Boolean(), nullable=True, comment="是否通生活用电"),
        sa.Column("has_broadcast", sa.Boolean(), nullable=True, comment="是否通广播电视"),
        sa.Column("is_water_difficult", sa.Boolean(), nullable=True, comment="饮水是否困难"),
        sa.Column("is_water_safe", sa.Boolean(), nullable=True, comment="饮水是否安全"),
        sa.Column("is_water_solved", sa.Boolean(), nullable=True, comment="是否解决安全饮用水"),
        sa.Column("road_distance", sa.Integer(), nullable=True, comment="与村主干路距离"),
        sa.Column(
            "road_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="入户路类型",
        ),
        sa.Column("house_area", sa.Integer(), nullable=True, comment="住房面积"),
        sa.Column("is_house_dangerous", sa.Boolean(), nullable=True, comment="是否危房户"),
        sa.Column(
            "house_grade",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="危房级别",
        ),
        sa.Column("has_toilet", sa.Boolean(), nullable=True, comment="有无卫生厕所"),
        sa.Column(
            "fuel_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="主要燃料类型",
        ),
        sa.Column(
            "is_in_cooperative", sa.Boolean(), nullable=True, comment="是否加入农民专业合作组织"
        ),
        sa.Column("has_leading_firm", sa.Boolean(), nullable=True, comment="是否有龙头企业带动"),
        sa.Column(
            "has_leading_person", sa.Boolean(), nullable=True, comment="是否有创业致富带头人带动"
        ),
        sa.CheckConstraint(
            "action IN ('new', 'changed', 'same', 'out-of-scope', 'merged')",
            name=op.f("ck_roster_household_action"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_roster_household_batch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_household")),
    )
    op.create_index(
        "ix_roster_household_group_no", "roster_household", ["batch_id", "group_no"], unique=False
    )
    op.create_index(
        "ix_roster_household_household_no", "roster_household", ["household_no"], unique=False
    )
    op.create_table(
        "roster_income",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "roster_household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("group_no", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "action",
            sa.String(length=12).with_variant(sa.String(length=12, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "base_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "digest",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("wage_income_fen", sa.BigInteger(), nullable=True, comment="工资性收入"),
        sa.Column("business_income_fen", sa.BigInteger(), nullable=True, comment="生产经营性收入"),
        sa.Column("property_income_fen", sa.BigInteger(), nullable=True, comment="财产性收入"),
        sa.Column("asset_dividend_fen", sa.BigInteger(), nullable=True, comment="资产收益分红收入"),
        sa.Column("other_property_fen", sa.BigInteger(), nullable=True, comment="其他财产性收入"),
        sa.Column("transfer_income_fen", sa.BigInteger(), nullable=True, comment="转移性收入"),
        sa.Column("family_planning_fen", sa.BigInteger(), nullable=True, comment="计划生育金"),
        sa.Column("allowance_income_fen", sa.BigInteger(), nullable=True, comment="低保金"),
        sa.Column("destitute_income_fen", sa.BigInteger(), nullable=True, comment="五保金"),
        sa.Column("pension_income_fen", sa.BigInteger(), nullable=True, comment="养老保险金"),
        sa.Column("ecological_income_fen", sa.BigInteger(), nullable=True, comment="生态补偿金"),
        sa.Column("other_transfer_fen", sa.BigInteger(), nullable=True, comment="其他转移性收入"),
        sa.Column("business_cost_fen", sa.BigInteger(), nullable=True, comment="生产经营性支出"),
        sa.Column("transfer_expenditure_fen", sa.BigInteger(), nullable=True, comment="转移性支出"),
        sa.Column("net_income_fen", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "action IN ('new', 'changed', 'same', 'out-of-scope', 'merged')",
            name=op.f("ck_roster_income_action"),
        ),
        sa.CheckConstraint("year BETWEEN 1990 AND 2100", name=op.f("ck_roster_income_year")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_roster_income_batch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_income")),
    )
    op.create_index(
        "ix_roster_income_batch_id",
        "roster_income",
        ["batch_id", "roster_household_id"],
        unique=False,
    )
    op.create_table(
        "roster_member",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
            comment="also of what it becomes: member, version",
        ),
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "roster_household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("group_no", sa.Integer(), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column(
            "written", sa.String(length=120), nullable=False, comment="the name as in the sheet"
        ),
        sa.Column("filled_on", sa.Date(), nullable=False),
        sa.Column(
            "action",
            sa.String(length=12).with_variant(sa.String(length=12, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "member_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
            comment="registered under this ID",
        ),
        sa.Column(
            "base_version_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column(
            "closing_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "digest",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("tokens", sa.Text(), nullable=False, comment="search tokens, blank between"),
        sa.Column("name", sa.String(length=120), nullable=True, comment="姓名"),
        sa.Column(
            "id_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="证件类型",
        ),
        sa.Column(
            "id_number",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("id_number_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "id_number_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "relation",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="与户主关系",
        ),
        sa.Column(
            "sex",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="性别",
        ),
        sa.Column("born_on", sa.Date(), nullable=True, comment="出生日期"),
        sa.Column(
            "ethnic",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="民族",
        ),
        sa.Column(
            "political_status",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="政治面貌",
        ),
        sa.Column(
            "marital_status",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="婚姻状况",
        ),
        sa.Column(
            "education",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="文化程度",
        ),
        sa.Column(
            "student_status",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="在校生状况",
        ),
        sa.Column("school", sa.String(length=120), nullable=True, comment="就读学校"),
        sa.Column(
            "dropout_reason",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="失学或辍学原因",
        ),
        sa.Column(
            "health",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=True,
            comment="健康状况",
        ),
        sa.Column("disease", sa.String(length=120), nullable=True, comment="疾病名称"),
        sa.Column(
            "disease_grade",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="疾病等级",
        ),
        sa.Column(
            "disability_certificate",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("disability_certificate_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "disability_certificate_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "disability_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="残疾证类别",
        ),
        sa.Column(
            "disability_grade",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="残疾等级",
        ),
        sa.Column(
            "labour",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="劳动技能",
        ),
        sa.Column(
            "labour_verdict",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="劳动能力核查结论",
        ),
        sa.Column("skills", sa.String(length=120), nullable=True, comment="工作特长"),
        sa.Column(
            "work_area",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="务工状况",
        ),
        sa.Column("work_months", sa.Integer(), nullable=True, comment="务工时间"),
        sa.Column(
            "work_province",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="务工所在省",
        ),
        sa.Column(
            "work_city",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="务工所在市",
        ),
        sa.Column(
            "work_county",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="务工所在县",
        ),
        sa.Column("work_town", sa.String(length=120), nullable=True, comment="务工所在乡"),
        sa.Column("employer", sa.String(length=120), nullable=True, comment="务工企业名称"),
        sa.Column("wants_work", sa.Boolean(), nullable=True, comment="就业意向"),
        sa.Column("wants_training", sa.Boolean(), nullable=True, comment="培训意向"),
        sa.Column("wants_business", sa.Boolean(), nullable=True, comment="创业意向"),
        sa.Column(
            "phone",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("phone_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "phone_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("serves_in_army", sa.Boolean(), nullable=True, comment="现役军人"),
        sa.Column(
            "insured_medical_resident",
            sa.Boolean(),
            nullable=True,
            comment="参加城乡居民基本医疗保险",
        ),
        sa.Column(
            "insured_medical_employee",
            sa.Boolean(),
            nullable=True,
            comment="参加城镇职工基本医疗保险",
        ),
        sa.Column("insured_serious_illness", sa.Boolean(), nullable=True, comment="参加大病保险"),
        sa.Column(
            "insured_commercial", sa.Boolean(), nullable=True, comment="参加商业补充医疗保险"
        ),
        sa.Column(
            "insured_pension_resident",
            sa.Boolean(),
            nullable=True,
            comment="参加城乡居民基本养老保险",
        ),
        sa.Column(
            "insured_pension_employee",
            sa.Boolean(),
            nullable=True,
            comment="参加城镇职工基本养老保险",
        ),
        sa.Column("draws_pension", sa.Boolean(), nullable=True, comment="领取养老金"),
        sa.Column(
            "pension_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="领取养老金种类",
        ),
        sa.Column("receives_allowance", sa.Boolean(), nullable=True, comment="享受农村低保"),
        sa.Column("receives_destitute_support", sa.Boolean(), nullable=True, comment="特困供养"),
        sa.Column(
            "left_behind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="留守类型",
        ),
        sa.Column("is_orphan", sa.Boolean(), nullable=True, comment="孤儿"),
        sa.Column("speaks_mandarin", sa.Boolean(), nullable=True, comment="会讲普通话"),
        sa.Column(
            "has_accident_subsidy", sa.Boolean(), nullable=True, comment="享受人身意外保险补贴"
        ),
        sa.Column("member_no", sa.String(length=120), nullable=True, comment="人口编号"),
        sa.Column(
            "member_state",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="生存状态",
        ),
        sa.CheckConstraint(
            "action IN ('new', 'changed', 'same', 'out-of-scope', 'merged')",
            name=op.f("ck_roster_member_action"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_roster_member_batch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_member")),
    )
    op.create_index(
        "ix_roster_member_id_number_blind",
        "roster_member",
        ["batch_id", "id_number_blind"],
        unique=False,
    )
    op.create_index(
        "ix_roster_member_roster_household_id",
        "roster_member",
        ["roster_household_id"],
        unique=False,
    )
    op.create_table(
        "client_assertion",
        sa.Column(
            "digest",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
            comment="of client id and jti",
        ),
        sa.Column(
            "client_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "expires_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["machine_client.id"], name=op.f("fk_client_assertion_client_id")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_client_assertion")),
    )
    op.create_index(
        "ix_client_assertion_client_id", "client_assertion", ["client_id"], unique=False
    )
    op.create_index(
        "ix_client_assertion_expires_at", "client_assertion", ["expires_at"], unique=False
    )
    op.create_table(
        "household_version",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "village_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "hamlet_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column(
            "recorded_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "replaced_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("actor_name", sa.String(length=60), nullable=False),
        sa.Column(
            "source", sa.String(length=120), nullable=False, comment="hand, roster, initial load"
        ),
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "digest",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=False,
            comment="keyed, of all facts",
        ),
        sa.Column(
            "registration",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="对象类别",
        ),
        sa.Column(
            "poverty_state",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="脱贫状态",
        ),
        sa.Column("exit_year", sa.Integer(), nullable=True, comment="脱贫年度"),
        sa.Column(
            "household_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="贫困户属性",
        ),
        sa.Column(
            "main_cause",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="主要致贫原因",
        ),
        sa.Column(
            "other_causes",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=True,
            comment="其他致贫原因",
        ),
        sa.Column(
            "relapse_causes",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=True,
            comment="返贫原因",
        ),
        sa.Column(
            "identification_standard",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="识别标准",
        ),
        sa.Column("planned_exit_year", sa.Integer(), nullable=True, comment="计划脱贫年度"),
        sa.Column(
            "contact_phone",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("contact_phone_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "contact_phone_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("bank_name", sa.String(length=120), nullable=True, comment="开户银行"),
        sa.Column(
            "bank_account",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("bank_account_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "bank_account_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("wants_loan", sa.Boolean(), nullable=True, comment="贷款意向"),
        sa.Column("remark", sa.String(length=500), nullable=True, comment="备注"),
        sa.Column("arable_land", sa.Integer(), nullable=True, comment="耕地面积"),
        sa.Column("irrigated_land", sa.Integer(), nullable=True, comment="有效灌溉面积"),
        sa.Column("forest_land", sa.Integer(), nullable=True, comment="林地面积"),
        sa.Column("returned_forest", sa.Integer(), nullable=True, comment="退耕还林面积"),
        sa.Column("orchard_land", sa.Integer(), nullable=True, comment="林果面积"),
        sa.Column("grassland", sa.Integer(), nullable=True, comment="牧草地面积"),
        sa.Column("water_surface", sa.Integer(), nullable=True, comment="水面面积"),
        sa.Column("has_production_power", sa.Boolean(), nullable=True, comment="是否通生产用电"),
        sa.Column("has_household_power", sa.Boolean(), nullable=True, comment="是否通生活用电"),
        sa.Column("has_broadcast", sa.Boolean(), nullable=True, comment="是否通广播电视"),
        sa.Column("is_water_difficult", sa.Boolean(), nullable=True, comment="饮水是否困难"),
        sa.Column("is_water_safe", sa.Boolean(), nullable=True, comment="饮水是否安全"),
        sa.Column("is_water_solved", sa.Boolean(), nullable=True, comment="是否解决安全饮用水"),
        sa.Column("road_distance", sa.Integer(), nullable=True, comment="与村主干路距离"),
        sa.Column(
            "road_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="入户路类型",
        ),
        sa.Column("house_area", sa.Integer(), nullable=True, comment="住房面积"),
        sa.Column("is_house_dangerous", sa.Boolean(), nullable=True, comment="是否危房户"),
        sa.Column(
            "house_grade",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="危房级别",
        ),
        sa.Column("has_toilet", sa.Boolean(), nullable=True, comment="有无卫生厕所"),
        sa.Column(
            "fuel_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="主要燃料类型",
        ),
        sa.Column(
            "is_in_cooperative", sa.Boolean(), nullable=True, comment="是否加入农民专业合作组织"
        ),
        sa.Column("has_leading_firm", sa.Boolean(), nullable=True, comment="是否有龙头企业带动"),
        sa.Column(
            "has_leading_person", sa.Boolean(), nullable=True, comment="是否有创业致富带头人带动"
        ),
        sa.CheckConstraint("valid_from < valid_to", name=op.f("ck_household_version_days")),
        sa.ForeignKeyConstraint(
            ["hamlet_id"], ["place.id"], name=op.f("fk_household_version_hamlet_id")
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_household_version_household_id")
        ),
        sa.ForeignKeyConstraint(
            ["village_id"], ["place.id"], name=op.f("fk_household_version_village_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_version")),
    )
    op.create_index(
        "ix_household_version_batch_id", "household_version", ["batch_id"], unique=False
    )
    op.create_index(
        "ix_household_version_household_id",
        "household_version",
        ["household_id", "recorded_at"],
        unique=False,
    )
    op.create_index(
        "ix_household_version_place_path", "household_version", ["place_path"], unique=False
    )
    op.create_index(
        "uq_household_version_now",
        "household_version",
        ["household_id", "valid_from"],
        unique=True,
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.create_table(
        "income",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "recorded_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "replaced_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("actor_name", sa.String(length=60), nullable=False),
        sa.Column("source", sa.String(length=120), nullable=False),
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "digest",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("wage_income_fen", sa.BigInteger(), nullable=True, comment="工资性收入"),
        sa.Column("business_income_fen", sa.BigInteger(), nullable=True, comment="生产经营性收入"),
        sa.Column("property_income_fen", sa.BigInteger(), nullable=True, comment="财产性收入"),
        sa.Column("asset_dividend_fen", sa.BigInteger(), nullable=True, comment="资产收益分红收入"),
        sa.Column("other_property_fen", sa.BigInteger(), nullable=True, comment="其他财产性收入"),
        sa.Column("transfer_income_fen", sa.BigInteger(), nullable=True, comment="转移性收入"),
        sa.Column("family_planning_fen", sa.BigInteger(), nullable=True, comment="计划生育金"),
        sa.Column("allowance_income_fen", sa.BigInteger(), nullable=True, comment="低保金"),
        sa.Column("destitute_income_fen", sa.BigInteger(), nullable=True, comment="五保金"),
        sa.Column("pension_income_fen", sa.BigInteger(), nullable=True, comment="养老保险金"),
        sa.Column("ecological_income_fen", sa.BigInteger(), nullable=True, comment="生态补偿金"),
        sa.Column("other_transfer_fen", sa.BigInteger(), nullable=True, comment="其他转移性收入"),
        sa.Column("business_cost_fen", sa.BigInteger(), nullable=True, comment="生产经营性支出"),
        sa.Column("transfer_expenditure_fen", sa.BigInteger(), nullable=True, comment="转移性支出"),
        sa.Column(
            "net_income_fen",
            sa.BigInteger(),
            nullable=True,
            comment="computed when written, DOMAIN 4",
        ),
        sa.CheckConstraint("year BETWEEN 1990 AND 2100", name=op.f("ck_income_year")),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_income_household_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_income")),
    )
    op.create_index("ix_income_batch_id", "income", ["batch_id"], unique=False)
    op.create_index(
        "ix_income_household_id", "income", ["household_id", "year", "recorded_at"], unique=False
    )
    op.create_index(
        "uq_income_now",
        "income",
        ["household_id", "year"],
        unique=True,
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.create_table(
        "login_token",
        sa.Column(
            "digest",
            sa.String(length=64).with_variant(sa.String(length=64, collation="C"), "postgresql"),
            nullable=False,
            comment="SHA-256 of the opaque token",
        ),
        sa.Column(
            "session_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "used_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
            comment="when its successor was given out",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["login_session.id"],
            name=op.f("fk_login_token_session_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_login_token")),
    )
    op.create_index("ix_login_token_session_id", "login_token", ["session_id"], unique=False)
    op.create_table(
        "member",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "id_number_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("is_present", sa.Boolean(), nullable=False, comment="still in a household"),
        sa.Column(
            "made_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_member_household_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("id_number_blind", name=op.f("uq_member_id_number_blind")),
    )
    op.create_index("ix_member_household_id", "member", ["household_id"], unique=False)
    op.create_table(
        "household_event",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "member_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "kind",
            sa.String(length=30).with_variant(sa.String(length=30, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("document", sa.String(length=120), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("content", sa.Text(), nullable=False, comment="JSON without protected values"),
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("actor_name", sa.String(length=60), nullable=False),
        sa.Column(
            "recorded_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_household_event_household_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_household_event_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_event")),
    )
    op.create_index(
        "ix_household_event_household_id",
        "household_event",
        ["household_id", "recorded_at"],
        unique=False,
    )
    op.create_table(
        "member_token",
        sa.Column(
            "member_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "token",
            sa.String(length=40).with_variant(sa.String(length=40, collation="C"), "postgresql"),
            nullable=False,
            comment="name part, initials, blind digits",
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_member_token_household_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_member_token_member_id")
        ),
        sa.UniqueConstraint("member_id", "token", name="uq_member_token_member_id"),
    )
    op.create_index(
        "ix_member_token_token_place_path",
        "member_token",
        ["token", "place_path", "household_id"],
        unique=False,
    )
    op.create_table(
        "member_version",
        sa.Column(
            "id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "member_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("is_present", sa.Boolean(), nullable=False),
        sa.Column(
            "leave_reason",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "ordinal", sa.Integer(), nullable=False, comment="order in the household as entered"
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column(
            "recorded_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=False,
        ),
        sa.Column(
            "replaced_at",
            sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite"),
            nullable=True,
        ),
        sa.Column(
            "actor_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("actor_name", sa.String(length=60), nullable=False),
        sa.Column(
            "source", sa.String(length=120), nullable=False, comment="hand, roster, initial load"
        ),
        sa.Column(
            "batch_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "digest",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=False,
            comment="keyed, of all facts",
        ),
        sa.Column("name", sa.String(length=120), nullable=True, comment="姓名"),
        sa.Column(
            "id_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="证件类型",
        ),
        sa.Column(
            "id_number",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("id_number_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "id_number_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "relation",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="与户主关系",
        ),
        sa.Column(
            "sex",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="性别",
        ),
        sa.Column("born_on", sa.Date(), nullable=True, comment="出生日期"),
        sa.Column(
            "ethnic",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="民族",
        ),
        sa.Column(
            "political_status",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="政治面貌",
        ),
        sa.Column(
            "marital_status",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="婚姻状况",
        ),
        sa.Column(
            "education",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="文化程度",
        ),
        sa.Column(
            "student_status",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="在校生状况",
        ),
        sa.Column("school", sa.String(length=120), nullable=True, comment="就读学校"),
        sa.Column(
            "dropout_reason",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="失学或辍学原因",
        ),
        sa.Column(
            "health",
            sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql"),
            nullable=True,
            comment="健康状况",
        ),
        sa.Column("disease", sa.String(length=120), nullable=True, comment="疾病名称"),
        sa.Column(
            "disease_grade",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="疾病等级",
        ),
        sa.Column(
            "disability_certificate",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("disability_certificate_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "disability_certificate_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "disability_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="残疾证类别",
        ),
        sa.Column(
            "disability_grade",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="残疾等级",
        ),
        sa.Column(
            "labour",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="劳动技能",
        ),
        sa.Column(
            "labour_verdict",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="劳动能力核查结论",
        ),
        sa.Column("skills", sa.String(length=120), nullable=True, comment="工作特长"),
        sa.Column(
            "work_area",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="务工状况",
        ),
        sa.Column("work_months", sa.Integer(), nullable=True, comment="务工时间"),
        sa.Column(
            "work_province",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="务工所在省",
        ),
        sa.Column(
            "work_city",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="务工所在市",
        ),
        sa.Column(
            "work_county",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="务工所在县",
        ),
        sa.Column("work_town", sa.String(length=120), nullable=True, comment="务工所在乡"),
        sa.Column("employer", sa.String(length=120), nullable=True, comment="务工企业名称"),
        sa.Column("wants_work", sa.Boolean(), nullable=True, comment="就业意向"),
        sa.Column("wants_training", sa.Boolean(), nullable=True, comment="培训意向"),
        sa.Column("wants_business", sa.Boolean(), nullable=True, comment="创业意向"),
        sa.Column(
            "phone",
            sa.String(length=200).with_variant(sa.String(length=200, collation="C"), "postgresql"),
            nullable=True,
            comment="ciphertext",
        ),
        sa.Column("phone_masked", sa.String(length=40), nullable=True),
        sa.Column(
            "phone_blind",
            sa.String(length=32).with_variant(sa.String(length=32, collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("serves_in_army", sa.Boolean(), nullable=True, comment="现役军人"),
        sa.Column(
            "insured_medical_resident",
            sa.Boolean(),
            nullable=True,
            comment="参加城乡居民基本医疗保险",
        ),
        sa.Column(
            "insured_medical_employee",
            sa.Boolean(),
            nullable=True,
            comment="参加城镇职工基本医疗保险",
        ),
        sa.Column("insured_serious_illness", sa.Boolean(), nullable=True, comment="参加大病保险"),
        sa.Column(
            "insured_commercial", sa.Boolean(), nullable=True, comment="参加商业补充医疗保险"
        ),
        sa.Column(
            "insured_pension_resident",
            sa.Boolean(),
            nullable=True,
            comment="参加城乡居民基本养老保险",
        ),
        sa.Column(
            "insured_pension_employee",
            sa.Boolean(),
            nullable=True,
            comment="参加城镇职工基本养老保险",
        ),
        sa.Column("draws_pension", sa.Boolean(), nullable=True, comment="领取养老金"),
        sa.Column(
            "pension_kind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="领取养老金种类",
        ),
        sa.Column("receives_allowance", sa.Boolean(), nullable=True, comment="享受农村低保"),
        sa.Column("receives_destitute_support", sa.Boolean(), nullable=True, comment="特困供养"),
        sa.Column(
            "left_behind",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="留守类型",
        ),
        sa.Column("is_orphan", sa.Boolean(), nullable=True, comment="孤儿"),
        sa.Column("speaks_mandarin", sa.Boolean(), nullable=True, comment="会讲普通话"),
        sa.Column(
            "has_accident_subsidy", sa.Boolean(), nullable=True, comment="享受人身意外保险补贴"
        ),
        sa.Column("member_no", sa.String(length=120), nullable=True, comment="人口编号"),
        sa.Column(
            "member_state",
            sa.String(length=20).with_variant(sa.String(length=20, collation="C"), "postgresql"),
            nullable=True,
            comment="生存状态",
        ),
        sa.CheckConstraint("valid_from < valid_to", name=op.f("ck_member_version_days")),
        sa.CheckConstraint(
            "work_months IS NULL OR work_months BETWEEN 0 AND 12",
            name=op.f("ck_member_version_work_months"),
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_member_version_household_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_member_version_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_version")),
    )
    op.create_index("ix_member_version_batch_id", "member_version", ["batch_id"], unique=False)
    op.create_index(
        "ix_member_version_household_id",
        "member_version",
        ["household_id", "valid_from"],
        unique=False,
    )
    op.create_index(
        "ix_member_version_member_id", "member_version", ["member_id", "recorded_at"], unique=False
    )
    op.create_index("ix_member_version_place_path", "member_version", ["place_path"], unique=False)
    op.create_index(
        "uq_member_version_now",
        "member_version",
        ["member_id", "valid_from"],
        unique=True,
        sqlite_where=sa.text("replaced_at IS NULL"),
        postgresql_where=sa.text("replaced_at IS NULL"),
    )
    op.create_table(
        "fund_plan_person",
        sa.Column(
            "plan_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "member_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "household_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "village_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "place_path",
            sa.String(length=120).with_variant(sa.String(length=120, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "version_id",
            sa.String(length=36).with_variant(sa.String(length=36, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("is_able", sa.Boolean(), nullable=False),
        sa.Column("is_weak", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_fund_plan_person_household_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_fund_plan_person_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["fund_plan.id"], name=op.f("fk_fund_plan_person_plan_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["member_version.id"], name=op.f("fk_fund_plan_person_version_id")
        ),
        sa.ForeignKeyConstraint(
            ["village_id"], ["place.id"], name=op.f("fk_fund_plan_person_village_id")
        ),
        sa.PrimaryKeyConstraint("plan_id", "member_id", name=op.f("pk_fund_plan_person")),
    )
    op.create_index(
        "ix_fund_plan_person_place_path",
        "fund_plan_person",
        ["plan_id", "place_path", "household_id"],
        unique=False,
    )

    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(sa.text(statement))


def downgrade() -> None:
    """Releases only go forward; restore a backup instead."""
    raise NotImplementedError


TRIGGERS: dict[str, tuple[str, ...]] = {
    "sqlite": (
        "CREATE TRIGGER append_only_household_event_update BEFORE UPDATE ON household_event BEGIN SELECT RAISE(ABORT, 'household_event is append-only'); END",
        "CREATE TRIGGER append_only_household_event_delete BEFORE DELETE ON household_event BEGIN SELECT RAISE(ABORT, 'household_event is append-only'); END",
        "CREATE TRIGGER append_only_journal_entry_update BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal_entry is append-only'); END",
        "CREATE TRIGGER append_only_journal_entry_delete BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'journal_entry is append-only'); END",
        "CREATE TRIGGER append_only_workflow_step_update BEFORE UPDATE ON workflow_step BEGIN SELECT RAISE(ABORT, 'workflow_step is append-only'); END",
        "CREATE TRIGGER append_only_workflow_step_delete BEFORE DELETE ON workflow_step BEGIN SELECT RAISE(ABORT, 'workflow_step is append-only'); END",
        "CREATE TRIGGER frozen_attachment_update BEFORE UPDATE ON attachment WHEN OLD.subject IS NOT NULL BEGIN SELECT RAISE(ABORT, 'attachment is frozen'); END",
        "CREATE TRIGGER frozen_attachment_delete BEFORE DELETE ON attachment WHEN OLD.subject IS NOT NULL BEGIN SELECT RAISE(ABORT, 'attachment is frozen'); END",
        "CREATE TRIGGER frozen_figure_revision_update BEFORE UPDATE ON figure_revision WHEN OLD.state <> 'proposed' BEGIN SELECT RAISE(ABORT, 'figure_revision is frozen'); END",
        "CREATE TRIGGER frozen_figure_revision_delete BEFORE DELETE ON figure_revision WHEN OLD.state <> 'proposed' BEGIN SELECT RAISE(ABORT, 'figure_revision is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_update BEFORE UPDATE OF id, title, place_path, start_year, end_year, snapshot_on, computed_at, standard_fen, standard_basis, split, split_basis, counting_basis, counting_source, counts_weak, weak_source, rounding, heads, total_fen, note, made_by, made_name, made_at, document_number, decided_on, attachment_id, decided_at ON fund_plan WHEN OLD.state IN ('decided','noticed','superseded') BEGIN SELECT RAISE(ABORT, 'fund_plan is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_delete BEFORE DELETE ON fund_plan WHEN OLD.state IN ('decided','noticed','superseded') BEGIN SELECT RAISE(ABORT, 'fund_plan is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_cell_insert BEFORE INSERT ON fund_plan_cell WHEN (SELECT state FROM fund_plan WHERE id = NEW.plan_id) IN ('decided','noticed','superseded') BEGIN SELECT RAISE(ABORT, 'fund_plan_cell is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_cell_update BEFORE UPDATE ON fund_plan_cell WHEN 1=1 BEGIN SELECT RAISE(ABORT, 'fund_plan_cell is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_cell_delete BEFORE DELETE ON fund_plan_cell WHEN (SELECT state FROM fund_plan WHERE id = OLD.plan_id) IN ('decided','noticed','superseded') BEGIN SELECT RAISE(ABORT, 'fund_plan_cell is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_person_insert BEFORE INSERT ON fund_plan_person WHEN (SELECT state FROM fund_plan WHERE id = NEW.plan_id) IN ('decided','noticed','superseded') BEGIN SELECT RAISE(ABORT, 'fund_plan_person is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_person_update BEFORE UPDATE ON fund_plan_person WHEN 1=1 BEGIN SELECT RAISE(ABORT, 'fund_plan_person is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_person_delete BEFORE DELETE ON fund_plan_person WHEN (SELECT state FROM fund_plan WHERE id = OLD.plan_id) IN ('decided','noticed','superseded') BEGIN SELECT RAISE(ABORT, 'fund_plan_person is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_village_insert BEFORE INSERT ON fund_plan_village WHEN (SELECT state FROM fund_plan WHERE id = NEW.plan_id) IN ('decided','noticed','superseded') BEGIN SELECT RAISE(ABORT, 'fund_plan_village is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_village_update BEFORE UPDATE ON fund_plan_village WHEN 1=1 BEGIN SELECT RAISE(ABORT, 'fund_plan_village is frozen'); END",
        "CREATE TRIGGER frozen_fund_plan_village_delete BEFORE DELETE ON fund_plan_village WHEN (SELECT state FROM fund_plan WHERE id = OLD.plan_id) IN ('decided','noticed','superseded') BEGIN SELECT RAISE(ABORT, 'fund_plan_village is frozen'); END",
        "CREATE TRIGGER kept_fund_plan_state BEFORE UPDATE OF state ON fund_plan WHEN OLD.state IN ('decided','noticed','superseded') AND NOT ((OLD.state = 'decided' AND NEW.state = 'noticed') OR (OLD.state <> 'superseded' AND NEW.state = 'superseded')) BEGIN SELECT RAISE(ABORT, 'fund_plan is frozen'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION append_only_household_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'household_event is append-only'; END $$",
        "CREATE TRIGGER append_only_household_event_update BEFORE UPDATE ON household_event FOR EACH STATEMENT EXECUTE FUNCTION append_only_household_event()",
        "CREATE TRIGGER append_only_household_event_delete BEFORE DELETE OR TRUNCATE ON household_event FOR EACH STATEMENT EXECUTE FUNCTION append_only_household_event()",
        "CREATE OR REPLACE FUNCTION append_only_journal_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'journal_entry is append-only'; END $$",
        "CREATE TRIGGER append_only_journal_entry_update BEFORE UPDATE ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION append_only_journal_entry()",
        "CREATE TRIGGER append_only_journal_entry_delete BEFORE DELETE OR TRUNCATE ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION append_only_journal_entry()",
        "CREATE OR REPLACE FUNCTION append_only_workflow_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'workflow_step is append-only'; END $$",
        "CREATE TRIGGER append_only_workflow_step_update BEFORE UPDATE ON workflow_step FOR EACH STATEMENT EXECUTE FUNCTION append_only_workflow_step()",
        "CREATE TRIGGER append_only_workflow_step_delete BEFORE DELETE OR TRUNCATE ON workflow_step FOR EACH STATEMENT EXECUTE FUNCTION append_only_workflow_step()",
        "CREATE OR REPLACE FUNCTION frozen_attachment_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.subject IS NOT NULL THEN RAISE EXCEPTION 'attachment is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER frozen_attachment_update BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION frozen_attachment_update()",
        "CREATE OR REPLACE FUNCTION frozen_attachment_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.subject IS NOT NULL THEN RAISE EXCEPTION 'attachment is frozen'; END IF; RETURN OLD; END $$",
        "CREATE TRIGGER frozen_attachment_delete BEFORE DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION frozen_attachment_delete()",
        "CREATE OR REPLACE FUNCTION frozen_attachment_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'attachment is frozen'; END $$",
        "CREATE TRIGGER frozen_attachment_truncate BEFORE TRUNCATE ON attachment FOR EACH STATEMENT EXECUTE FUNCTION frozen_attachment_truncate()",
        "CREATE OR REPLACE FUNCTION frozen_figure_revision_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state <> 'proposed' THEN RAISE EXCEPTION 'figure_revision is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER frozen_figure_revision_update BEFORE UPDATE ON figure_revision FOR EACH ROW EXECUTE FUNCTION frozen_figure_revision_update()",
        "CREATE OR REPLACE FUNCTION frozen_figure_revision_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state <> 'proposed' THEN RAISE EXCEPTION 'figure_revision is frozen'; END IF; RETURN OLD; END $$",
        "CREATE TRIGGER frozen_figure_revision_delete BEFORE DELETE ON figure_revision FOR EACH ROW EXECUTE FUNCTION frozen_figure_revision_delete()",
        "CREATE OR REPLACE FUNCTION frozen_figure_revision_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'figure_revision is frozen'; END $$",
        "CREATE TRIGGER frozen_figure_revision_truncate BEFORE TRUNCATE ON figure_revision FOR EACH STATEMENT EXECUTE FUNCTION frozen_figure_revision_truncate()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state IN ('decided','noticed','superseded') THEN RAISE EXCEPTION 'fund_plan is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER frozen_fund_plan_update BEFORE UPDATE OF id, title, place_path, start_year, end_year, snapshot_on, computed_at, standard_fen, standard_basis, split, split_basis, counting_basis, counting_source, counts_weak, weak_source, rounding, heads, total_fen, note, made_by, made_name, made_at, document_number, decided_on, attachment_id, decided_at ON fund_plan FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_update()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state IN ('decided','noticed','superseded') THEN RAISE EXCEPTION 'fund_plan is frozen'; END IF; RETURN OLD; END $$",
        "CREATE TRIGGER frozen_fund_plan_delete BEFORE DELETE ON fund_plan FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_delete()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fund_plan is frozen'; END $$",
        "CREATE TRIGGER frozen_fund_plan_truncate BEFORE TRUNCATE ON fund_plan FOR EACH STATEMENT EXECUTE FUNCTION frozen_fund_plan_truncate()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_cell_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT state FROM fund_plan WHERE id = NEW.plan_id) IN ('decided','noticed','superseded') THEN RAISE EXCEPTION 'fund_plan_cell is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER frozen_fund_plan_cell_insert BEFORE INSERT ON fund_plan_cell FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_cell_insert()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_cell_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1=1 THEN RAISE EXCEPTION 'fund_plan_cell is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER frozen_fund_plan_cell_update BEFORE UPDATE ON fund_plan_cell FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_cell_update()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_cell_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT state FROM fund_plan WHERE id = OLD.plan_id) IN ('decided','noticed','superseded') THEN RAISE EXCEPTION 'fund_plan_cell is frozen'; END IF; RETURN OLD; END $$",
        "CREATE TRIGGER frozen_fund_plan_cell_delete BEFORE DELETE ON fund_plan_cell FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_cell_delete()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_cell_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fund_plan_cell is frozen'; END $$",
        "CREATE TRIGGER frozen_fund_plan_cell_truncate BEFORE TRUNCATE ON fund_plan_cell FOR EACH STATEMENT EXECUTE FUNCTION frozen_fund_plan_cell_truncate()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_person_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT state FROM fund_plan WHERE id = NEW.plan_id) IN ('decided','noticed','superseded') THEN RAISE EXCEPTION 'fund_plan_person is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER frozen_fund_plan_person_insert BEFORE INSERT ON fund_plan_person FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_person_insert()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_person_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1=1 THEN RAISE EXCEPTION 'fund_plan_person is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER frozen_fund_plan_person_update BEFORE UPDATE ON fund_plan_person FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_person_update()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_person_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT state FROM fund_plan WHERE id = OLD.plan_id) IN ('decided','noticed','superseded') THEN RAISE EXCEPTION 'fund_plan_person is frozen'; END IF; RETURN OLD; END $$",
        "CREATE TRIGGER frozen_fund_plan_person_delete BEFORE DELETE ON fund_plan_person FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_person_delete()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_person_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fund_plan_person is frozen'; END $$",
        "CREATE TRIGGER frozen_fund_plan_person_truncate BEFORE TRUNCATE ON fund_plan_person FOR EACH STATEMENT EXECUTE FUNCTION frozen_fund_plan_person_truncate()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_village_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT state FROM fund_plan WHERE id = NEW.plan_id) IN ('decided','noticed','superseded') THEN RAISE EXCEPTION 'fund_plan_village is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER frozen_fund_plan_village_insert BEFORE INSERT ON fund_plan_village FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_village_insert()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_village_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF 1=1 THEN RAISE EXCEPTION 'fund_plan_village is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER frozen_fund_plan_village_update BEFORE UPDATE ON fund_plan_village FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_village_update()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_village_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT state FROM fund_plan WHERE id = OLD.plan_id) IN ('decided','noticed','superseded') THEN RAISE EXCEPTION 'fund_plan_village is frozen'; END IF; RETURN OLD; END $$",
        "CREATE TRIGGER frozen_fund_plan_village_delete BEFORE DELETE ON fund_plan_village FOR EACH ROW EXECUTE FUNCTION frozen_fund_plan_village_delete()",
        "CREATE OR REPLACE FUNCTION frozen_fund_plan_village_truncate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fund_plan_village is frozen'; END $$",
        "CREATE TRIGGER frozen_fund_plan_village_truncate BEFORE TRUNCATE ON fund_plan_village FOR EACH STATEMENT EXECUTE FUNCTION frozen_fund_plan_village_truncate()",
        "CREATE OR REPLACE FUNCTION kept_fund_plan_state() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD.state IN ('decided','noticed','superseded') AND NOT ((OLD.state = 'decided' AND NEW.state = 'noticed') OR (OLD.state <> 'superseded' AND NEW.state = 'superseded')) THEN RAISE EXCEPTION 'fund_plan is frozen'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER kept_fund_plan_state BEFORE UPDATE OF state ON fund_plan FOR EACH ROW EXECUTE FUNCTION kept_fund_plan_state()",
    ),
}
