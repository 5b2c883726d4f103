"""What the fitting scripts share: the readers' grades, the folds, and kappa. Needs numpy, scipy and scikit-learn."""
import collections, csv, hashlib, json, os, pathlib, subprocess
import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVAL = pathlib.Path(os.environ.get("STRONGCASE_REFERENCE", ROOT.parent / "shared" / "eval"))
CRITERIA = "problem evidence options tradeoffs decision outcomes business scope clarity craft".split()
FOLDS = 10
INDEX = {r["id"]: r for r in csv.DictReader(open(EVAL / "index.tsv", encoding="utf-8"), delimiter="\t")}


def fold(document):
    """All documents of a repository are in one fold."""
    return int(hashlib.sha1(("g" + INDEX[document]["repo"]).encode()).hexdigest(), 16) % FOLDS


def grades():
    """{id: {criterion: mean of the readers' levels}}"""
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    for row in csv.DictReader(open(EVAL / "grades.tsv", encoding="utf-8"), delimiter="\t"):
        for criterion in CRITERIA + ["overall"]:
            found[row["id"]][criterion].append(float(row[criterion]))
    return {i: {c: float(np.mean(v)) for c, v in d.items()} for i, d in found.items()}


def median(level):
    return np.floor(np.asarray(level) + 0.5)


def qwk(a, b, levels=5):
    """Cohen's kappa with quadratic weights."""
    a, b = np.asarray(a, int), np.asarray(b, int)
    seen = np.zeros((levels, levels))
    np.add.at(seen, (a, b), 1)
    weights = np.subtract.outer(np.arange(levels), np.arange(levels)) ** 2
    chance = np.outer(seen.sum(1), seen.sum(0)) / seen.sum()
    return 1 - (weights * seen).sum() / (weights * chance).sum()


def dump(*arguments):
    done = subprocess.run(["cargo", "run", "--quiet", "--release", "--example", "dump", "--", *map(str, arguments)],
                          cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def signals(rubric=None):
    """{id: {signal: how many pieces}}"""
    rows = csv.DictReader(dump("signals", EVAL / "corpus", EVAL / "index.tsv", *([rubric] if rubric else [])), delimiter="\t")
    return {row["id"]: row for row in rows}


def sentences():
    return [json.loads(line) for line in dump("cues", EVAL / "corpus")]
