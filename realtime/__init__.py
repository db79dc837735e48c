"""The door of the browsers that listen: one socket each, many topics."""
