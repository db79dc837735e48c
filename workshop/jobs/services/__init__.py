"""The verbs of the live job; each file is one, or a group that shares its rule."""

from .check_in import check_in
from .checks import order_rework, pass_check, rework_step, skip_step, verify_step
from .outside import amend_appointment, progress_step
from .plan import assign_item, move_job, place_hold, release_hold
from .stages import (
    cancel_job,
    close_job,
    decline_all,
    diagnose_again,
    diagnose_job,
    hand_over,
    queue_job,
    reopen_job,
    send_estimate,
)
from .steps import complete_step, note_step, pause_step, resume_step, start_step
from .undo import undo_job, undo_step
from .windows import review_windows

__all__ = [
    "amend_appointment",
    "assign_item",
    "cancel_job",
    "check_in",
    "close_job",
    "complete_step",
    "decline_all",
    "diagnose_again",
    "diagnose_job",
    "hand_over",
    "move_job",
    "note_step",
    "order_rework",
    "pass_check",
    "pause_step",
    "place_hold",
    "progress_step",
    "queue_job",
    "release_hold",
    "reopen_job",
    "resume_step",
    "review_windows",
    "rework_step",
    "send_estimate",
    "skip_step",
    "start_step",
    "undo_job",
    "undo_step",
    "verify_step",
]
