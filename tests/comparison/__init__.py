"""Reads what other programs wrote about an election, and compares it with `quorate tally`."""
