"""Write clocked work down shortly: one step after the other, from the minutes that each one took."""

from collections.abc import Mapping
from decimal import Decimal

from workshop.demo.data.day.spec import HandOn, WorkSpec


def clocked(
    service: str,
    start: int,
    minutes: tuple[int, ...],
    *,
    readings: Mapping[int, str] | None = None,
    notes: Mapping[int, str] | None = None,
    last: HandOn = "done",
) -> tuple[WorkSpec, ...]:
    """Return the first steps of a service as clocked back to back from `start`.

    `readings` and `notes` go by the step's number, from 1; `last` is how the last of the steps stands now.
    """
    work: list[WorkSpec] = []
    for step, taken in enumerate(minutes, start=1):
        reading = (readings or {}).get(step)
        work.append(
            WorkSpec(
                service,
                step,
                start,
                taken,
                last if step == len(minutes) else "done",
                None if reading is None else Decimal(reading),
                (notes or {}).get(step, ""),
            )
        )
        start += taken
    return tuple(work)
