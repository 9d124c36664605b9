"""The questions the app asks in a box over the screen, one kind in each file."""
