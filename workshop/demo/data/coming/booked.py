"""Visits of the coming days. Whoever has no time in the day's rush comes later in the week."""

from datetime import time
from typing import Final

from workshop.demo.data.coming.spec import BookedSpec
from workshop.demo.data.drives import Planned
from workshop.demo.data.when import When

# Customer, vehicle, services, day, time, days ago that it was booked, words.
_ROWS: Final[tuple[tuple[str, str, str, int, str, int, str], ...]] = (
    (
        "chitra-ranganathan",
        "chitra-zs",
        "annual-service-ev",
        1,
        "08:30",
        12,
        "Please keep the old wiper blades.",
    ),
    ("bala-subramani", "bala-ather", "electric-scooter-service", 1, "09:00", 6, ""),
    (
        "fathima-nasreen",
        "fathima-nexon",
        "tyre-rotation wheel-alignment",
        1,
        "10:00",
        4,
        "It pulls to the left.",
    ),
    ("maria-joseph", "maria-ather", "electric-scooter-service", 1, "11:30", 3, ""),
    ("hari-krishnan", "hari-kona", "brake-fluid-change", 1, "14:00", 9, ""),
    ("rohan-mehta", "rohan-xc40", "ac-service", 1, "15:30", 2, "The air smells damp in the morning."),
    ("prakash-reddy", "prakash-nexon", "software-update", 2, "09:00", 5, ""),
    ("gautam-das", "gautam-creta", "front-brake-pads", 2, "09:30", 8, "Squeals when it is cold."),
    ("radha-krishnamurthy", "radha-hyryder", "annual-service-petrol", 2, "14:30", 15, ""),
    ("senthil-murugan", "senthil-tiago", "battery-health-check", 2, "13:30", 1, "For the sale."),
    ("venkat-raman", "venkat-swift", "puncture-repair", 3, "08:45", 1, ""),
    ("george-thomas", "george-swift", "12v-battery-replacement", 3, "10:00", 4, ""),
    ("kavitha-menon", "kavitha-comet", "cabin-filter wiper-replacement", 3, "14:00", 2, ""),
    (
        "lydia-fernandes",
        "lydia-atto",
        "tyre-replacement-pair",
        4,
        "09:30",
        7,
        "Front axle, the customer's own tyres.",
    ),
    ("elango-durai", "elango-classic", "motorcycle-service", 4, "11:00", 10, ""),
    ("deepak-arora", "deepak-nexon", "battery-health-check", 2, "11:00", 3, ""),
    ("selvi-arumugam", "selvi-iron", "steam-iron-descaling", 1, "11:00", 2, "Brown water on white shirts."),
    (
        "rajan-laundry",
        "rajan-press",
        "iron-box-element-replacement",
        2,
        "10:30",
        4,
        "Heats up and goes cold again.",
    ),
)
LOANERS: Final = frozenset({"gautam-creta"})
"""Whose owners take the workshop's own car meanwhile."""

DRIVES: Final[dict[str, tuple[Planned, ...]]] = {
    "fathima-nexon": (Planned("collect", When(1, time(8, 30))),),
    "hari-kona": (Planned("collect", When(1, time(12, 0))), Planned("return", When(1, time(15, 30)))),
    "radha-hyryder": (Planned("return", When(3, time(9, 0))),),
    "selvi-iron": (Planned("return", When(2, time(10, 0))),),
    "rajan-press": (Planned("collect", When(1, time(10, 0))), Planned("return", When(4, time(10, 0)))),
}
"""Whose vehicles are fetched or brought home."""

BOOKED: Final = tuple(
    BookedSpec(
        customer=customer,
        vehicle=vehicle,
        services=tuple(services.split()),
        when=When(day, time.fromisoformat(at)),
        made=-ago * 1440 - 200,
        notes=notes,
        wants_loaner=vehicle in LOANERS,
        drives=DRIVES.get(vehicle, ()),
    )
    for customer, vehicle, services, day, at, ago, notes in _ROWS
)
