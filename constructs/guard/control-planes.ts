import { DataOpenstackNetworkingPortIdsV2 } from "@cdktf/provider-openstack/data-openstack-networking-port-ids-v2";
import { Construct } from "constructs";

export interface ControlPlanesStayProps {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Number of control planes that the file asks for. */
  readonly count: number;
  /** ID of the security group that the ports of control planes have, and no others. A token. */
  readonly securityGroupId: string;
}

/**
 * A plan with fewer control planes than there are fails: each is a member of etcd, and nothing takes it out of etcd first.
 *
 * They are counted in OpenStack, by their ports: OpenTofu tells a condition nothing of what it is about to delete.
 */
export class ControlPlanesStay extends Construct {
  public constructor(scope: Construct, id: string, { cluster, count, securityGroupId }: ControlPlanesStayProps) {
    super(scope, id);
    new DataOpenstackNetworkingPortIdsV2(this, "Resource", {
      tags: [`cluster=${cluster}`],
      securityGroupIds: [securityGroupId],
      lifecycle: {
        postcondition: [
          {
            condition: `\${length(self.ids) <= ${count}}`,
            errorMessage:
              `cluster ${cluster} has \${length(self.ids)} control planes, and the file says ${count}: set controlPlane.count back, since deleting members of etcd ends its quorum. ` +
              `Control planes are counted by their ports; one of a node that is long gone: openstack port list --tags cluster=${cluster}, openstack port delete`,
          },
        ],
      },
    });
  }
}
