"""Two visits at the rival centre, so that there is something there that Anna Nagar must not see."""

from typing import Final

from workshop.demo.data.day.clocked import clocked
from workshop.demo.data.day.spec import VisitSpec

RIVAL_DAY: Final = (
    VisitSpec(
        code="deepak-battery",
        customer="deepak-arora",
        vehicle="deepak-nexon",
        services=("battery-health-check",),
        stage="in_progress",
        made=-3_900,
        start=-45,
        end=40,
        bay="Bay A",
        technician="harish",
        concern="I want to sell it and need a battery report.",
        received=-52,
        mileage_in=58_320,
        charge_in=74,
        work=clocked("battery-health-check", -30, (12, 10, 8), readings={1: "89"}, last="in_progress"),
    ),
    VisitSpec(
        code="sneha-fluid",
        customer="sneha-kulkarni",
        vehicle="sneha-kona",
        services=("brake-fluid-change",),
        stage="confirmed",
        made=-1_980,
        start=75,
        end=125,
        bay="Bay B",
        technician="nandini",
        concern="Brake fluid is due after two years.",
    ),
)
