"""Where milestones stand: what owners answered, put off, and handed over, and since when somebody watches one."""

from datetime import date, datetime

from programme.records import Offer, OwnerAnswer, Stand
from storage.database import Transaction
from storage.moments import maybe_day, moment, seconds

LEAD = 0
OPENS = (Stand.ON_TRACK, Stand.DELAYED)  # whichever owner says so: there is work left


def answer(
    tx: Transaction,
    milestone: str,
    position: int,
    answer: OwnerAnswer,
    reason: str,
    catch_up: bool | None,
) -> None:
    """Keep an owner's answer, which stands in the history already.

    Only the lead's "done" closes the milestone; another's stands beside it.
    """
    tx.run(
        """INSERT INTO answers (milestone, position, stand, forecast, reason, catch_up, person, at, entry)
           VALUES (:milestone, :position, :stand, :forecast, :reason, :catch_up, :person, :at,
               (SELECT MAX(key) FROM history))
           ON CONFLICT (milestone, position) DO UPDATE SET stand = excluded.stand, forecast = excluded.forecast,
               reason = excluded.reason, catch_up = excluded.catch_up, person = excluded.person, at = excluded.at,
               entry = excluded.entry""",
        milestone=milestone,
        position=position,
        stand=answer.stand.value,
        forecast=answer.forecast.isoformat() if answer.forecast else None,
        reason=reason,
        catch_up=catch_up,
        person=answer.by,
        at=seconds(answer.at),
    )
    if position == LEAD or answer.stand in OPENS:
        tx.run(
            """UPDATE milestones SET stand = :stand, forecast = COALESCE(:forecast, forecast) WHERE key = :milestone""",
            milestone=milestone,
            stand=answer.stand.value,
            forecast=answer.forecast.isoformat() if answer.forecast else None,
        )
    tx.run(
        "DELETE FROM snoozes WHERE milestone = :milestone AND person = :person",
        milestone=milestone,
        person=answer.by,
    )


def answers(tx: Transaction, region: str, milestone: str) -> list[OwnerAnswer]:
    """Return what each owner of a region's milestone said last, the lead first; ``by`` is the name of who spoke."""
    rows = tx.rows(
        """SELECT answers.position, owners.name AS owner, stand, forecast, reason, catch_up, people.name AS by, at,
               entry FROM answers
           JOIN people ON people.key = answers.person
           LEFT JOIN owners ON owners.milestone = answers.milestone AND owners.position = answers.position
           WHERE answers.milestone = :milestone
               AND EXISTS (SELECT 1 FROM milestones WHERE key = answers.milestone AND region = :region)
           ORDER BY answers.position""",
        region=region,
        milestone=milestone,
    )
    return [
        OwnerAnswer(
            position=row["position"],
            owner=row["owner"] or "",
            stand=Stand(row["stand"]),
            forecast=maybe_day(row["forecast"]),
            by=row["by"],
            at=moment(row["at"]),
            entry=row["entry"],
            reason=row["reason"],
            catch_up=None if row["catch_up"] is None else bool(row["catch_up"]),
        )
        for row in rows
    ]


def mark(tx: Transaction) -> int:
    """Return how far the history is written; what has a higher entry happened later."""
    return int(tx.value("SELECT COALESCE(MAX(key), 0) FROM history"))


def finished(tx: Transaction, milestone: str, position: int | None) -> bool:
    """Whether this owner has said that their part is done."""
    stand = tx.value(
        "SELECT stand FROM answers WHERE milestone = :milestone AND position = :position",
        milestone=milestone,
        position=position,
    )
    return stand in (Stand.DONE.value, Stand.CANCELLED.value)


def put_off(tx: Transaction, milestone: str, person: str, until: date) -> None:
    """Keep until when somebody does not want to hear about a milestone."""
    tx.run(
        """INSERT INTO snoozes (milestone, person, until) VALUES (:milestone, :person, :until)
           ON CONFLICT (milestone, person) DO UPDATE SET until = excluded.until""",
        milestone=milestone,
        person=person,
        until=until.isoformat(),
    )


def put_off_until(tx: Transaction, milestone: str, person: str) -> date | None:
    """Return until when somebody does not want to hear about a milestone."""
    return maybe_day(
        tx.value(
            "SELECT until FROM snoozes WHERE milestone = :milestone AND person = :person",
            milestone=milestone,
            person=person,
        )
    )


def offer(
    tx: Transaction, key: str, region: str, milestone: str, giver: str, taker: str, now: datetime
) -> None:
    """Keep that somebody asked another to take over a milestone."""
    tx.insert(
        "handovers",
        key=key,
        region=region,
        milestone=milestone,
        giver=giver,
        taker=taker,
        offered_at=seconds(now),
    )


def offered(tx: Transaction, region: str, key: str) -> Offer | None:
    """Return an offer that is still open, or None."""
    row = tx.row(
        """SELECT milestone, giver, taker FROM handovers
           WHERE key = :key AND region = :region AND settled_at IS NULL""",
        key=key,
        region=region,
    )
    return Offer(**row) if row else None


def settle_offer(tx: Transaction, key: str, position: int, accepted: bool, now: datetime) -> None:
    """Keep what became of an offer; who accepted speaks for that owner from now on."""
    tx.run(
        "UPDATE handovers SET settled_at = :now, accepted = :accepted WHERE key = :key AND settled_at IS NULL",
        key=key,
        accepted=int(accepted),
        now=seconds(now),
    )
    if accepted:
        tx.run(
            """UPDATE owners SET person = (SELECT taker FROM handovers WHERE key = :key)
               WHERE milestone = (SELECT milestone FROM handovers WHERE key = :key) AND position = :position""",
            key=key,
            position=position,
        )


def watching_since(tx: Transaction, milestone: str, person: str, form: str, today: date) -> date:
    """Return since when somebody watches a milestone in this form; another form than before starts today."""
    since = tx.value(
        """INSERT INTO watches (milestone, person, since, form) VALUES (:milestone, :person, :today, :form)
           ON CONFLICT (milestone, person) DO UPDATE SET
               since = CASE WHEN form = excluded.form THEN since ELSE excluded.since END, form = excluded.form
           RETURNING since""",
        milestone=milestone,
        person=person,
        today=today.isoformat(),
        form=form,
    )
    return date.fromisoformat(since)
