"""Chats and accounts, what happens to them, and their command menus."""
