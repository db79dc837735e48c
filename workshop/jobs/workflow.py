"""The workflows of the job card and of the step."""

from workshop.kernel.workflow import Transition, Workflow

JOB = Workflow(
    noun="job card",
    states=(
        "received",
        "diagnosis",
        "awaiting_decision",
        "queued",
        "in_progress",
        "quality_check",
        "ready_for_pickup",
        "delivered",
        "closed",
        "cancelled",
    ),
    transitions=(
        Transition("diagnose", ("received",), "diagnosis", "TF", "Start diagnosis"),
        Transition("queue", ("received",), "queued", "F", "Queue the booked work", "primary"),
        Transition("send_estimate", ("diagnosis",), "awaiting_decision", "F", "Estimate sent"),
        Transition("approve_work", ("awaiting_decision",), "queued", "S", "Something approved"),
        Transition("decline_all", ("awaiting_decision",), "ready_for_pickup", "F", "All declined"),
        Transition("diagnose_again", ("awaiting_decision",), "diagnosis", "F", "Back to diagnosis"),
        Transition("begin_work", ("queued",), "in_progress", "S", "First clock-on"),
        Transition("finish_work", ("in_progress",), "quality_check", "S", "Every open item done"),
        Transition(
            "pass_check", ("quality_check",), "ready_for_pickup", "L", "Pass quality check", "primary"
        ),
        Transition("rework", ("quality_check",), "in_progress", "L", "Back for rework", "danger"),
        Transition("reopen", ("ready_for_pickup",), "in_progress", "F", "More work needed"),
        Transition("hand_over", ("ready_for_pickup",), "delivered", "F", "Hand over", "primary"),
        Transition("close", ("delivered",), "closed", "SF", "Close"),
        Transition(
            "cancel",
            ("received", "diagnosis", "awaiting_decision", "queued"),
            "cancelled",
            "F",
            "Cancel visit",
            "danger",
        ),
    ),
    final=frozenset({"closed", "cancelled"}),
)

STEP = Workflow(
    noun="step",
    states=("pending", "in_progress", "paused", "done", "verified", "skipped"),
    transitions=(
        Transition("start", ("pending",), "in_progress", "TF", "Start", "primary"),
        Transition("pause", ("in_progress",), "paused", "TLS", "Blocked"),
        Transition("resume", ("paused",), "in_progress", "T", "Resume", "primary"),
        Transition("complete", ("in_progress",), "done", "T", "Done", "primary"),
        Transition("verify", ("done",), "verified", "L", "Verify", "primary"),
        Transition("rework", ("done", "verified"), "in_progress", "L", "Do again", "danger"),
        Transition("skip", ("pending", "paused"), "skipped", "L", "Skip"),
    ),
    final=frozenset({"verified", "skipped"}),
)

ON_SITE = (
    "received",
    "diagnosis",
    "awaiting_decision",
    "queued",
    "in_progress",
    "quality_check",
    "ready_for_pickup",
)
"""The stages in which the vehicle stands at the centre."""

OPEN_STEPS = frozenset({"pending", "in_progress", "paused"})

OUTSIDE_STAGE = {
    "received": "Vehicle received",
    "diagnosis": "Being inspected",
    "awaiting_decision": "Your decision",
    "queued": "Waiting for a technician",
    "in_progress": "Service in progress",
    "quality_check": "Quality check",
    "ready_for_pickup": "Ready for pickup",
    "delivered": "Handed over",
    "closed": "Handed over",
    "cancelled": "Cancelled",
}
OUTSIDE_STEP = {
    "pending": "pending",
    "in_progress": "in_progress",
    "paused": "in_progress",
    "done": "completed",
    "verified": "completed",
    "skipped": "skipped",
}
"""The specification's words, shown and accepted in filters."""
