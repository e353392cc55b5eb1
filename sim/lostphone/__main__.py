"""`python -m lostphone` is `lostphone`."""

from lostphone.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
