"""``python -m survey_kit``."""

from survey_kit.cli import main

if __name__ == "__main__":
    main()
