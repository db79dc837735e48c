"""What is collected and returned, for the visits of the demo's day and of the coming ones."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from workshop.demo.data.when import When

Way = Literal["collect", "return"]


@dataclass(frozen=True, slots=True)
class DriveSpec:
    """A drive of the day in minutes from now: when its window begins, the driver set out, and it ended.

    `mileage` is what the driver read at the address; with `failed` nobody handed anything over, for that reason.
    """

    way: Way
    window: int
    set_out: int | None = None
    ended: int | None = None
    mileage: int | None = None
    failed: str = ""


class Planned(NamedTuple):
    """A drive of a coming day."""

    way: Way
    when: When
