"""What was asked: model, loading, matching to columns, drafting from a file."""
