class Refused(Exception):
    """Carries a response of the shared behaviour out of a view."""

    def __init__(self, reply):
        self.reply = reply
