"""Asks `quorate tally` and reads its record."""

import json
import subprocess
from fractions import Fraction


class Tally:
    """Runs one build of the command."""

    def __init__(self, program):
        self.program = program

    def count(self, method, file, *options):
        """The record of a count; a count that fails is an error with its message."""
        command = [self.program, "tally", "--method", method, str(file), "--format", "json", *options]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            raise AssertionError(f"{' '.join(command)}: {ran.stderr.strip()}")
        return json.loads(ran.stdout)


def states(record):
    """Everybody's votes after each step, without those who have none; under `None` what is not transferable."""
    shown = []
    for step in record["rounds"]:
        state = {name: Fraction(votes) for name, votes in step["totals"].items() if votes is not None}
        state[None] = Fraction(step["exhausted"]) + Fraction(step["lost"])
        shown.append({name: votes for name, votes in state.items() if votes})
    return shown


def distinct(shown):
    """Without steps at which nobody's votes changed."""
    return [state for place, state in enumerate(shown) if place == 0 or state != shown[place - 1]]
