"""Who plans, talks, bills and drives: the front desk, the driver and the administrators."""

from typing import Final

from workshop.demo.data.people.spec import WorkerSpec

OFFICE: Final = (
    WorkerSpec(
        code="lakshmi",
        first_name="Lakshmi",
        last_name="Venkatesh",
        email="lakshmi.venkatesh@pitlane.example",
        phone="+919000000221",
        role="staff",
        center="ANNA",
    ),
    WorkerSpec(
        code="imran",
        first_name="Imran",
        last_name="Sheriff",
        email="imran.sheriff@pitlane.example",
        phone="+919000000222",
        role="staff",
        center="ANNA",
    ),
    WorkerSpec(
        code="murali",
        first_name="Murali",
        last_name="Ezhilan",
        email="murali.ezhilan@pitlane.example",
        phone="+919000000223",
        role="staff",
        center="ANNA",
        driver=True,
    ),
    WorkerSpec(
        code="revathi",
        first_name="Revathi",
        last_name="Balan",
        email="revathi.balan@pitlane.example",
        phone="+919000000231",
        role="admin",
        center="ANNA",
    ),
    WorkerSpec(
        code="vikram",
        first_name="Vikram",
        last_name="Chandran",
        email="vikram.chandran@pitlane.example",
        phone="+919000000241",
        role="admin",
        center=None,
    ),
)
