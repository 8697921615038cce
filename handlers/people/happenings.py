"""What the bot does when something happens to a chat: one table, from each kind of happening to its turn.

A platform tells of some happenings by itself and of others by refusing a message; both come here, in any order and
more than once. So each is taken for what it changes, and what is known already changes nothing and is not told again.
What no longer arrives is told to the programme managers of the region, in private, with how to mend it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from handlers.people import channels, teams
from handlers.turns import Desk, Turn
from programme.chat_events import (
    ChatFound,
    ChatLost,
    ChatMoved,
    ChatTitled,
    ReachFound,
    ReachLost,
    TopicLost,
)
from programme.events import Event
from programme.happenings import Happened, Happening
from programme.messages import Address, Outgoing, Urgency
from programme.records import Chat, Milestone
from programme.text import Text, _, lines
from programme.wording import listed


def take(happening: Happening, desk: Desk) -> Turn:
    """Return what follows from a happening to the chat of the desk, which may have nobody at it."""
    return HAPPENINGS[happening.kind](happening, desk)


def back(desk: Desk) -> Turn:
    """Note that a chat from which something arrives is there: what is said in it arrives again."""
    if desk.chat.lost in ("", Happened.SILENCED):
        return Turn()
    return Turn(events=(_found(desk),))


def out_of_reach(lost: ReachLost, name: str, alone: Sequence[Milestone]) -> Text:
    """Tell that reminders for somebody no longer arrive, what nobody is reminded of by that, and how to mend it."""
    told, mend = OUT_OF_REACH[lost.why](name)
    return lines(told, *teams.nobody_reminded(alone), mend)


# What is so, and how it is mended.
OUT_OF_REACH: Mapping[Happened, Callable[[str], tuple[Text, Text]]] = {
    Happened.BLOCKED: lambda name: (
        _("My reminders no longer reach {name}, who has shut me off in the app.", name=name),
        _("Ask {name} to open our chat again and press Start, or name somebody else with /team.", name=name),
    ),
    Happened.DELETED: lambda name: (
        _("My reminders no longer reach {name}, whose account in the app is gone.", name=name),
        _("Invite {name} anew with /uitnodigen, or name somebody else with /team.", name=name),
    ),
}


def _added(happening: Happening, desk: Desk) -> Turn:
    found = (_found(desk),) if desk.chat.lost else ()
    if _ties(desk):
        back_again = _(
            "Here I am again. From now on I tell you about {places} here as before.", places=_places(desk)
        )
        return Turn(says=(Outgoing(text=back_again),), events=found)
    asked = channels.asked(desk)
    if asked is not None:
        return Turn(says=asked.says, events=found)
    hello = _(
        "Hello! I am Aanjager: every week I tell a group where its plan stands. The programme manager types /kanaal "
        "here, and I begin."
    )
    return Turn(says=(Outgoing(text=hello), *_tell_of_a_group(desk)), events=found)


def _tell_of_a_group(desk: Desk) -> tuple[Outgoing, ...]:
    """Tell those who could make it a channel, when somebody of their region alone has put the bot into a group."""
    regions = desk.person.regions
    there = desk.elsewhere(regions[0]) if len(regions) == 1 else None
    text = lines(
        _("{name} added me to the group “{group}”.", name=desk.person.name, group=desk.chat.title),
        _(
            "Shall I tell there every week where the plan stands? Then join that group and type /kanaal in it."
        ),
    )
    return tuple(
        Outgoing(
            text=text,
            to=Address(person=one.key),
            subject=f"added:{desk.chat.key}",
            urgency=Urgency.REMINDER,
        )
        for one in (there.managers() if there else ())
    )


def _removed(happening: Happening, desk: Desk) -> Turn:
    if desk.chat.lost in (Happened.REMOVED, Happened.DELETED):
        return Turn()
    text = lines(
        _("I am no longer in the group “{group}”.", group=desk.chat.title),
        _("What I told there about {places} no longer arrives.", places=_places(desk)),
        _("Add me to it again and I go on. For another group: add me there and type /kanaal in it."),
    )
    return Turn(says=_to_managers(text, desk), events=(_lost(happening, desk),))


def _silenced(happening: Happening, desk: Desk) -> Turn:
    if desk.chat.lost:
        return Turn()
    text = lines(
        _("I may no longer write in the group “{group}”.", group=desk.chat.title),
        _("What I told there about {places} no longer arrives.", places=_places(desk)),
        _(
            "Let me write messages there again, in the settings of the group, and type /week there. Then I go on."
        ),
    )
    return Turn(says=_to_managers(text, desk), events=(_lost(happening, desk),))


def _heard(happening: Happening, desk: Desk) -> Turn:
    return Turn(events=(_found(desk),)) if desk.chat.lost else Turn()


def _promoted(happening: Happening, desk: Desk) -> Turn:
    """An administrator hears everything; the bot wants to hear only what is meant for it."""
    text = lines(
        _("I was made an administrator of the group “{group}”.", group=desk.chat.title),
        _(
            "There is no need: now I get all that people say to each other there. I keep none of it, but please "
            "make me an ordinary member again."
        ),
    )
    told = (replace(one, subject=f"promoted:{desk.chat.key}") for one in _to_managers(text, desk))
    return Turn(says=tuple(told), events=_heard(happening, desk).events)


def _opened(happening: Happening, desk: Desk) -> Turn:
    titled = (ChatTitled(title=happening.to, **_here(desk)),) if happening.to else ()
    return Turn(events=(*_heard(happening, desk).events, *titled))


def _moved(happening: Happening, desk: Desk) -> Turn:
    return Turn(events=(ChatMoved(to=happening.to, **_here(desk)),))


def _titled(happening: Happening, desk: Desk) -> Turn:
    return Turn(events=(ChatTitled(title=happening.to, **_here(desk)),))


def _topic_lost(happening: Happening, desk: Desk) -> Turn:
    if desk.chat.lost:
        return Turn()
    event = TopicLost(why=happening.kind, **_here(desk)) if desk.chat.group else _lost(happening, desk)
    if not desk.chat.tied:
        return Turn(events=(event,))
    text = lines(
        TOPIC_LOST[happening.kind](desk.chat.title),
        _stays(desk),
        _("Do you want it in another topic? Type /kanaal there."),
    )
    return Turn(says=_to_managers(text, desk), events=(event,))


TOPIC_LOST: Mapping[Happened, Callable[[str], Text]] = {
    Happened.TOPIC_CLOSED: lambda title: _("The topic “{title}” was closed.", title=title),
    Happened.TOPIC_DELETED: lambda title: _("The topic “{title}” was deleted.", title=title),
}


def _stays(desk: Desk) -> Text:
    """Say where the news of a topic goes: to its group, unless that is the channel of something else, or is it."""
    place = _place(desk.chat, desk)
    if desk.chat.group and desk.group_is_free():
        return _("What I told there about {places} stands in the group itself from now on.", places=place)
    return _("What I told there about {places} no longer arrives.", places=place)


def _nobody(happening: Happening, desk: Desk) -> Turn:
    if desk.chat.lost or not desk.person.key:
        return Turn()
    return Turn(events=(ReachLost(why=happening.kind, **_here(desk)),))


def _gone(happening: Happening, desk: Desk) -> Turn:
    """Take what a platform calls deleted: a group, or the account of a person."""
    return _nobody(happening, desk) if desk.chat.private else _removed(happening, desk)


def _unchanged(happening: Happening, desk: Desk) -> Turn:
    return Turn()


def _here(desk: Desk) -> dict[str, str]:
    return {"region": desk.region.key, "person": desk.person.key, "chat": desk.chat.key}


def _found(desk: Desk) -> Event:
    return ReachFound(**_here(desk)) if desk.chat.private else ChatFound(**_here(desk))


def _lost(happening: Happening, desk: Desk) -> Event:
    return ChatLost(why=happening.kind, **_here(desk))


def _to_managers(text: Text, desk: Desk) -> tuple[Outgoing, ...]:
    """Say something to each programme manager of the region; of a chat of no region to nobody."""
    if not _ties(desk):
        return ()
    return tuple(
        Outgoing(text=text, to=Address(person=one.key), urgency=Urgency.REMINDER) for one in desk.managers()
    )


def _places(desk: Desk) -> Text:
    """Name the region and subregions of which this group, or topic, is the channel."""
    return listed(list(dict.fromkeys(_place(one, desk) for one in _ties(desk))))


def _ties(desk: Desk) -> Sequence[Chat]:
    return [one for one in desk.ties() if one.key == desk.chat.key or not desk.chat.group]


def _place(one: Chat, desk: Desk) -> str:
    names = {part.key: part.name for part in desk.subregions()}
    return names.get(one.subregion or "", desk.region.name)


HAPPENINGS: Mapping[Happened, Callable[[Happening, Desk], Turn]] = {
    Happened.ADDED: _added,
    Happened.REMOVED: _removed,
    Happened.PROMOTED: _promoted,
    Happened.DEMOTED: _unchanged,
    Happened.SILENCED: _silenced,
    Happened.HEARD: _heard,
    Happened.MOVED: _moved,
    Happened.TITLED: _titled,
    Happened.TOPIC_OPENED: _opened,
    Happened.TOPIC_TITLED: _titled,
    Happened.TOPIC_CLOSED: _topic_lost,
    Happened.TOPIC_DELETED: _topic_lost,
    Happened.BLOCKED: _nobody,
    Happened.UNBLOCKED: _heard,
    Happened.DELETED: _gone,
}
