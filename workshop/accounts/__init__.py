"""People, their sign-in sessions, socket tickets, access links and paired devices."""
