"""Every fault by its id: the members that replace those of a conforming server."""

from faults.key import KEY
from faults.order import ORDER
from faults.request import REQUEST
from faults.response import RESPONSE
from faults.state import STATE

FAULTS = KEY | ORDER | REQUEST | RESPONSE | STATE
