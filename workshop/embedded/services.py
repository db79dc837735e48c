"""Name the processes of a running workshop and wait for the web process to answer."""

import http.client
import time
from collections.abc import Mapping

from workshop.embedded.claims import HOST
from workshop.embedded.logs import said_since
from workshop.embedded.places import Places
from workshop.embedded.refusals import Refusal, explain_failure
from workshop.embedded.say import Step
from workshop.embedded.supervise import Service

WEB_STARTS_WITHIN = 60.0
# The gateway answers a message of more than 64 KiB itself; past this the connection is simply closed.
SOCKET_MESSAGE_BYTES = 131_072


def plan_services(places: Places, env: Mapping[str, str], port: int) -> list[Service]:
    """Return the four processes in the order they start: web, relay, worker, beat."""
    web = ["uvicorn", "realtime.asgi:application", "--host", HOST, "--port", str(port), "--no-access-log"]
    web += ["--ws", "websockets-sansio", "--ws-max-size", str(SOCKET_MESSAGE_BYTES)]
    web += ["--ws-per-message-deflate", "false", "--timeout-graceful-shutdown", "3"]
    celery = ["celery", "-A", "workshop.celery"]
    worker = [*celery, "worker", "--pool", "threads", "--concurrency", "4", "--loglevel", "INFO"]
    worker += ["--without-gossip", "--without-mingle"]
    beat = [
        *celery,
        "beat",
        "--pidfile=",
        "--schedule",
        str(places.services / "beat"),
        "--loglevel",
        "WARNING",
    ]
    pooled = {**env, "DATABASE_POOLED": env.get("DATABASE_POOLED", "1")}

    def service(name: str, command: list[str], own_env: Mapping[str, str] = env) -> Service:
        log, pid_file = places.log / f"{name}.log", places.services / f"{name}.pid"
        return Service(name, [places.python, *command], own_env, places.checkout, log, pid_file)

    return [
        service("web", ["-m", *web], pooled),
        service("relay", ["manage.py", "relay"]),
        service("worker", ["-m", *worker], pooled),
        service("beat", ["-m", *beat]),
    ]


def is_healthy(port: int) -> bool:
    """Tell whether the web process answers 200 at /healthz."""
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def wait_for_web(web: Service, port: int, log_start: int, current: Step) -> None:
    """Wait until the web process answers.

    Raises Refusal with its last words when it ends, or when it does not answer within a minute.
    """
    deadline = time.monotonic() + WEB_STARTS_WITHIN
    while not is_healthy(port):
        if web.process is None or web.process.poll() is not None:
            raise explain_failure("Starting the web process", web.log, said_since(web.log, log_start))
        if time.monotonic() > deadline:
            raise Refusal(
                f"The web process does not answer at port {port}: read {web.log} and run this again."
            )
        current.tick()
        time.sleep(0.1)
