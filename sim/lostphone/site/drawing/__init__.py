"""Pictures of a story: the phones' screens, the storyboard, who talked to whom, and a rule's dates.

Pure functions from values to markup: no file, no clock, no browser. `assets/drawing.css` goes with them.
"""

from lostphone.site.drawing.screen import definitions as definitions
from lostphone.site.drawing.screen import screen_picture as screen_picture
from lostphone.site.drawing.sequence import sequence as sequence
from lostphone.site.drawing.sharing import shared as shared
from lostphone.site.drawing.span import rule_span as rule_span
from lostphone.site.drawing.storyboard import storyboard as storyboard
