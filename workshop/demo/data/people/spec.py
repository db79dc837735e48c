"""What a person of the demo is described by."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workshop.demo.data.services.spec import Skill

Role = Literal["staff", "technician", "admin"]


@dataclass(frozen=True, slots=True)
class CertificationSpec:
    """A certificate for a skill; `expires_in` counts days from today and is negative when it has run out."""

    name: str
    number: str
    skill: Skill
    expires_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerSpec:
    """Someone who works at a centre, or for the network when `center` is None; `hourly_cost` is in rupees."""

    code: str
    first_name: str
    last_name: str
    email: str
    phone: str
    role: Role
    center: str | None
    lead: bool = False
    driver: bool = False
    skills: tuple[Skill, ...] = ()
    certifications: tuple[CertificationSpec, ...] = ()
    hourly_cost: Decimal | None = None
    pin: str = ""

    @property
    def name(self) -> str:
        """Return the full name."""
        return f"{self.first_name} {self.last_name}"

    @property
    def short_name(self) -> str:
        """Return the name by which the workshop's screens call somebody: "Priya S."."""
        return f"{self.first_name} {self.last_name[0]}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantSpec:
    """Someone who applied with a centre of their own."""

    code: str
    first_name: str
    last_name: str
    email: str
    phone: str

    @property
    def name(self) -> str:
        """Return the full name."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSpec:
    """Someone who brings a vehicle to the centre named by `center`."""

    code: str
    first_name: str
    last_name: str
    email: str
    phone: str
    address: str
    center: str

    @property
    def street(self) -> str:
        """Return the address without its postcode."""
        return self.address.removesuffix(self.postcode).rstrip()

    @property
    def postcode(self) -> str:
        """Return the postcode, with which the address ends."""
        return self.address.rpartition(" ")[2]

    @property
    def name(self) -> str:
        """Return the full name."""
        return f"{self.first_name} {self.last_name}"
