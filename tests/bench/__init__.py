"""Benchmarks: ``python -m tests.bench`` prints their figures as JSON. No test asserts on time."""
