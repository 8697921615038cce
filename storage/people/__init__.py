"""People, the organisations, subregions and teams that they are in, and their invitations."""
