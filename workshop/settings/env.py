"""What the environment says, read once."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[2]
env = environ.Env()
VAR = Path(env.str("PITLANE_VAR", default=str(ROOT / "var")))
