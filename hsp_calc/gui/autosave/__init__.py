"""Copies of unsaved work while the window runs, and their recovery after a crash."""
