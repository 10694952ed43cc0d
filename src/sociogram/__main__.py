"""``python -m sociogram`` does what ``sociogram`` does."""

from __future__ import annotations

from sociogram.cli import main

if __name__ == "__main__":
    main()
