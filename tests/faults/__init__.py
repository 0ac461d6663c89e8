"""The process is killed while it works; nothing acknowledged may be lost, nothing half done."""
