"""What people upload: drawn anew before it is kept, and shown by links that end."""
