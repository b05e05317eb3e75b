import { Construct } from "constructs";
import { NetworkingSecgroupRuleV2 } from "@cdktf/provider-openstack/networking-secgroup-rule-v2";
import { NetworkingSecgroupV2 } from "@cdktf/provider-openstack/networking-secgroup-v2";
import { bare } from "../../core/expression";
import { type GroupName, GROUPS, groupsOf, type FirewallRule, type FirewallInputs, firewallRules } from "./rules";

export interface SecurityGroupsProps extends FirewallInputs {
  /** Name of the cluster; the groups are called `<name>-<group>`. */
  readonly name: string;
  /**
   * ID of the project that the groups must come into being in; may be a token.
   *
   * @default - any
   */
  readonly projectId?: string;
}

/** The security groups of a cluster and their rules, from one table. */
export class SecurityGroups extends Construct {
  /** IDs of the groups of a load balancer's port; empty where it is somebody else's. Tokens. */
  public readonly loadBalancer: readonly string[];
  /** IDs of the groups of a control plane's port. Tokens. */
  public readonly controlPlane: readonly string[];
  /** ID of the group that ports of control planes have, and no others. A token. */
  public readonly controlPlaneGroupId: string;
  /** IDs of the groups of a worker's port. Tokens. */
  public readonly worker: readonly string[];
  private readonly groups = new Map<GroupName, NetworkingSecgroupV2>();

  public constructor(scope: Construct, id: string, props: SecurityGroupsProps) {
    super(scope, id);
    for (const group of groupsOf(props.loadBalancer)) this.addGroup(group, props);
    for (const rule of firewallRules(props)) this.addRule(rule);
    this.loadBalancer = this.groups.has("load-balancer") ? [this.group("load-balancer").id] : [];
    this.controlPlaneGroupId = this.group("control-plane").id;
    this.controlPlane = [this.group("nodes").id, this.controlPlaneGroupId];
    this.worker = [this.group("nodes").id];
  }

  private addGroup(group: GroupName, { name: cluster, projectId }: SecurityGroupsProps): void {
    const made = new NetworkingSecgroupV2(this, group, {
      name: `${cluster}-${group}`,
      description: GROUPS[group],
      // Neutron gives each group two rules that let everything leave; the table says what leaves instead.
      deleteDefaultRules: true,
      ...(projectId === undefined ? {} : { lifecycle: { postcondition: [isOf(projectId)] } }),
    });
    this.groups.set(group, made);
  }

  private group(name: GroupName): NetworkingSecgroupV2 {
    const found = this.groups.get(name);
    if (found === undefined) throw new Error(`a rule is about the security group ${name}, which this cluster has not`);
    return found;
  }

  private addRule(rule: FirewallRule): void {
    // The id is made of the rule itself, so that removing one renames no other.
    const source = "cidr" in rule.remote ? rule.remote.key : rule.remote.group;
    const group = this.group(rule.group);
    new NetworkingSecgroupRuleV2(group, `${rule.direction}-${rule.name}-${source}`, {
      securityGroupId: group.id,
      direction: rule.direction,
      ethertype: rule.ethertype,
      description: rule.description,
      ...(rule.protocol === undefined ? {} : { protocol: rule.protocol }),
      ...(rule.ports === undefined ? {} : { portRangeMin: rule.ports[0], portRangeMax: rule.ports[1] }),
      ...("cidr" in rule.remote
        ? { remoteIpPrefix: rule.remote.cidr }
        : { remoteGroupId: this.group(rule.remote.group).id }),
    });
  }
}

/** A saved plan asks nobody again whose credentials these are; all ports, and so all servers, wait for the groups. */
const isOf = (projectId: string) => ({
  condition: `\${self.tenant_id == null || self.tenant_id == ${bare(projectId)}}`,
  errorMessage: `security group \${self.name} is in project \${self.tenant_id}, and the plan was made with credentials of project ${projectId}: use the same credentials for plan and apply`,
});
