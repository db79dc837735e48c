"""Appointments and the resources they take: nothing is ever booked twice."""
