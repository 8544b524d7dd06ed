"""Results without stages: winners, sums and tables by pairs, and the two texts of instant run-off and STAR."""

import re
from fractions import Fraction

# What pref_voting calls a method, with ours and its options. It excludes all who share the fewest together.
PREF_VOTING = {
    "beat_path": ("schulze",),
    "ranked_pairs": ("ranked-pairs",),
    "minimax": ("minimax",),
    "instant_runoff": ("irv", "--batch", "tied"),
    "plurality": ("plurality",),
    "plurality_with_runoff_put": ("two-round",),
}


def pairs(record, table, candidates):
    """A table of the record as a list of lists, with zeros on the diagonal."""
    return [[record[table][one].get(other, 0) for other in candidates] for one in candidates]


def totals(step):
    """Everybody's votes after a step, as numbers."""
    return {name: Fraction(votes) for name, votes in step["totals"].items() if votes is not None}


def run_off_table(text, candidates):
    """OpenSTV's table of an instant run-off: everybody's votes in each round with what is exhausted, and the winner."""
    rows = re.findall(r"^ *\d+\|([0-9| ]+)$", text, re.MULTILINE)
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    names = [*candidates, None]
    states = [{name: Fraction(cell) for name, cell in zip(names, row, strict=True) if cell and cell != "0"} for row in cells]
    return states, re.search(r"^Winner is (.*)\.$", text, re.MULTILINE)[1]


def star(text):
    """starvote's sums, votes of the run-off with those who prefer neither, and the winner."""
    scoring, run_off = text.split("[STAR Voting: Automatic Runoff Round]")
    sums = {name.strip(): int(votes) for name, votes in re.findall(r"^    (.+?) +-- +(\d+) \(", scoring, re.MULTILINE)}
    met = {name.strip(): int(votes) for name, votes in re.findall(r"^    (.+?) +-- +(\d+)\b", run_off, re.MULTILINE)}
    neither = met.pop("No Preference", 0)
    return sums, met, neither, re.findall(r"^  (.*) wins\.$", run_off, re.MULTILINE)[-1]
