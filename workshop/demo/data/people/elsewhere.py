"""Who works at the network's other centres. Their emails follow a rule: admin@, desk@, tech.a@ … of <code>.example."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from workshop.demo.data.people.spec import CertificationSpec, CustomerSpec, Role, WorkerSpec
from workshop.demo.data.services.spec import Skill


class Tech(NamedTuple):
    """A technician in a line: name, what they can do, cost in rupees, PIN, certificates."""

    name: str
    skills: tuple[Skill, ...]
    cost: str
    pin: str
    certifications: tuple[CertificationSpec, ...] = ()


def _house(
    code: str, series: int, admin: str, desk: str, technicians: tuple[Tech, ...], driver: str = ""
) -> Iterator[WorkerSpec]:
    """Yield the people of a centre, the first technician its lead; `series` begins their phone numbers."""
    for number, tech in enumerate(technicians, start=1):
        someone = _worker(code, f"tech.{'abcd'[number - 1]}", tech.name, "technician", series * 100 + number)
        yield replace(
            someone,
            lead=number == 1,
            skills=tech.skills,
            certifications=tech.certifications,
            hourly_cost=Decimal(tech.cost),
            pin=tech.pin,
        )
    yield _worker(code, "desk", desk, "staff", series * 100 + 21)
    if driver:
        yield replace(_worker(code, "driver", driver, "staff", series * 100 + 22), driver=True)
    yield _worker(code, "admin", admin, "admin", series * 100 + 31)


def _worker(center: str, part: str, name: str, role: Role, number: int) -> WorkerSpec:
    first_name, last_name = name.split(" ", 1)
    return WorkerSpec(
        code=f"{center.lower()}-{part}",
        first_name=first_name,
        last_name=last_name,
        email=f"{part}@{center.lower()}.example",
        phone=f"+9190000{number:05}",
        role=role,
        center=center,
    )


ELSEWHERE_WORKERS: Final = (
    *_house(
        "MADU",
        401,
        "Alagar Muthiah",
        "Kayalvizhi Selvam",
        (
            Tech(
                "Bose Chinnasamy",
                ("brakes", "tyres", "aircon", "general"),
                "330",
                "4107",
                (CertificationSpec("Brake systems", "BRK-5203", "brakes", 330),),
            ),
            Tech("Meenakshi Thevar", ("tyres", "general"), "255", "9264"),
            Tech(
                "Sakthivel Murugan",
                ("brakes", "aircon"),
                "270",
                "3381",
                (CertificationSpec("Refrigerant handling", "RFG-8830", "aircon", 410),),
            ),
        ),
    ),
    *_house(
        "KOVA",
        402,
        "Nirmala Devaraj",
        "Prakash Iyengar",
        (
            Tech(
                "Shanthi Gounder",
                ("hv_safety", "ev_battery", "electrical", "general"),
                "415",
                "7742",
                (
                    CertificationSpec("High-voltage systems, level 3", "HV3-40218", "hv_safety", 500),
                    CertificationSpec("Traction battery repair", "TBR-1190", "ev_battery", 260),
                ),
            ),
            Tech(
                "Dinesh Palanisamy",
                ("hv_safety", "electrical", "brakes"),
                "340",
                "1859",
                (CertificationSpec("High-voltage systems, level 2", "HV2-30441", "hv_safety", 150),),
            ),
            Tech("Rekha Sundaram", ("brakes", "electrical", "general"), "300", "6026"),
        ),
    ),
    *_house(
        "TRIC",
        403,
        "Peter Amalraj",
        "Fathima Rowther",
        (
            Tech("Anbarasan Durai", ("two_wheeler", "general"), "260", "2748"),
            Tech("Yuvaraj Chellappa", ("two_wheeler", "electrical"), "240", "5513"),
        ),
    ),
    *_house(
        "SALM",
        404,
        "Vasantha Kumari",
        "Baskar Ramalingam",
        (
            Tech("Chitra Nallasamy", ("appliances", "electrical"), "220", "8890"),
            Tech("Jeeva Kandasamy", ("appliances",), "190", "4635"),
        ),
        driver="Selvaraj Kaliappan",
    ),
)

ELSEWHERE_CUSTOMERS: Final = (
    CustomerSpec(
        code="selvi-arumugam",
        first_name="Selvi",
        last_name="Arumugam",
        email="selvi.arumugam@example.com",
        phone="+919000040441",
        address="31 Omalur Main Road, Salem 636007",
        center="SALM",
    ),
    CustomerSpec(
        code="rajan-laundry",
        first_name="Rajan",
        last_name="Vellaisamy",
        email="rajan.vellaisamy@example.com",
        phone="+919000040442",
        address="4 Shop Street, Namakkal 637001",
        center="SALM",
    ),
    CustomerSpec(
        code="kanagavalli",
        first_name="Kanagavalli",
        last_name="Sundaram",
        email="kanagavalli.sundaram@example.com",
        phone="+919000040443",
        address="12 Fort Main Road, Shevapet, Salem 636002",
        center="SALM",
    ),
    CustomerSpec(
        code="murugesan-lodge",
        first_name="Murugesan",
        last_name="Pandian",
        email="murugesan.pandian@example.com",
        phone="+919000040444",
        address="70 Paramathi Road, Namakkal 637001",
        center="SALM",
    ),
)
