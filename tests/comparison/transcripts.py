"""Transcripts of droop and stv-rs: a block of lines for each action, with everybody's votes.

    Action: Surplus transferred: C1 (34.375000000000)
        Elected:  C1 (84.625000000000)
        Hopeful:  C2 (41.821428571429)
"""

import re
from fractions import Fraction

ACTION = re.compile(r"^Action: (.*)$")
VOTES = re.compile(r"^\t(?:Elected|Pending|Hopeful|Defeated): +(.*) \(([0-9.]+)\)$")
ELECT = re.compile(r"^Elect(?:, transfer pending| remaining| remaining candidates)?: (.*)$")


def read(text):
    """The states that the transcript shows, one after the other, and who is elected, in order."""
    states, elected, state = [], [], None
    for line in text.splitlines():
        if action := ACTION.match(line):
            state = {}
            states.append(state)
            if who := ELECT.match(action[1]):
                elected.append(who[1])
        elif state is not None and (votes := VOTES.match(line)):
            total = Fraction(votes[2])
            names = [votes[1]] if total else []
            state.update({name: total for name in names})
    return [state for state in states if state], elected
