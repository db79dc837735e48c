"""Visits that are confirmed and arrive later today."""

from typing import Final

from workshop.demo.data.day.spec import VisitSpec
from workshop.demo.data.drives import DriveSpec

LATER: Final = (
    VisitSpec(
        code="ramesh-coolant",
        customer="ramesh-iyer",
        vehicle="ramesh-nexon",
        services=("battery-coolant-service",),
        stage="confirmed",
        made=-4_650,
        start=25,
        end=130,
        bay="Bay 4",
        technician="karthik",
        concern="Coolant is due at five years, says the book.",
    ),
    VisitSpec(
        code="thomas-update",
        customer="thomas-varghese",
        vehicle="thomas-ioniq",
        services=("software-update",),
        stage="confirmed",
        made=-3_100,
        start=60,
        end=135,
        bay="Bay 1",
        technician="priya",
        concern="The letter says there is an update for the charging software.",
    ),
    VisitSpec(
        code="ananya-puncture",
        customer="ananya-sharma",
        vehicle="ananya-ix1",
        services=("puncture-repair",),
        stage="confirmed",
        made=-75,
        start=60,
        end=90,
        bay="Bay 6",
        technician="divya",
        concern="Rear left loses air every two days, I can see a nail.",
        drives=(DriveSpec("collect", -60, -52, -21, failed="Nobody opened, and the phone is off."),),
    ),
    VisitSpec(
        code="sameer-annual",
        customer="sameer-khan",
        vehicle="sameer-ev6",
        services=("annual-service-ev",),
        stage="confirmed",
        made=-10_230,
        start=100,
        end=250,
        bay="Bay 2",
        technician="suresh",
        concern="Yearly service. I will collect it in the evening.",
        drives=(DriveSpec("collect", 10, -5),),
    ),
)
