#!/usr/bin/env python3
"""Holds the program to the figures in floors.toml, when the reference set is there. `floors.py BINARY`; standard library only."""
import pathlib
import re
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
EVAL = HERE.parents[2] / "shared" / "eval"
ALLOWED = 0.02


def printed(script, binary):
    done = subprocess.run([sys.executable, EVAL / script, "--bin", binary], capture_output=True, text=True, check=True)
    return done.stdout


def main():
    if not (EVAL / "agreement.py").exists():
        print("skipped: there is no reference set beside the project")
        return
    levels, facts = printed("agreement.py", sys.argv[1]), printed("facts.py", sys.argv[1])
    found = {
        "mean_criterion_qwk": float(re.search(r"mean criterion QWK +([\d.]+)", levels)[1]),
        "overall_qwk": float(re.search(r"overall QWK +([\d.]+)", levels)[1]),
        "kind_found": float(re.search(r"without --kind (\d+)%", levels)[1]) / 100,
        "mean_fact_f1": float(re.search(r"mean F1 over roles +(\d+)%", facts)[1]) / 100,
    }
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    low = [name for name, floor in floors.items() if found[name] < floor - ALLOWED - 1e-9]
    for name, value in found.items():
        print(f"{name:20} {value:.2f}  floor {floors[name]:.2f}{'  too low' if name in low else ''}")
    if low:
        sys.exit(1)


if __name__ == "__main__":
    main()
