"""People who are signed in, as the sockets' tests need them."""

from tests.cast import person
from workshop.accounts.models import SignInSession, User
from workshop.accounts.services import issue_ticket, sign_in
from workshop.centers.selectors import roles_of
from workshop.kernel.actor import VISITOR, Actor

from .browser import Browser


def signed_in(name: str) -> Actor:
    """Return a new person with a live sign-in session."""
    return session_of(person(name))


def session_of(user: User) -> Actor:
    """Sign a person in once more and return them as an actor of that session."""
    kind = SignInSession.Kind.STAFF if roles_of(user.id) else SignInSession.Kind.CUSTOMER
    session, _ = sign_in(actor=VISITOR, person=user, kind=kind)
    return Actor("person", user.id, user.email or "", roles_of(user.id), session.id)


def enter(browser: Browser, actor: Actor) -> Browser:
    """Let a browser be this actor's."""
    assert browser.authenticate(issue_ticket(actor=actor))["person"] == str(actor.id)
    return browser
