"""The centres' tables."""

from .people import Absence, Certification, CustomerProfile, Membership, Patronage, Shift, StaffProfile
from .places import Bay, DocumentCounter, HoursException, OpeningHours, ServiceArea, ServiceCenter

__all__ = [
    "Absence",
    "Bay",
    "Certification",
    "CustomerProfile",
    "DocumentCounter",
    "HoursException",
    "Membership",
    "OpeningHours",
    "Patronage",
    "ServiceArea",
    "ServiceCenter",
    "Shift",
    "StaffProfile",
]
