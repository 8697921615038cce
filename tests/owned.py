"""Who owns a milestone, said outright; from a plan that is imported ``storage.plan_owners`` finds it by names."""

from collections.abc import Iterable

from storage.database import Transaction


def set_owners(tx: Transaction, milestone: str, owners: Iterable[tuple[str, str | None, str | None]]) -> None:
    """Make these, by (name, team, role), the owners of a milestone, the lead first."""
    tx.run("DELETE FROM owners WHERE milestone = :milestone", milestone=milestone)
    for position, (name, team, role) in enumerate(owners):
        tx.insert("owners", milestone=milestone, position=position, name=name, team=team, role=role)
