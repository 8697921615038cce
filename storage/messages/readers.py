"""In which language whoever reads a message reads it: a person in theirs, a channel in its region's."""

from language.catalogue import Catalogue, catalogue
from programme.messages import Address
from storage.database import Transaction


def wording_for(tx: Transaction, to: Address) -> Catalogue:
    """Return the wording of whoever reads what is said to an address."""
    return catalogue(language(tx, to))


def language(tx: Transaction, to: Address) -> str:
    """Return the language of whoever reads what is said to an address."""
    if to.person:
        known = tx.value("SELECT language FROM people WHERE key = :key", key=to.person)
    else:
        known = tx.value(
            """SELECT COALESCE(people.language, regions.language) FROM chats
               LEFT JOIN people ON people.key = chats.person LEFT JOIN regions ON regions.key = chats.region
               WHERE chats.key = :chat""",
            chat=to.chat,
        )
    return str(known or "nl")
