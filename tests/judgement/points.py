#!/usr/bin/env python3
"""Fits rubric/points.toml: what each need adds to its criterion, and from how many points each level begins.

Least squares with a ridge and no point below nothing. Run weights.py first: signals are counted with the weights that were fitted
without the document's fold. Prints the agreement on unseen repositories beside three baselines, and with --write writes the file.
"""
import sys
import tomllib
import numpy as np
from scipy.optimize import nnls
from common import CRITERIA, FOLDS, ROOT, fold, grades, median, qwk, signals

COUNTS, RIDGE, LEAST, ASKED = (1, 2, 3, 5, 8), 24, 0.05, 0.08
OWN = {"problem": "problem.", "evidence": "evidence.", "options": "option.", "tradeoffs": "tradeoff.", "decision": "decision.",
       "outcomes": "metric.", "business": "business.", "scope": "scope.", "clarity": "clarity.", "craft": None}
# What only some kinds are asked for.
OF_SOME_KINDS = {"decision.ranked", "metric.hypothesis"}
# Signals of other criteria that bear on one: a cost is said of an option, a rejected option is a decision. Few, as a criterion
# that stands on another's passages does not fall when its own are taken away.
NEAR = {
    "problem": ["evidence.quantitative"],
    "evidence": [],
    "options": ["tradeoff.cost", "tradeoff.both_sides", "decision.rejected"],
    "tradeoffs": ["option.described", "option.named", "decision.reason", "decision.rejected", "decision.criteria",
                  "scope.cut_reason", "scope.constraint"],
    "decision": ["option.described", "tradeoff.cost"],
    "outcomes": ["evidence.quantitative", "craft.funnel", "craft.sample", "craft.rule"],
    "business": ["problem.quantified"],
    "scope": ["tradeoff.cost"],
    "clarity": ["decision.stated", "problem.stated", "problem.segment", "evidence.any", "evidence.sourced", "option.described",
                "decision.criteria", "decision.rejected", "metric.review", "craft.requirements", "craft.assumptions"],
    "craft": ["evidence.concrete"],
}
# How far the points of those count: so many in any case, and so many more for each point of the criterion's own. Where they hold
# much of a criterion up, this lets it fall with its own passages, and costs no agreement, or little.
OTHERS = {"scope": (0.2, 0.3)}


def unseen():
    """Signals of each document, read with weights that were fitted without its fold."""
    found = {}
    for k in range(FOLDS):
        rows = signals(ROOT / "target" / "judgement" / str(k))
        found |= {i: row for i, row in rows.items() if fold(i) == k}
    return found


ROWS = unseen()
LEVELS = grades()
IDS = sorted(i for i in ROWS if i in LEVELS)
FOLD = np.array([fold(i) for i in IDS])
NAMES = [name for name in next(iter(ROWS.values())) if name not in ("id", "kind", "words", "cue_words", "craft", "depth")]


def asked(criterion):
    """The first piece of each of the criterion's own signals: a review asks for it, so it counts for something."""
    return {(s, 1) for s in NAMES if OWN[criterion] and s.startswith(OWN[criterion]) and s not in OF_SOME_KINDS}


def table(criterion):
    own = [s for s in NAMES if OWN[criterion] and s.startswith(OWN[criterion])]
    needs = [(s, k) for s in own + NEAR[criterion] for k in COUNTS]
    if criterion == "craft":
        needs += [("craft", k) for k in range(1, 6)] + [("depth", k) for k in (1, 2, 3, 4, 5, 6, 8, 10)]
    met = np.array([[float(int(ROWS[i][s]) >= k) for s, k in needs] for i in IDS])
    often = met.sum(0) >= 4
    return met[:, often], [need for need, kept in zip(needs, often) if kept]


def solve(met, level):
    size = met.shape[1]
    left = np.vstack([np.hstack([met, np.ones((len(met), 1))]), np.hstack([np.sqrt(RIDGE) * np.eye(size), np.zeros((size, 1))])])
    points, _ = nnls(left, np.concatenate([level, np.zeros(size)]), maxiter=5000)
    return points[:-1], points[-1]


def stretch(sums, level):
    """Least squares draws levels together; this spreads them as the readers' are."""
    wide = min(1.6, level.std() / max(sums.std(), 1e-6))
    return wide, level.mean() - wide * sums.mean()


def total(criterion, met, needs, points):
    """Points of the needs that are met, as src/rubric.rs adds them up."""
    own = np.array([OWN[criterion] is None and s in ("craft", "depth") or bool(OWN[criterion]) and s.startswith(OWN[criterion])
                    for s, _ in needs])
    own, others = met[:, own] @ points[own], met[:, ~own] @ points[~own]
    if criterion in OTHERS:
        free, of_own = OTHERS[criterion]
        others = np.minimum(others, free + of_own * own)
    return own + others


def model(criterion, among):
    met, needs = table(criterion)
    level = np.array([LEVELS[i][criterion] for i in IDS])
    points, base = solve(met[among], level[among])
    wide, _ = stretch(met[among] @ points + base, level[among])
    kept = points * wide >= LEAST
    points = np.zeros(len(points))
    points[kept], base = solve(met[among][:, kept], level[among])
    points[[need in asked(criterion) for need in needs] & (points < ASKED)] = ASKED
    wide, shift = stretch(met[among] @ points + base, level[among])
    limits = [at - 0.5 - shift - wide * base for at in (1, 2, 3, 4)]
    if criterion in OTHERS:
        spread, shift = stretch(total(criterion, met, needs, points * wide)[among], level[among])
        limits = [(at - 0.5 - shift) / spread for at in (1, 2, 3, 4)]
    limits[0] = max(limits[0], 0.2)
    for k in range(1, 4):
        limits[k] = max(limits[k], limits[k - 1] + 0.15)
    return met, needs, np.round(points * wide, 2), np.round(limits, 2)


def judged(sums, limits):
    """Level, and share of the criterion's weight, as src/judge.rs gives them."""
    shares = []
    for points in sums:
        level = sum(points >= at - 1e-9 for at in limits)
        below = limits[level - 1] if level else 0.0
        way = 0.0 if level == 4 else min(max((points - below) / (limits[level] - below), 0), 1)
        shares.append((level, 1.0 if level == 4 else (level + way / 2) / 4))
    return shares


def run(among):
    kinds = {p.stem: tomllib.loads(p.read_text(encoding="utf-8"))["weights"] for p in (ROOT / "rubric" / "kinds").glob("*.toml")}
    levels, score, fitted = {}, np.zeros(len(IDS)), {}
    for criterion in CRITERIA:
        met, needs, points, limits = model(criterion, among)
        shares = judged(total(criterion, met, needs, points), limits)
        levels[criterion] = np.array([level for level, _ in shares])
        score += [kinds[ROWS[i]["kind"]].get(criterion, 0) * share for i, (_, share) in zip(IDS, shares)]
        fitted[criterion] = needs, points, limits
    return levels, score, fitted


def bands(score, level):
    """From which scores the overall levels 1 to 4 begin: a line through scores and levels, spread as the levels are.

    A search for the limits with the highest kappa fits the documents it has seen and does worse on others (0.77 against 0.81).
    """
    slope, base = np.polyfit(score, level, 1)
    wide, shift = stretch(slope * score + base, level)
    return [round((at - 0.5 - shift - wide * base) / (wide * slope)) for at in (1, 2, 3, 4)]


def baseline(value):
    """Levels by one number alone, with limits from the other folds."""
    result = {}
    for criterion in CRITERIA + ["overall"]:
        level = np.array([LEVELS[i][criterion] for i in IDS])
        guess = np.zeros(len(IDS))
        for k in range(FOLDS):
            known = FOLD != k
            slope, base = np.polyfit(value[known], level[known], 1)
            wide, shift = stretch(slope * value[known] + base, level[known])
            guess[~known] = wide * (slope * value[~known] + base) + shift
        result[criterion] = np.clip(np.round(guess), 0, 4)
    return result


def main():
    graded = np.array([LEVELS[i]["overall"] for i in IDS])
    overall = median(graded)
    levels, whole = {c: np.zeros(len(IDS)) for c in CRITERIA}, np.zeros(len(IDS))
    for k in range(FOLDS):
        known = FOLD != k
        found, score, _ = run(known)
        limits = bands(score[known], graded[known])
        for criterion in CRITERIA:
            levels[criterion][~known] = found[criterion][~known]
        whole[~known] = [sum(s >= at for at in limits) for s in score[~known]]
    levels["overall"] = whole
    truth = {c: median([LEVELS[i][c] for i in IDS]) for c in CRITERIA} | {"overall": overall}
    number = lambda column: np.array([float(ROWS[i][column]) for i in IDS])
    told = {
        "unseen repositories": levels,
        "word count only": baseline(np.log1p(number("words"))),
        "distinct cue words only": baseline(np.log1p(number("cue_words"))),
        "distinct signals only": baseline(np.array([sum(int(ROWS[i][s]) > 0 for s in NAMES) for i in IDS], float)),
    }

    def figures(name, at):
        rows = [qwk(told[name][c][at], truth[c][at]) for c in [*CRITERIA, "overall"]]
        return rows, np.array([np.mean(rows[:-1]), rows[-1]])

    draw = np.random.default_rng(1)
    draws = [draw.integers(0, len(IDS), len(IDS)) for _ in range(1000)]
    own = np.array([figures("unseen repositories", at)[1] for at in draws])
    for name in told:
        rows, (mean, all_) = figures(name, np.arange(len(IDS)))
        each = " ".join(f"{c[:5]} {q:.2f}" for c, q in zip(CRITERIA, rows))
        print(f"{name:24} {each}  mean {mean:.2f}  overall {all_:.2f}")
        # The same documents are drawn for both, so that a gain is told apart from luck in which documents there are.
        gain = own - [figures(name, at)[1] for at in draws] if levels is not told[name] else own
        (low, low_all), (high, high_all) = np.percentile(gain, [2.5, 97.5], axis=0)
        what = "95% interval" if levels is told[name] else "gain over it"
        print(f"{'':24} {what}: mean {low:.2f} to {high:.2f}, overall {low_all:.2f} to {high_all:.2f}")
    _, score, fitted = run(np.ones(len(IDS), bool))
    print("bands that fit best:", bands(score, graded))
    if "--write" in sys.argv:
        write(fitted)


def write(fitted):
    lines = ["# What each need adds to its criterion when it is met, and from how many points the levels 1 to 4 begin.",
             "# Fitted to readers' levels by tests/judgement/points.py, with no point below nothing, so that more met needs never lower",
             "# a level; docs/judgement.md tells how well it holds. `others` says how far points of other criteria's signals count.", ""]
    for criterion, (needs, points, limits) in fitted.items():
        lines += [f"[{criterion}]", f"from = [{', '.join(f'{at:.2f}' for at in limits)}]"]
        if criterion in OTHERS:
            lines.append("others = {{ free = {:.2f}, of_own = {:.2f} }}".format(*OTHERS[criterion]))
        lines.append("needs = [")
        place = {name: at for at, name in enumerate(NAMES)}
        for (signal, count), worth in sorted(zip(needs, points), key=lambda n: (place.get(n[0][0], len(place)), n[0][1])):
            if worth > 0:
                name = {"craft": "craft.met", "depth": "craft.depth"}.get(signal, signal)
                lines.append(f'  {{ signal = "{name}", count = {count}, points = {worth:.2f} }},')
        lines += ["]", ""]
    (ROOT / "rubric" / "points.toml").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
