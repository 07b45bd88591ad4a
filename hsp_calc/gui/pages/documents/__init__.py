"""The panel of the papers of an application."""
