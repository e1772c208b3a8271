"""2,000 files, 40 of them faulty, converted; and killed ten times on the way: `make soak`."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.soak.run import figures, soak


def main() -> None:
    """Print what was measured; an AssertionError where something is lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--faulty", type=int, default=40)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--timeout", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        soaked = soak(
            *(Path(made), given.files, given.faulty, given.kills),
            seconds=given.timeout,
            seed=given.seed,
        )
    for line in figures(soaked):
        print(line)


if __name__ == "__main__":
    main()
