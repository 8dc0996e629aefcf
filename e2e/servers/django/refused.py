class Refused(Exception):
    """A response that a fault words."""

    def __init__(self, reply):
        self.reply = reply
