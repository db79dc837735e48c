"""Celery: reactions and sweeps. Web requests never publish to the broker."""

from .channels import REDIS_URL, redis_url

CELERY_BROKER_URL = (
    f"redis+socket://{REDIS_URL.removeprefix('unix://')}?virtual_host=2"
    if REDIS_URL.startswith("unix://")
    else redis_url(2)
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = {
    "events-purge": {"task": "workshop.events.tasks.purge", "schedule": 3600.0},
    "accounts-purge": {"task": "workshop.accounts.tasks.purge", "schedule": 3600.0},
    "scheduling-sweep": {"task": "workshop.scheduling.tasks.sweep", "schedule": 5.0},
    # Reactions offer at once; this is for what they missed, and a round late is as good.
    "scheduling-sweep-waiting": {
        "task": "workshop.scheduling.tasks.sweep_waiting",
        "schedule": 60.0,
        "options": {"expires": 60.0},
    },
    "files-sweep": {"task": "workshop.files.tasks.sweep", "schedule": 3600.0},
    "jobs-review-windows": {"task": "workshop.jobs.tasks.review_windows", "schedule": 15.0},
    # A round that nobody was free for is not caught up with: the next one sends all that is due.
    "notifications-send": {
        "task": "workshop.notifications.tasks.send_due",
        "schedule": 5.0,
        "options": {"expires": 5.0},
    },
}
