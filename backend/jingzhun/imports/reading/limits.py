"""How large and how slow a workbook may be. Knows no settings: the caller hands its own figures."""

import msgspec

_MIB = 1 << 20


class Limits(msgspec.Struct, frozen=True):
    """The figures past which a file is refused; every one is checked before memory is spent."""

    file_bytes: int = 20 * _MIB
    """The file as uploaded."""
    inflated_bytes: int = 512 * _MIB
    """All parts unpacked, counted while unpacking, not as the file declares."""
    ratio: int = 250
    """Unpacked to packed size of one part, looked at from 16 MiB on."""
    entries: int = 5_000
    """Files inside the container."""
    shared_bytes: int = 192 * _MIB
    """The table of shared texts, unpacked."""
    sheets: int = 500
    rows: int = 200_000
    """Highest row number that holds a value."""
    columns: int = 512
    """Highest column number that holds a value."""
    formulas: int = 1_000_000
    """Cells with a formula or an error value, over all sheets."""
    memory_bytes: int = 1536 * _MIB
    """Address space of the child process that reads."""
    payload_bytes: int = 768 * _MIB
    """All the child may send back."""
    frame_bytes: int = 64 * _MIB
    """One batch of rows the child may send back."""
    seconds: float = 60.0
    """How long the parent waits for the child, not counting its own work between batches."""
