"""The frame of the window: its menus, actions, files and context."""
