"""Thai text: digits, dates, clean-up, and where lines may break."""
