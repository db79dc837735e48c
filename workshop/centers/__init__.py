"""Service centres, their hours and bays, who holds which role there, and the profiles of people."""
