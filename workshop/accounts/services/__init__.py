"""The accounts' verbs."""

from .change_password import change_password
from .deactivate import deactivate
from .devices import pair_device, request_pairing, revoke_device
from .links import end_link_session, exchange_link, issue_link, link_token, revoke_link
from .purge import purge
from .refresh import Refreshed, refresh
from .register import add_person, register
from .reset_password import ONE_MAIL_PER, invitation_token, request_reset, reset_password
from .sessions import act_in_center, end_session, end_sessions, sign_out
from .sign_in import recognise, sign_in
from .tickets import Redeemed, issue_ticket, redeem_ticket, redeem_tickets, ticket_invalid
from .update_person import update_person

__all__ = [
    "ONE_MAIL_PER",
    "Redeemed",
    "Refreshed",
    "act_in_center",
    "add_person",
    "change_password",
    "deactivate",
    "end_link_session",
    "end_session",
    "end_sessions",
    "exchange_link",
    "invitation_token",
    "issue_link",
    "issue_ticket",
    "link_token",
    "pair_device",
    "purge",
    "recognise",
    "redeem_ticket",
    "redeem_tickets",
    "refresh",
    "register",
    "request_pairing",
    "request_reset",
    "reset_password",
    "revoke_device",
    "revoke_link",
    "sign_in",
    "sign_out",
    "ticket_invalid",
    "update_person",
]
