"""Where a server listens, and how it says so."""

import os

HOST = "127.0.0.1"
#: 0 lets the system choose.
PORT = int(os.environ.get("PORT", "0"))


def announce(port):
    print(f"listening on {port}", flush=True)
