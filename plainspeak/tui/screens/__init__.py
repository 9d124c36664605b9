"""The full screens of the app, one in each file."""
