"""Two centres that wait for the network's answer."""

from datetime import time
from typing import Final

from workshop.demo.data.centers.spec import ApplicationSpec, six_days

APPLICATIONS: Final = (
    ApplicationSpec(
        name="Fort Vellore Auto Works",
        applicant="ganesan",
        about=(
            "Family workshop since 1988 on the Arcot road: three bays, two lifts, four technicians. We service "
            "petrol and diesel cars and want to begin with hybrids."
        ),
        address="41 Officers Line, Vellore",
        city="Vellore",
        district="Vellore",
        postcode="632001",
        phone="+914165550501",
        email="works@fortvellore.example",
        opening=six_days(time(9, 0), time(19, 0)),
        areas=({"district": "Vellore"}, {"district": "Ranipet"}),
    ),
    ApplicationSpec(
        name="Parrys Corner Scooter Clinic",
        applicant="zeenath",
        about="Scooters and three-wheelers of the harbour's couriers, day and evening. Two benches, one charger.",
        address="9 Second Line Beach, George Town",
        city="Chennai",
        district="Chennai",
        postcode="600001",
        phone="+914455500601",
        email="clinic@parryscorner.example",
        opening=six_days(time(7, 30), time(20, 30)),
        areas=({"postcode": "600003"}, {"postcode": "600013"}),
    ),
)
