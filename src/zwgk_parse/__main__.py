"""`python -m zwgk_parse` is `zwgk`."""

from zwgk_parse.cli import main

if __name__ == "__main__":  # pragma: no cover
    main()
