"""Django REST framework with its defaults: its serializer, its parsers, its renderers, its Korean texts.

The page's texts are this framework's, of version 3.16.0 and before.
"""

import os

import django
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

from where import HOST, PORT, announce


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
    django.setup()
    server = ThreadedWSGIServer((HOST, PORT), Quiet)
    server.set_app(get_wsgi_application())
    announce(server.server_port)
    server.serve_forever()
