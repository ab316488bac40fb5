"""The words of the card on which visitors leave their contact, in each language that the booth speaks itself.

Beside `interface.py`, whose words every booth needs before its first screen.
"""

from __future__ import annotations

from typing import Final

from kiosk.deck.records import record_by_name


@record_by_name
class LeadWords:
    """Everything that the card says besides what the deck does."""

    step: str
    """Which `step` of how many (`steps`)."""
    who: str
    """Above the three steps."""
    what: str
    consent: str
    fields: dict[str, str]
    """What is asked for, by its names in the deck."""
    needed: str
    """Beside what cannot be left out …"""
    either: str
    """… and beside two of which one is enough."""
    wrong: dict[str, str]
    """What is missing or cannot be right, by the name of the field; `either` of the two, and `agree`."""
    interests: str
    """Above the platforms."""
    agree: str
    """Beside the box."""
    sealed: str
    """What becomes of it, and for how long (`days`)."""
    on: str
    """To the next step."""
    send: str
    sending: str
    forget: str
    """Deletes what was entered, and not sent yet."""
    thanks: str
    thanks_more: str
    """Where the deck does not say it."""
    withdraw: str
    """Deletes what was sent."""
    not_withdrawn: str
    deleted: str
    deleted_more: str
    sorry: str
    sorry_more: str
    again: str


LEAD_WORDS: Final = {
    "en": LeadWords(
        step="Step {step} of {steps}",
        who="How can you be reached?",
        what="What interests you?",
        consent="Do you agree?",
        fields={
            "name": "Name",
            "organisation": "Organisation",
            "email": "Email",
            "phone": "Phone",
            "note": "A note, if you like",
        },
        needed="needed",
        either="one of the two is enough",
        wrong={
            "name": "Please enter your name",
            "email": "This email address is not complete",
            "phone": "This phone number is not complete",
            "either": "Please enter an email address or a phone number",
            "agree": "Please tick the box if you agree",
        },
        interests="Chosen from what you looked at: touch to add or drop a platform",
        agree="I agree",
        sealed="What you enter is sealed at once: this booth cannot read it again. It is kept for {days} days at most.",
        on="Go on",
        send="Send",
        sending="One moment",
        forget="Delete what I entered",
        thanks="Thank you",
        thanks_more="Your contact is sealed and stored.",
        withdraw="Delete what I just entered",
        not_withdrawn="This could not be deleted. Please speak to the people at the booth.",
        deleted="Deleted",
        deleted_more="Nothing of what you entered is left here.",
        sorry="This could not be stored",
        sorry_more="Nothing of it was kept. Please leave a business card with the people at the booth instead.",
        again="Try again",
    ),
    "zh": LeadWords(
        step="第{step}步，共{steps}步",
        who="怎样联系您？",
        what="您对什么感兴趣？",
        consent="您是否同意？",
        fields={"name": "姓名", "organisation": "单位", "email": "电子邮箱", "phone": "电话", "note": "留言（选填）"},
        needed="必填",
        either="两项填一项即可",
        wrong={
            "name": "请填写姓名",
            "email": "邮箱地址不完整",
            "phone": "电话号码不完整",
            "either": "请填写电子邮箱或电话",
            "agree": "如同意，请勾选方框",
        },
        interests="已按您看过的内容选好，轻触即可增减平台",
        agree="我同意",
        sealed="您填写的内容会立即加密，本机无法再读取，最多保存{days}天。",
        on="继续",
        send="提交",
        sending="请稍候",
        forget="清除已填内容",
        thanks="谢谢您",
        thanks_more="您的联系方式已加密保存。",
        withdraw="删除刚才提交的内容",
        not_withdrawn="未能删除，请与工作人员联系。",
        deleted="已删除",
        deleted_more="您填写的内容没有留在这里。",
        sorry="未能保存",
        sorry_more="您填写的内容没有保存。请改为将名片留给工作人员。",
        again="再试一次",
    ),
}


def lead_words(language: str) -> LeadWords:
    """The card's words in a language, whatever its region; in English where the booth does not speak it."""
    return LEAD_WORDS.get(language) or LEAD_WORDS.get(language.partition("-")[0]) or LEAD_WORDS["en"]
