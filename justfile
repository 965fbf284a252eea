# Everyday commands. They expect an environment with `pip install -e '.[dev]'`.

# List the commands
default:
    @just --list

# Run all tests
test *args:
    pytest {{args}}

# Lint, format check and types
check:
    ruff check .
    ruff format --check .
    mypy

# Format the code
format:
    ruff check --fix .
    ruff format .

# Write the chapter of the shipped sample
sample lang="zh":
    survey-kit analyze data/g-district-93.xlsx --lang {{lang}}

# Build the shipped samples again, byte for byte
samples:
    python data/make.py

# Write the committed example chapter again
example:
    survey-kit analyze data/g-district-93.xlsx --lang zh -o reports/example-career

# Compare speed and memory with the peers
benchmark *args:
    python benchmarks/compare.py {{args}}

# What the integration run does
ci:
    bash .ci/run
