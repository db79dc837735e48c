"""The people of the rival centre, who must see nothing of Anna Nagar."""

from decimal import Decimal
from typing import Final

from workshop.demo.data.people.spec import CertificationSpec, CustomerSpec, WorkerSpec

RIVAL_WORKERS: Final = (
    WorkerSpec(
        code="harish",
        first_name="Harish",
        last_name="Gopal",
        email="harish.gopal@coastline.example",
        phone="+919000000301",
        role="technician",
        center="VELA",
        lead=True,
        skills=("hv_safety", "ev_battery", "electrical", "general"),
        certifications=(CertificationSpec("High-voltage systems, level 3", "HV3-30115", "hv_safety", 366),),
        hourly_cost=Decimal("405"),
        pin="4476",
    ),
    WorkerSpec(
        code="nandini",
        first_name="Nandini",
        last_name="Rao",
        email="nandini.rao@coastline.example",
        phone="+919000000302",
        role="technician",
        center="VELA",
        skills=("brakes", "tyres", "electrical", "general"),
        certifications=(CertificationSpec("Brake systems", "BRK-4410", "brakes", 120),),
        hourly_cost=Decimal("305"),
        pin="2219",
    ),
    WorkerSpec(
        code="swathi",
        first_name="Swathi",
        last_name="Krishnan",
        email="swathi.krishnan@coastline.example",
        phone="+919000000321",
        role="staff",
        center="VELA",
    ),
    WorkerSpec(
        code="mohan",
        first_name="Mohan",
        last_name="Pillai",
        email="mohan.pillai@coastline.example",
        phone="+919000000331",
        role="admin",
        center="VELA",
    ),
)

RIVAL_CUSTOMERS: Final = (
    CustomerSpec(
        code="deepak-arora",
        first_name="Deepak",
        last_name="Arora",
        email="deepak.arora@example.net",
        phone="+919000000341",
        address="18 Vijaya Nagar 3rd Street, Velachery, Chennai 600042",
        center="VELA",
    ),
    CustomerSpec(
        code="sneha-kulkarni",
        first_name="Sneha",
        last_name="Kulkarni",
        email="sneha.kulkarni@example.net",
        phone="+919000000342",
        address="7 Tansi Nagar Main Road, Velachery, Chennai 600042",
        center="VELA",
    ),
)
