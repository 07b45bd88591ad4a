"""The program behind the window, without Qt: the case session, exports, and what each page shows."""
