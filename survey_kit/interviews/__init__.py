"""Interviews beside a questionnaire: segments of text, the codes of two coders, and the codebook."""
