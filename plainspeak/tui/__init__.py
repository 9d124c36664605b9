"""The app: an editor in the terminal which shows jargon and offers plain words."""
