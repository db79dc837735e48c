"""The waiting list: who waits, who was offered a time just now, who let one pass, and whose days are over."""

from datetime import time
from typing import Final

from workshop.demo.data.coming.spec import WaitingSpec

WAITING: Final = (
    # The aligner is taken all morning; whoever gives it up makes room for this one.
    WaitingSpec(
        customer="lydia-fernandes",
        vehicle="lydia-atto",
        services=("wheel-alignment",),
        joined=-1_260,
        first=1,
        last=1,
        day_from=time(9, 30),
        day_until=time(11, 15),
    ),
    WaitingSpec(
        customer="bala-subramani",
        vehicle="bala-ather",
        services=("charging-cable-inspection",),
        joined=-26,
        first=2,
        last=2,
        day_from=time(16, 0),
        offered=-4,
    ),
    WaitingSpec(
        customer="chitra-ranganathan",
        vehicle="chitra-zs",
        services=("wheel-alignment",),
        joined=-420,
        first=2,
        last=2,
        day_from=time(15, 0),
        day_until=time(16, 0),
        offered=-300,
        passed=-280,
    ),
    WaitingSpec(
        customer="kavitha-menon",
        vehicle="kavitha-comet",
        services=("tyre-rotation",),
        joined=-4_700,
        first=-2,
        last=-1,
    ),
)
