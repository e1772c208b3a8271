"""Where the corpus of real documents is, which stays outside of the repository.

Tests and benchmarks that use it are skipped where it is absent: ZWGK_CORPUS names its folder.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CORPUS = Path(os.environ.get("ZWGK_CORPUS") or Path(__file__).parents[2] / "shared" / "corpus")
needs_corpus = pytest.mark.skipif(
    not (CORPUS / "renditions").is_dir(), reason="no corpus: set ZWGK_CORPUS to its folder"
)


def files(*patterns: str) -> list[Path]:
    """The corpus files that match, in order; none where there is no corpus."""
    return sorted(path for pattern in patterns for path in CORPUS.glob(pattern))
