#!/usr/bin/env python3
"""Races `quorate tally` against independent programs on the same 100,000 different ballots with 20 candidates.

    python -m comparison.race target/release/quorate     (in `tests`, with the programs of `generate.py` and pyrankvote)

The results are compared before anything is timed. Then the programs take turns, five rounds each, and the median counts.
Whole processes are timed, from the file to the result; of pyrankvote, which is a library, the counting alone is shown too.
Ratios are of one run on one machine; the times alone mean little.
"""

import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BALLOTS, CANDIDATES, SEATS, ROUNDS = 100_000, 20, 5, 5


def ballots():
    """Different papers of five names or more, the first candidates a little more liked."""
    dice, seen = random.Random(2007), set()
    liking = [1 / (place + 10) for place in range(CANDIDATES)]
    while len(seen) < BALLOTS:
        order = sorted(range(CANDIDATES), key=lambda one: dice.random() ** (1 / liking[one]), reverse=True)
        seen.add(tuple(order[: dice.randint(5, CANDIDATES)]))
    return sorted(seen)


def write(folder, papers):
    """The same papers as BLT for us, BLT with short names for stv-rs, and JSON for belenios-tool."""
    names = [f"c{one}" for one in range(CANDIDATES)]
    end = "0\n" + "".join(f'"{name}"\n' for name in names) + '"Generated"\n'
    blt = "".join("1 " + " ".join(str(one + 1) for one in paper) + " 0\n" for paper in papers)
    (folder / "ballots.blt").write_text(f"{CANDIDATES} {SEATS}\n{blt}{end}")
    nick = "".join("1 " + " ".join(names[one] for one in paper) + " 0\n" for paper in papers)
    (folder / "nick.blt").write_text(f"{CANDIDATES} {SEATS}\n[nick {' '.join(names)}]\n{nick}{end}")
    places = [[paper.index(one) + 1 if one in paper else 0 for one in range(CANDIDATES)] for paper in papers]
    (folder / "ballots.json").write_text(json.dumps(places))


def run(command, feed=None):
    """What a program says, and how long it takes."""
    start = time.perf_counter()
    with open(feed or "/dev/null") as standard_input:
        said = subprocess.run(command, stdin=standard_input, capture_output=True, text=True, check=True).stdout
    return said, time.perf_counter() - start


def tally(program, folder, *options):
    said, took = run([program, "tally", str(folder / "ballots.blt"), "--format", "json", *options])
    return json.loads(said), took


def stv_rs(folder):
    command = ["stv-rs", "--arithmetic", "fixed9", "--input", str(folder / "nick.blt"), "meek"]
    said, took = run(command)
    return sorted(re.findall(r"^Action: Elect(?: remaining)?: (c\d+)$", said, re.MULTILINE)), took


def belenios(folder):
    command = ["belenios-tool", "method", "schulze", "--blank-allowed=true", f"--nchoices={CANDIDATES}"]
    said, took = run(command, folder / "ballots.json")
    return [[f"c{one}" for one in level] for level in json.loads(said)["winners"]], took


def by_pyrankvote(folder):
    command = [sys.executable, "-m", "comparison.by_pyrankvote", str(folder / "ballots.blt")]
    said, took = run(command)
    return json.loads(said)["elected"], took


def counting_by_pyrankvote(folder):
    """Without reading the file and without starting Python; ours is timed with both."""
    command = [sys.executable, "-m", "comparison.by_pyrankvote", str(folder / "ballots.blt")]
    said = json.loads(run(command)[0])
    return said["elected"], said["counting"]


def race(name, aim, ours, theirs, of_ours, of_theirs):
    """Refuses different results; then the median of each, and the ratio."""
    own, other = of_ours(ours()[0]), of_theirs(theirs()[0])
    if own != other:
        sys.exit(f"{name}: {own} here, {other} there")
    rounds = [(ours()[1], theirs()[1]) for _ in range(ROUNDS)]
    own, other = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(f"{name:<38} {own * 1000:>8.0f} ms  {other * 1000:>8.0f} ms  {other / own:>6.1f} x  (aim {aim})")


def main():
    program = sys.argv[1]
    papers = ballots()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write(folder, papers)
        elected = lambda record: sorted(record["winners"])
        same = lambda winners: winners
        print(f"{BALLOTS:,} different ballots, {CANDIDATES} candidates, {SEATS} seats; equal results before timing\n")
        race("Meek, beside stv-rs 0.5.1", "3 x", lambda: tally(program, folder, "--method", "meek-stv"), lambda: stv_rs(folder), elected, same)
        wigm = ("--method", "wigm-stv", "--quota", "droop", "--digits", "9")
        stv = lambda: tally(program, folder, *wigm)
        race("STV, beside pyrankvote 2.0.6", "20 x", stv, lambda: by_pyrankvote(folder), elected, same)
        race("  its counting alone", "-", stv, lambda: counting_by_pyrankvote(folder), elected, same)
        schulze = lambda: tally(program, folder, "--method", "schulze", "--seats", "1")
        race("Schulze, beside belenios-tool 2.0", "-", schulze, lambda: belenios(folder), lambda record: record["ranking"], same)


if __name__ == "__main__":
    main()
