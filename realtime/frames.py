"""From an event to the texts that travel: projected and encoded once for each topic and audience."""

import structlog

from workshop.events.event import Recorded

from .projections import registry
from .protocol import Text
from .topics.registry import Topic

LOG = structlog.get_logger(__name__)


def encoded(event: Recorded, audience: str, topic: Topic) -> list[Text] | None:
    """Return the texts an event makes for an audience of a topic; None when its readers must fetch the state.

    A projection says that of itself by `FETCH_AGAIN`, and one that fails tells nothing that could be relied on.
    """
    try:
        frames = list(registry.frames(event, audience, topic))
        if registry.FETCH_AGAIN in frames:
            return None
        return [
            Text(
                {
                    "type": frame.type,
                    "topic": topic.name,
                    "seq": event.number,
                    "at": event.at,
                    "version": frame.version,
                    "data": frame.data,
                }
            )
            for frame in frames
        ]
    except Exception:  # one faulty projection must not stop the stream; its readers fetch the state instead
        LOG.exception("projection_failed", event_name=event.name, topic=topic.name, audience=audience)
        return None
