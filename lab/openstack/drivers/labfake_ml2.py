"""ML2 mechanism driver for a lab without any dataplane.

Binds every port that asks for a host (vif_type ovs) and makes it ACTIVE at
once, as the agents of a real cloud would a moment later. It also plays the
L3 agent's part in the database: router ports become ACTIVE when they are
created, a floating IP is ACTIVE while it is associated and DOWN otherwise.
"""

from neutron_lib import constants
from neutron_lib.api.definitions import portbindings
from neutron_lib.callbacks import events, registry, resources
from neutron_lib.db import api as db_api
from neutron_lib.plugins import constants as plugin_constants
from neutron_lib.plugins import directory
from neutron_lib.plugins.ml2 import api
from oslo_log import log as logging

LOG = logging.getLogger(__name__)
ROUTER_OWNERS = (
    constants.DEVICE_OWNER_ROUTER_INTF,
    constants.DEVICE_OWNER_ROUTER_GW,
    constants.DEVICE_OWNER_ROUTER_SNAT,
)


class LabMechanismDriver(api.MechanismDriver):
    def initialize(self):
        registry.subscribe(self._fip, resources.FLOATING_IP, events.AFTER_CREATE)
        registry.subscribe(self._fip, resources.FLOATING_IP, events.AFTER_UPDATE)
        registry.subscribe(self._port, resources.PORT, events.AFTER_CREATE)
        registry.subscribe(self._port, resources.PORT, events.AFTER_UPDATE)

    @property
    def connectivity(self):
        return portbindings.CONNECTIVITY_L2

    def bind_port(self, context):
        for segment in context.segments_to_bind:
            context.set_binding(
                segment[api.ID],
                portbindings.VIF_TYPE_OVS,
                {
                    portbindings.CAP_PORT_FILTER: True,
                    portbindings.OVS_HYBRID_PLUG: False,
                    "bridge_name": "br-int",
                    "datapath_type": "system",
                    portbindings.VIF_DETAILS_CONNECTIVITY: portbindings.CONNECTIVITY_L2,
                },
                status=constants.PORT_STATUS_ACTIVE,
            )
            return

    def _port(self, resource, event, trigger, payload):
        port = payload.latest_state
        if port.get("device_owner") in ROUTER_OWNERS and port.get("status") != constants.PORT_STATUS_ACTIVE:
            try:
                directory.get_plugin().update_port_status(
                    payload.context.elevated(), port["id"], constants.PORT_STATUS_ACTIVE
                )
            except Exception:
                LOG.exception("lab: router port %s", port["id"])

    def _fip(self, resource, event, trigger, payload):
        fip = payload.latest_state
        want = constants.FLOATINGIP_STATUS_ACTIVE if fip.get("port_id") else constants.FLOATINGIP_STATUS_DOWN
        if fip.get("status") == want:
            return
        try:
            l3 = directory.get_plugin(plugin_constants.L3)
            ctx = payload.context.elevated()
            with db_api.CONTEXT_WRITER.using(ctx):
                l3.update_floatingip_status(ctx, fip["id"], want)
            fip["status"] = want
        except Exception:
            LOG.exception("lab: floating ip %s", fip.get("id"))
