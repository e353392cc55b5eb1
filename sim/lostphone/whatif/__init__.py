"""What if a phone were lost: plays one loss with a person's own accounts.

The main job of Lostphone on real data. Secrets are dropped as soon as a line is read: the simulation
draws secrets of its own, of the same length, so nothing of the person's can be printed or stored.
"""
