"""The edges and the wiring: command line, settings, clock, platforms, and the app that joins the rooms."""
