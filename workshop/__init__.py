"""The domain of Pitlane: no HTTP, no sockets."""
