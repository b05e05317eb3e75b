"""Cinder's own logging driver, with a finite pool and images taken without a copy: no LVM, no data."""

from cinder.tests import fake_driver
from cinder.volume import driver as _d  # noqa: F401  (interface check finds the base)


class LabVolumeDriver(fake_driver.FakeLoggingVolumeDriver):
    def create_volume(self, volume):
        return {}

    def clone_image(self, context, volume, image_location, image_meta, image_service):
        return {}, True

    def copy_image_to_volume(self, *a, **kw):
        pass

    def extend_volume(self, volume, new_size):
        pass

    def retype(self, *a, **kw):
        return True, {}

    def ensure_export(self, context, volume):
        return {}

    def create_export(self, context, volume, connector):
        return {"provider_location": "lab", "provider_auth": None}

    def _update_volume_stats(self):
        super()._update_volume_stats()
        self._stats["pools"][0].update(
            total_capacity_gb=100000,
            free_capacity_gb=100000,
            reserved_percentage=0,
            multiattach=True,
            thin_provisioning_support=True,
            max_over_subscription_ratio="10",
        )
