#!/usr/bin/env python3
"""Makes random elections and asks independent programs who wins; the answers are kept in `crates/ballots/tests/computed`.

    python -m comparison.generate crates/ballots/tests/computed     (in `tests`, with the programs installed)

Programs: pref_voting 1.18.2 and starvote 2.1.6 (pip install pref_voting starvote), belenios-tool 2.0 (apt install
belenios-tool), stv-rs 0.5.1 (cargo install stv-rs). The elections come from a fixed seed, so that running it again gives the
same files. Each line is an election and what was computed:

    {"candidates": 3, "seats": 1, "papers": [[2, [[0], [1, 2]]]], "belenios-tool schulze": [[0], [1, 2]]}

A paper is its weight and its ranks, each with the candidates that share it, counted from 0; or its weight and scores.
"""

import json
import random
import re
import subprocess
import sys
from pathlib import Path

import starvote
from pref_voting import iterative_methods, margin_based_methods, c1_methods
from pref_voting.profiles_with_ties import ProfileWithTies

RANKED, SCORED = 3000, 1500


def ranked_papers(dice, candidates, shape):
    """A few different papers with weights: complete, cut short, or with shared ranks."""
    papers = {}
    for _ in range(dice.randint(2, 14)):
        order = list(range(candidates))
        dice.shuffle(order)
        ranks = [[one] for one in order]
        if shape != "complete":
            ranks = ranks[: dice.randint(1, candidates)]
        if shape == "shared":
            ranks = shared(dice, ranks)
        papers[json.dumps(ranks)] = dice.randint(1, 12)
    return [[weight, json.loads(ranks)] for ranks, weight in papers.items()]


def shared(dice, ranks):
    """Some ranks joined with the one before."""
    joined = [ranks[0]]
    for rank in ranks[1:]:
        if dice.random() < 0.3:
            joined[-1] = sorted(joined[-1] + rank)
        else:
            joined.append(rank)
    return joined


def by_rank(candidates, paper):
    """The place of each candidate on a paper, from 1; 0 for whoever is not ranked."""
    places = [0] * candidates
    for place, level in enumerate(paper, start=1):
        for one in level:
            places[one] = place
    return places


def belenios(candidates, ballots):
    """The order by Schulze's method, equals together."""
    command = ["belenios-tool", "method", "schulze", "--blank-allowed=true", f"--nchoices={candidates}"]
    said = subprocess.run(command, input=json.dumps(ballots), capture_output=True, text=True, check=True)
    return json.loads(said.stdout)["winners"]


def stv_rs(candidates, seats, papers):
    """Who is elected, in order, and their last votes, by the reference rule of Meek's method; nothing where it gives up."""
    names = [f"c{one}" for one in range(candidates)]
    lines = [f"{candidates} {seats}", "[nick " + " ".join(names) + "]"]
    lines += [" ".join([str(weight), *("=".join(names[one] for one in rank) for rank in ranks), "0"]) for weight, ranks in papers]
    lines += ["0", *(f'"{name}"' for name in names), '"t"', ""]
    command = ["stv-rs", "--arithmetic", "fixed9", "meek", "--parallel=no"]
    said = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=False)
    if said.returncode != 0:
        return None
    elected = [int(one) for one in re.findall(r"^Action: Elect(?: remaining)?: c(\d+)$", said.stdout, re.MULTILINE)]
    last = said.stdout[said.stdout.rindex("Action: Count Complete") :]
    votes = {one: total for one, total in re.findall(r"^\tElected:  c(\d+) \(([0-9.]+)\)$", last, re.MULTILINE)}
    return {"elected": elected, "votes": votes, "tie": "Break tie" in said.stdout}


def pref_voting(candidates, papers, shape):
    """Sets of winners; those of several are tied."""
    rankings = [{one: place for one, place in enumerate(by_rank(candidates, ranks)) if place} for _, ranks in papers]
    profile = ProfileWithTies(rankings, rcounts=[weight for weight, _ in papers], candidates=list(range(candidates)))
    profile.use_extended_strict_preference()
    said = {
        "beat_path": margin_based_methods.beat_path(profile),
        "minimax": margin_based_methods.minimax(profile),
        "schwartz": c1_methods.gocha(profile),
    }
    pairs = [(one, other) for one in range(candidates) for other in range(one)]
    margins = [abs(profile.margin(one, other)) for one, other in pairs]
    if len(margins) - len(set(margins)) <= 2 and 0 not in margins:  # it tries every order of equal margins
        said["ranked_pairs"] = margin_based_methods.ranked_pairs(profile)
    if shape == "complete":
        strict = profile.to_linear_profile()
        said["instant_runoff"] = iterative_methods.instant_runoff(strict)
        said["instant_runoff_put"] = iterative_methods.instant_runoff_put(strict)
    return {f"pref_voting {name}": [int(one) for one in winners] for name, winners in said.items()}


def ranked(dice):
    shape = dice.choice(["complete", "short", "shared"])
    candidates = dice.randint(2, 7)
    seats = dice.randint(1, max(1, candidates - 1))
    papers = ranked_papers(dice, candidates, shape)
    line = {"candidates": candidates, "seats": seats, "shape": shape, "papers": papers}
    ballots = [by_rank(candidates, ranks) for weight, ranks in papers for _ in range(weight)]
    line["belenios-tool schulze"] = belenios(candidates, ballots)
    line.update(pref_voting(candidates, papers, shape))
    if shape != "shared":
        if counted := stv_rs(candidates, seats, papers):
            line["stv-rs meek"] = counted
    return line


def scored(dice):
    candidates, seats = dice.randint(2, 7), dice.randint(1, 3)
    papers = [[1, [dice.randint(0, 5) for _ in range(candidates)]] for _ in range(dice.randint(2, 25))]
    line = {"candidates": candidates, "seats": min(seats, candidates), "papers": papers}
    ballots = [{str(one): score for one, score in enumerate(scores)} for _, scores in papers]
    methods = [("star", starvote.star, 1), ("bloc", starvote.bloc, line["seats"])]
    for name, method, seats in methods:
        if name == "bloc" and seats == 1:
            continue
        try:
            several = {"seats": seats} if name == "bloc" else {}
            line[f"starvote {name}"] = [int(one) for one in starvote.election(method, ballots, maximum_score=5, tiebreaker=None, **several)]
        except starvote.UnbreakableTieError as tie:
            line[f"starvote {name}"] = {"tied": sorted(int(one) for one in tie.candidates), "for": tie.desired}
    return line


def write(path, lines):
    with path.open("w") as out:
        for line in lines:
            out.write(json.dumps(line, separators=(",", ":")) + "\n")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(1927)
    write(folder / "ranked.jsonl", (ranked(dice) for _ in range(RANKED)))
    write(folder / "scored.jsonl", (scored(dice) for _ in range(SCORED)))


if __name__ == "__main__":
    main()
