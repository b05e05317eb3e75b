"""Nova's own fake hypervisor, whose guests outlive a restart of nova-compute."""

from nova import context as nova_context
from nova import objects
from nova.compute import power_state
from nova.objects import fields
from nova.virt import fake
from oslo_log import log as logging

LOG = logging.getLogger(__name__)


class LabDriver(fake.FakeDriver):
    capabilities = dict(
        fake.FakeDriver.capabilities,
        supports_image_type_qcow2=True,
        supports_image_type_iso=True,
        supports_image_type_ami=True,
        supports_image_type_ari=True,
        supports_image_type_aki=True,
    )
    # hosts of a plausible size: a scheduler that must say "no valid host" can be met
    vcpus = 128
    memory_mb = 512 * 1024
    local_gb = 20000

    def __init__(self, virtapi, read_only=False):
        super().__init__(virtapi, read_only)
        # images may name a hypervisor or architecture, as on a KVM cloud
        self.host_status_base["supported_instances"] = [
            (arch, hv, fields.VMMode.HVM)
            for arch in (fields.Architecture.X86_64,)
            for hv in (fields.HVType.FAKE, fields.HVType.KVM, fields.HVType.QEMU)
        ]

    def init_host(self, host):
        super().init_host(host)
        ctx = nova_context.get_admin_context()
        for inst in objects.InstanceList.get_by_host(ctx, host, expected_attrs=["info_cache", "flavor"]):
            if inst.vm_state in ("error", "deleted", "building", "shelved_offloaded"):
                continue
            state = inst.power_state
            if state not in (power_state.RUNNING, power_state.SHUTDOWN):
                state = power_state.RUNNING
            self.instances[inst.uuid] = fake.FakeInstance(inst.name, state, inst.uuid)
            self.resources.claim(vcpus=inst.flavor.vcpus, mem=inst.flavor.memory_mb, disk=inst.flavor.root_gb)
            for vif in inst.info_cache.network_info or [] if inst.info_cache else []:
                self._interfaces[vif["id"]] = vif
        LOG.info("lab: %d guests known on %s", len(self.instances), host)
