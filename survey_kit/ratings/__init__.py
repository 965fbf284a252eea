"""Ratings of people by others, and judgements of what matters in them."""
