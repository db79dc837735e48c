"""Keep the secret that signs sessions, made once for each data folder."""

import os
import secrets
from pathlib import Path


def secret_key(var: Path) -> str:
    """Return the key in `var/secret_key`, making it on first use, readable by its owner only."""
    path = var / "secret_key"
    if path.exists() and (held := path.read_text().strip()):
        return held
    made = secrets.token_urlsafe(50)
    half = path.with_name("secret_key.new")
    half.unlink(missing_ok=True)
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(made + "\n")
    half.replace(path)
    return made
