"""What a person can still do about an account that did not come back ready, found by trying.

Ways are tried from the easiest to the hardest, on the new phone, in the story that was played:
signing in with a proof at hand; asking an administrator for a Temporary Access Pass, or to be registered
anew while there are no passes yet; the site's own recovery; replacing all security info and waiting thirty
days.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from lostphone.base.clock import DAY_MS
from lostphone.stories.actions import Action, accounts, passkeys, time, work
from lostphone.stories.story import Story
from lostphone.whatif.available_help import exists
from lostphone.whatif.own_account import OwnAccount

#: Nothing left to do; a sign-in of one's own; an administrator's pass, or a new registration that one has
#: required; the site's own recovery; another passkey; thirty days; Edge, where saved passwords are; or
#: nothing that was tried.
Way: TypeAlias = Literal["done", "self", "admin", "reregister", "site", "anew", "wait", "edge", "none"]

_THIRTY_DAYS = 30 * DAY_MS


def way_back(story: Story, phone: str, handle: str, account: OwnAccount, listed: bool, admin: str) -> Way:
    """The easiest way that works on the new phone.

    `listed` says that its name is there and asks to sign in: in the app, or for a saved password in Edge.
    `admin` can issue passes.
    """
    if account.kind == "third-party":
        return "site" if _works(story, accounts.RecoverAtSite(phone, handle)) else "none"
    if account.kind == "passkey":
        return "anew" if _works(story, passkeys.MakePasskey(phone, handle)) else "none"
    if account.kind == "password":
        return "edge" if listed else "none"
    if account.kind in ("work", "work-code"):
        return _work(story, phone, handle, account.kind == "work-code", listed, admin)
    enter = accounts.SignInRow if listed else accounts.AddMicrosoft
    if _works(story, enter(phone, handle)):
        return "self"
    story.do(accounts.ReplaceSecurityInfo(handle))
    story.do(time.Wait(_THIRTY_DAYS))
    return "wait" if _works(story, enter(phone, handle)) else "none"


def _work(story: Story, phone: str, handle: str, as_site: bool, listed: bool, admin: str) -> Way:
    """A pass is typed in the app for an account of its own, and in a browser for one kept as a site's."""
    enter = accounts.SignInRow if listed else accounts.AddMicrosoft
    alone: Action = accounts.AddWorkAsThirdParty(phone, handle) if as_site else enter(phone, handle)
    if _works(story, alone):
        return "self"
    if not exists("temporary-access-pass", story.world.now_ms):
        story.do(work.RequireReregister(admin, handle))
        return "reregister" if _works(story, alone) else "none"
    story.do(work.IssuePass(admin, handle))
    if as_site:
        works = _works(story, work.SignInWithPass(phone, handle)) and _works(story, alone)
    else:
        works = _works(story, enter(phone, handle, with_pass=True))
    return "admin" if works else "none"


def _works(story: Story, action: Action) -> bool:
    outcome = story.do(action)
    story.look_away()
    return outcome.ok
