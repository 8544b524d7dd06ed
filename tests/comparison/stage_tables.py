"""Tables of stages as OpenSTV writes them: a row for each candidate, two columns for each stage, change and total."""

import csv
import io
from fractions import Fraction


def read(text):
    """Everybody's votes at each stage with what is not transferable, and who is elected at the end."""
    rows = list(csv.reader(io.StringIO(text)))
    start = next(place for place, row in enumerate(rows) if row and row[0] == "Candidates") + 1
    end = next(place for place, row in enumerate(rows) if row and row[0] == "Non-transferable")
    stages = 1 + rows[start - 3].count("Stage")
    states = [{} for _ in range(stages)]
    elected = []
    for row in rows[start : end + 1]:
        name = None if row[0] == "Non-transferable" else row[0]
        totals = [row[1]] + row[3 : 2 + 2 * stages - 1 : 2]
        for state, total in zip(states, totals, strict=True):
            votes = Fraction(total.strip() or 0) if total.strip() != "-" else Fraction(0)
            if votes:
                state[name] = votes
        if row[-1] == "Elected":
            elected.append(name)
    return states, elected
