"""All that the chat page itself says, key by key; the page's files hold keys only.

What the page fills in itself (``{name}``, ``{n}``) keeps its braces when the catalogue renders it.
"""

from programme.text import Phrase, _


def wording() -> dict[str, Phrase]:
    """Return every text of the page by the key that its files use; ``key_one`` and ``key_many`` count."""
    return _frame() | _clock() | _people() | _newcomers() | _groups() | _chat() | _writing()


def _frame() -> dict[str, Phrase]:
    return {
        # For translators: the code of the language that the page is in.
        "language": _("en"),
        "title": _("Aanjager"),
        "skip_to_message": _("Straight to writing"),
        "welcome": _("Who will you be?"),
        "welcome_how": _("Choose somebody from the list. You then see their chats and write as them."),
        "hints_title": _("Try this"),
        "hint_report": _("As a teacher, tell how a pilot went."),
        "hint_press": _("As an owner, answer a reminder."),
        "hint_clock": _("Turn the clock a week ahead."),
        "hint_channel": _("Read the weekly summary in the team channel."),
        "hints_show": _("What you can try"),
        "hints_close": _("Hide these tips"),
        "offline": _("No contact with Aanjager. Is it still running? The page keeps trying."),
        "no_connection": _("Aanjager does not answer. See whether it is still running, then try again."),
        "not_understood": _("That did not work. Try again in a moment."),
    }


def _clock() -> dict[str, Phrase]:
    return {
        "clock": _("The demo's clock"),
        "clock_turn": _("Turn the clock"),
        "clock_hour": _("+ hour"),
        "clock_hour_label": _("An hour ahead"),
        "clock_day": _("+ day"),
        "clock_day_label": _("A day ahead"),
        "clock_week": _("+ week"),
        "clock_week_label": _("A week ahead"),
        "clock_next": _("Next"),
        "clock_next_label": _("Next: to the next thing that happens"),
        "clock_next_none": _("Next: nothing is planned any more"),
        "clock_date": _("To a date"),
        "clock_moment": _("Turn the clock to"),
        "clock_go": _("Turn"),
        "clock_turning": _("The clock is turning…"),
        "clock_is": _("It is now {now}.", now="{now}"),
        "arrived_one": _("One new message."),
        "arrived_many": _("{n} new messages.", n="{n}"),
        "arrived_none": _("Nothing new."),
        "arrived_never": _("Nothing happens for more than a year."),
    }


def _people() -> dict[str, Phrase]:
    return {
        "people_and_chats": _("People and chats"),
        "choose_person": _("People"),
        "no_role": _("No role yet"),
        "with_bot": _("Chat with Aanjager"),
        "no_messages": _("No messages yet"),
        "unread_one": _("one new message"),
        "unread_many": _("{n} new messages", n="{n}"),
        "unread_channel_one": _("one new message in a channel"),
        "unread_channel_many": _("{n} new messages in channels", n="{n}"),
        "unread_chats_one": _("News in one chat"),
        "unread_chats_many": _("News in {n} chats", n="{n}"),
    }


def _newcomers() -> dict[str, Phrase]:
    return {
        "newcomer": _("Somebody new"),
        "newcomer_title": _("Join as somebody new"),
        "newcomer_code": _(
            "You have an invitation: {code}. Aanjager gets it as soon as you join.", code="{code}"
        ),
        "newcomer_no_code": _("Have an invitation code? Send it to Aanjager once you have joined."),
        "newcomer_name": _("Your name"),
        "newcomer_go": _("Join"),
        "cancel": _("Never mind"),
    }


def _groups() -> dict[str, Phrase]:
    return {
        "group": _("New group"),
        "group_title": _("Make a group"),
        "group_about": _(
            "Everybody on this page is in it. When a programme manager types /kanaal there, it becomes a channel."
        ),
        "group_name": _("Name of the group"),
        "group_go": _("Make it"),
    }


def _chat() -> dict[str, Phrase]:
    return {
        "bot": _("Aanjager"),
        "back": _("Back to the list"),
        "you_are": _("you are {name}", name="{name}"),
        "someone": _("Somebody"),
        "members_one": _("one member"),
        "members_many": _("{n} members", n="{n}"),
        "messages": _("Messages"),
        "new_line": _("New"),
        "answers": _("Answers"),
        "download": _("Download"),
        "to_newest": _("To the newest message"),
    }


def _writing() -> dict[str, Phrase]:
    return {
        "message_as": _("Write as {name}", name="{name}"),
        "composer_keys": _("Enter sends, Shift and Enter starts a new line."),
        "send": _("Send"),
        "attach": _("Add a picture or file"),
        "attached": _("Going along"),
        "attached_remove": _("Leave out {name}", name="{name}"),
        "drop_here": _("Drop it to send it along"),
        "sending": _("sending…"),
        "not_sent": _("Not sent."),
        "send_again": _("Send again"),
        "send_drop": _("Throw away"),
    }
