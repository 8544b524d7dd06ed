"""Counts a BLT file of complete numbers by pyrankvote's single transferable vote, and says who is elected and how long the
counting alone took."""

import json
import sys
import time

import pyrankvote


def main():
    with open(sys.argv[1]) as file:
        candidates, seats = map(int, file.readline().split())
        everybody = [pyrankvote.Candidate(f"c{one}") for one in range(candidates)]
        papers = []
        for line in file:
            if line == "0\n":
                break
            papers.append(pyrankvote.Ballot([everybody[int(number) - 1] for number in line.split()[1:-1]]))
    start = time.perf_counter()
    result = pyrankvote.single_transferable_vote(everybody, papers, seats)
    took = time.perf_counter() - start
    print(json.dumps({"elected": sorted(winner.name for winner in result.get_winners()), "counting": took}))


main()
