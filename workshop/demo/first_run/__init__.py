"""The first run of an empty workshop: five questions and an administrator."""

from .answers import Answers, Unclear
from .ask import ask_everything
from .open_workshop import open_workshop

__all__ = ["Answers", "Unclear", "ask_everything", "open_workshop"]
