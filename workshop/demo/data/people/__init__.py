"""Everyone in the demo: who works at the centres, who brings vehicles there, and who wants to join the network."""

from typing import Final

from workshop.demo.data.people.applicants import APPLICANTS
from workshop.demo.data.people.customers import CUSTOMERS as ANNA_NAGAR_CUSTOMERS
from workshop.demo.data.people.elsewhere import ELSEWHERE_CUSTOMERS, ELSEWHERE_WORKERS
from workshop.demo.data.people.office import OFFICE
from workshop.demo.data.people.rival import RIVAL_CUSTOMERS, RIVAL_WORKERS
from workshop.demo.data.people.spec import CustomerSpec, WorkerSpec
from workshop.demo.data.people.technicians import TECHNICIANS

WORKERS: Final[tuple[WorkerSpec, ...]] = (*TECHNICIANS, *OFFICE, *RIVAL_WORKERS, *ELSEWHERE_WORKERS)
CUSTOMERS: Final[tuple[CustomerSpec, ...]] = (
    *ANNA_NAGAR_CUSTOMERS,
    *RIVAL_CUSTOMERS,
    *ELSEWHERE_CUSTOMERS,
)
WORKER_BY_CODE: Final = {worker.code: worker for worker in WORKERS}
CUSTOMER_BY_CODE: Final = {customer.code: customer for customer in CUSTOMERS}

__all__ = ["APPLICANTS", "CUSTOMERS", "CUSTOMER_BY_CODE", "WORKERS", "WORKER_BY_CODE"]
