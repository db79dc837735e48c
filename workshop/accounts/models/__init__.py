"""The accounts' tables."""

from .device import Device
from .link import AccessLink, LinkGrant, LinkSession
from .session import SignInSession
from .ticket import SocketTicket
from .user import User

__all__ = ["AccessLink", "Device", "LinkGrant", "LinkSession", "SignInSession", "SocketTicket", "User"]
