#!/usr/bin/env python3
"""Compares `draad agreement --table` with independent implementations.

    python3 -m venv /tmp/venv
    /tmp/venv/bin/pip install krippendorff irrCAC scikit-learn
    swift build -c release --product draad
    /tmp/venv/bin/python Tests/Comparisons/agreement.py .build/release/draad

A thousand random tables from one seed: two to five coders, two to six categories, up to sixty units,
with and without gaps, on every level of measurement. Prints, for each coefficient and the package it
is compared with, how many tables were compared, the largest difference, and on how many both sides
said that there is no value; exits with status 1 if a difference is over 1e-9 (5e-6 for irrCAC, which
rounds), or if one side has a value where the other has none.

Where definitions differ, the comparison is only of tables on which they agree:
- irrCAC and scikit-learn take the distance of ordered categories from the numbers themselves, or from
  their ranks; they are given ranks for ordinal, and scores as weights for the other levels.
- scikit-learn's kappa knows no gaps: units that both rated are picked first. Scott's pi and Holsti
  have no implementation there; they are compared with a few lines of this script.
"""

import csv
import io
import json
import math
import random
import subprocess
import sys
import warnings
from collections import defaultdict

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from sklearn.metrics import cohen_kappa_score

TABLES = 1000
SEED = 2011
LEVELS = ["nominal", "ordinal", "interval", "ratio"]


def random_table(rng):
    """Ratings that agree more than chance, with gaps in half of the tables."""
    coders = rng.choice([2, 2, 2, 3, 4, 5])
    size = rng.randint(2, 6)
    values = sorted(rng.sample(range(0, 12), size))
    units = rng.randint(3, 60)
    gaps = rng.choice([0, 0, 0.1, 0.4])
    follows = rng.random()
    skew = [rng.random() ** 3 + 0.01 for _ in values]
    rows = []
    for _ in range(units):
        truth = rng.choices(values, skew)[0]
        rows.append(
            [
                None
                if rng.random() < gaps
                else truth if rng.random() < follows else rng.choices(values, skew)[0]
                for _ in range(coders)
            ]
        )
    return rows


def ours(draad, rows, level):
    """The values of draad, by coefficient, weights and level."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["unit"] + [f"coder {index + 1}" for index in range(len(rows[0]))])
    for number, row in enumerate(rows):
        writer.writerow([number] + ["" if value is None else value for value in row])
    command = [draad, "agreement", "--table", "-", "--level", level, "--all", "--json"]
    run = subprocess.run(command, input=text.getvalue(), capture_output=True, text=True, check=True)
    rows = json.loads(run.stdout)["rows"]
    return {(row["coefficient"], row["weights"], row["level"]): row["value"] for row in rows}


def number(calculate):
    """The value of an implementation; None for what it says when there is none."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            value = float(calculate())
        except (ValueError, ZeroDivisionError, IndexError, AttributeError):
            return None
    return value if math.isfinite(value) else None


def weights_of(scores, weighting):
    scores = np.array(scores, dtype=float)
    if weighting == "identity":
        return np.eye(len(scores))
    distance = abs(scores[:, None] - scores[None, :]) / (scores.max() - scores.min())
    return 1 - (distance if weighting == "linear" else distance**2)


def theirs(rows, level):
    """The same keys as `ours`, each with the package and its value."""
    used = sorted({value for row in rows for value in row if value is not None})
    scores = {value: index + 1 if level == "ordinal" else value for index, value in enumerate(used)}
    table = [[None if value is None else scores[value] for value in row] for row in rows]
    result = {}
    data = np.array(
        [[np.nan if value is None else value for value in row] for row in table], dtype=float
    ).T
    for below in LEVELS[: LEVELS.index(level) + 1]:
        result["Krippendorff's α (%s)" % below, None, below] = (
            "krippendorff",
            number(lambda: krippendorff.alpha(reliability_data=data, level_of_measurement=below)),
        )
    weightings = ["identity"] if level == "nominal" else ["identity", "linear", "quadratic"]
    for weighting in weightings:
        add_weighted(result, table, sorted(scores.values()), weighting)
    pairable = [[v for v in row if v is not None] for row in table]
    shares = [
        sum(a == b for i, a in enumerate(row) for b in row[:i]) / (len(row) * (len(row) - 1) / 2)
        for row in pairable
        if len(row) > 1
    ]
    result["Agreement (share)", None, None] = (
        "by hand",
        sum(shares) / len(shares) if shares else None,
    )
    result["Holsti", None, None] = ("by hand", holsti(table))
    return result


def add_weighted(result, table, categories, weighting):
    suffix = {"identity": "", "linear": " (linear)", "quadratic": " (quadratic)"}[weighting]
    frame = pd.DataFrame(
        [[np.nan if value is None else float(value) for value in row] for row in table]
    )
    rated_twice = any(sum(value is not None for value in row) > 1 for row in table)
    everybody = all(any(row[coder] is not None for row in table) for coder in range(len(table[0])))
    several = len(categories) > 1
    weights = weights_of(categories, weighting) if several else np.eye(1)

    def irr(name):
        if not rated_twice or not several:
            return None
        cac = CAC(frame, weights=weights, categories=[float(c) for c in categories], digits=15)
        return getattr(cac, name)()["est"]["coefficient_value"]

    ac = "Gwet's AC1" if weighting == "identity" else "Gwet's AC2" + suffix
    for key, name in [(ac, "gwet"), ("Fleiss' κ" + suffix, "fleiss"), ("Brennan–Prediger" + suffix, "bp")]:
        result[key, weighting, None] = ("irrCAC", number(lambda: irr(name)))
    result["Conger's κ" + suffix, weighting, None] = (
        "irrCAC",
        number(lambda: irr("conger")) if everybody else None,
    )
    cohen, scott = None, None
    both = [row for row in table if None not in row]
    if len(table[0]) == 2 and both:
        if len({value for row in both for value in row}) > 1:
            cohen = number(lambda: cohen_with(both, categories, weighting))
            scott = scotts_pi(both, categories, weights)
    result["Cohen's κ" + suffix, weighting, None] = ("scikit-learn", cohen)
    result["Scott's π" + suffix, weighting, None] = ("by hand", scott)


def cohen_with(both, categories, weighting):
    """scikit-learn weighs by the index of a category; unused whole numbers between keep distances."""
    whole = [int(value) for value in categories]
    labels = list(range(min(whole), max(whole) + 1))
    weights = None if weighting == "identity" else weighting
    one, other = zip(*both)
    return cohen_kappa_score(one, other, labels=labels, weights=weights)


def scotts_pi(both, categories, weights):
    index = {value: position for position, value in enumerate(categories)}
    share = np.zeros(len(categories))
    for row in both:
        for value in row:
            share[index[value]] += 1 / (2 * len(both))
    observed = np.mean([weights[index[one], index[other]] for one, other in both])
    chance = share @ weights @ share
    return None if chance > 1 - 1e-12 else (observed - chance) / (1 - chance)


def holsti(table):
    if not any(sum(value is not None for value in row) > 1 for row in table):
        return None
    values = []
    for one in range(len(table[0])):
        for other in range(one):
            pairs = [(row[one], row[other]) for row in table]
            same = sum(a is not None and a == b for a, b in pairs)
            given = sum((a is not None) + (b is not None) for a, b in pairs)
            if given:
                values.append(2 * same / given)
    return sum(values) / len(values)


def main():
    draad = sys.argv[1] if len(sys.argv) > 1 else ".build/release/draad"
    rng = random.Random(SEED)
    compared, largest, empty = defaultdict(int), defaultdict(float), defaultdict(int)
    faults = []
    for table_number in range(TABLES):
        rows = random_table(rng)
        level = LEVELS[table_number % len(LEVELS)]
        mine = ours(draad, rows, level)
        others = theirs(rows, level)
        if set(mine) != set(others):
            faults.append((table_number, "other coefficients", sorted(set(mine) ^ set(others), key=str)))
            continue
        for key, (package, value) in others.items():
            name = (package, key[0])
            if value is None and mine[key] is None:
                empty[name] += 1
            elif value is None or mine[key] is None:
                faults.append((table_number, level, key, mine[key], value))
            else:
                compared[name] += 1
                difference = abs(value - mine[key])
                largest[name] = max(largest[name], difference)
                if difference > 1e-9:
                    faults.append((table_number, level, key, mine[key], value))
    print(f"{TABLES} tables, seed {SEED}")
    for name in sorted(set(compared) | set(empty)):
        print(
            f"{name[0]:13} {name[1]:28} compared {compared[name]:5}"
            f"  largest difference {largest[name]:.1e}  no value on both sides {empty[name]:4}"
        )
    for fault in faults[:20]:
        print("differs:", *fault)
    print(f"{len(faults)} differences")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
