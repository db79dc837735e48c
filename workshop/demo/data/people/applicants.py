"""Who applied with a centre of their own and waits for the network's answer."""

from typing import Final

from workshop.demo.data.people.spec import ApplicantSpec

APPLICANTS: Final = (
    ApplicantSpec(
        code="ganesan",
        first_name="Ganesan",
        last_name="Perumal",
        email="ganesan@fortvellore.example",
        phone="+919000050101",
    ),
    ApplicantSpec(
        code="zeenath",
        first_name="Zeenath",
        last_name="Banu",
        email="zeenath@parryscorner.example",
        phone="+919000050201",
    ),
)
