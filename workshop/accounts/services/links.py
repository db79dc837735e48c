"""Access links: issue one for a person to mail, exchange it for a browser session, revoke it."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import NotFound

from .. import tokens
from ..events import LinkRevoked, about_link
from ..models import AccessLink, LinkGrant, LinkSession


def link_token(link: AccessLink) -> str:
    """Return the link's token, the same each time until it is revoked."""
    return tokens.seal(tokens.LINK, link.id, link.generation)


@command
def issue_link(
    *, actor: Actor, kind: str, subject_id: UUID, person_id: UUID, expires_at: datetime
) -> AccessLink:
    """Return the person's link to a subject, made or prolonged; a revoked one starts anew with another token."""
    link, _ = AccessLink.objects.select_for_update(no_key=True).get_or_create(
        kind=kind, subject_id=subject_id, person_id=person_id, defaults={"expires_at": expires_at}
    )
    if link.revoked_at or link.expires_at < expires_at:
        link.revoked_at = None
        link.expires_at = max(link.expires_at, expires_at)
        link.save(update_fields=["revoked_at", "expires_at"])
    return link


@command
def exchange_link(
    *, actor: Actor, token: str, session_id: UUID | None = None
) -> tuple[LinkSession, AccessLink, str]:
    """Open in this browser what a link opens; return the browser's session, the link and the session's token.

    A live `session_id` of the same person gets the link in addition. Raises NotFound `link_invalid`.
    """
    at = real_now()
    proven = tokens.unseal(tokens.LINK, token)
    live = AccessLink.objects.filter(revoked_at__isnull=True, expires_at__gt=at, person__is_active=True)
    link = proven and live.filter(pk=proven[0], generation=proven[1]).first()
    if not link:
        raise NotFound(
            "link_invalid",
            "This link does not work any more.",
            next="Use the link of the newest message, or ask the service centre for one.",
        )
    session = _session(actor, link, session_id)
    LinkGrant.objects.update_or_create(session=session, link=link, defaults={"generation": link.generation})
    return session, link, tokens.seal(tokens.LINK_SESSION, session.id)


def _session(actor: Actor, link: AccessLink, session_id: UUID | None) -> LinkSession:
    at = real_now()
    live = LinkSession.objects.filter(person_id=link.person_id, ended_at__isnull=True, expires_at__gt=at)
    session = (session_id and live.filter(pk=session_id).first()) or LinkSession(
        person_id=link.person_id,
        user_agent=actor.origin.user_agent[:200],
        ip_address=actor.origin.ip_address or None,
    )
    session.expires_at = at + settings.LINK_SESSION_LIFETIME
    session.save()
    return session


@command
def revoke_link(*, actor: Actor, link_id: UUID) -> None:
    """Make a link worthless, with every browser session it opened; revoking it twice is fine."""
    live = AccessLink.objects.select_for_update(no_key=True).filter(pk=link_id, revoked_at__isnull=True)
    for link in live:
        link.revoked_at, link.generation = real_now(), link.generation + 1
        link.save(update_fields=["revoked_at", "generation"])
        record(about_link(LinkRevoked, link.id, scope=link.scope), actor=actor, at=link.revoked_at)


@command
def end_link_session(*, actor: Actor) -> None:
    """Close what links opened in this browser."""
    LinkSession.objects.filter(pk=actor.open_session_id, ended_at__isnull=True).update(
        ended_at=real_now(), updated_at=real_now()
    )
