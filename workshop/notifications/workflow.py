"""The workflow of a notification: on its way to one person by one channel."""

from workshop.kernel.workflow import Transition, Workflow

NOTIFICATION = Workflow(
    noun="notification",
    states=("pending", "sending", "sent", "failed", "unknown", "dropped"),
    transitions=(
        Transition("claim", ("pending",), "sending", "S", "Being sent"),
        Transition("put_back", ("sending",), "pending", "S", "Refused, tried again later"),
        Transition("deliver", ("sending", "unknown"), "sent", "S", "Sent"),
        Transition("give_up", ("sending", "unknown"), "failed", "S", "Refused too often"),
        Transition("lose", ("sending",), "unknown", "S", "Nobody knows whether it was sent"),
        Transition("drop", ("pending", "sent"), "dropped", "S", "Undone or overtaken"),
    ),
    final=frozenset({"failed", "dropped"}),
)
