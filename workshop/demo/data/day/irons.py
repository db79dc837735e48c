"""Today at the iron box repairer, which fetches what it repairs and brings it back."""

from typing import Final

from workshop.demo.data.day.clocked import clocked
from workshop.demo.data.day.spec import VisitSpec
from workshop.demo.data.drives import DriveSpec

IRON_DAY: Final = (
    VisitSpec(
        code="kanaga-descaling",
        customer="kanagavalli",
        vehicle="kanaga-steam",
        services=("steam-iron-descaling",),
        stage="in_progress",
        made=-1_600,
        start=-35,
        end=15,
        bay="Bench A",
        technician="salm-tech.a",
        concern="It spits, and there are white crumbs on the silk.",
        received=-45,
        work=clocked("steam-iron-descaling", -32, (6, 26), last="in_progress"),
        drives=(DriveSpec("collect", -260, -236, -171), DriveSpec("return", 4_090)),
    ),
    VisitSpec(
        code="lodge-check",
        customer="murugesan-lodge",
        vehicle="lodge-press",
        services=("iron-box-safety-check",),
        stage="confirmed",
        made=-1_480,
        start=100,
        end=130,
        bay="Bench B",
        technician="salm-tech.b",
        concern="The laundry boy says that it tingles.",
        drives=(
            DriveSpec("collect", -130, -112, -38, failed="The lodge was locked; the watchman had no key."),
        ),
    ),
    VisitSpec(
        code="rajan-descaling",
        customer="rajan-laundry",
        vehicle="rajan-steam",
        services=("steam-iron-descaling",),
        stage="confirmed",
        made=-2_900,
        start=175,
        end=225,
        bay="Bench B",
        technician="salm-tech.b",
        concern="Half of the steam holes are blocked.",
        drives=(DriveSpec("collect", 40),),
    ),
)
