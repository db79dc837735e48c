"""Requests: one waits for the desk, one for its customer, one was turned down."""

from datetime import time
from typing import Final

from workshop.demo.data.coming.spec import RequestSpec
from workshop.demo.data.when import When

REQUESTS: Final = (
    RequestSpec(
        customer="ibrahim-rowther",
        vehicle="ibrahim-tiago",
        services=("suspension-noise-diagnosis",),
        concern="It rattles at the rear left over every speed breaker, more when it is hot outside.",
        wished=(When(1, time(9, 30)), When(1, time(16, 0)), When(2, time(9, 30))),
        made=-38,
    ),
    RequestSpec(
        customer="keerthana-baskar",
        vehicle="keerthana-ola",
        services=("battery-drain-diagnosis",),
        concern="Overnight it loses eight percent, with nothing plugged in.",
        wished=(When(1, time(8, 30)),),
        made=-165,
        answered=-70,
        proposed=When(1, time(12, 30)),
        message="In the morning the bench is taken. Half past twelve is quiet, and you can wait here.",
    ),
    RequestSpec(
        customer="rohan-mehta",
        vehicle="rohan-xc40",
        services=("range-loss-diagnosis",),
        concern="The app shows 20 km less than in March.",
        wished=(When(1, time(13, 0)),),
        made=-1_510,
        answered=-1_400,
        rejected="The maker's update of this month corrects the display. Please install it first and write again.",
    ),
)
