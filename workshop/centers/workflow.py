"""How a centre joins the network. One that the network opens itself begins approved."""

from workshop.kernel.workflow import Transition, Workflow

CENTER = Workflow(
    noun="service centre",
    states=("applied", "approved", "rejected"),
    transitions=(
        Transition("approve", ("applied",), "approved", "N", "Approve", "primary"),
        Transition("reject", ("applied",), "rejected", "N", "Reject", "danger"),
        Transition("apply_again", ("rejected",), "applied", "P", "Apply again", "primary"),
    ),
    final=frozenset({"approved"}),
)
