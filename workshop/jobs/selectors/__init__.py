"""Reads of job cards: who sees which, the documents of one visit, and the boards that list them."""

from .access import audience_of, topic_of_job, visible_to
from .boards import desk_document, floor_document, queue_document
from .documents import card_now, job_document, sheet_view, visit_document
from .listing import listed_at_desk

__all__ = [
    "audience_of",
    "card_now",
    "desk_document",
    "floor_document",
    "job_document",
    "listed_at_desk",
    "queue_document",
    "sheet_view",
    "topic_of_job",
    "visible_to",
    "visit_document",
]
