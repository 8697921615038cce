"""Owners answer for milestones: how it stands, when it will be done, who takes over, what left the plan."""
