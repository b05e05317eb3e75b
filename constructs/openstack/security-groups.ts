import { Construct } from "constructs";
import { NetworkingSecgroupRuleV2 } from "@cdktf/provider-openstack/networking-secgroup-rule-v2";
import { NetworkingSecgroupV2 } from "@cdktf/provider-openstack/networking-secgroup-v2";
import { type GroupName, GROUPS, type Rule, type RuleInputs, securityRules } from "./security-rules";

/** The groups of a cluster, by what they are for. */
export interface ISecurityGroups {
  /** IDs of the groups of a load balancer's port. Tokens. */
  readonly loadBalancer: readonly string[];
  /** IDs of the groups of a control plane's port. Tokens. */
  readonly controlPlane: readonly string[];
  /** IDs of the groups of a worker's port. Tokens. */
  readonly worker: readonly string[];
}

export interface SecurityGroupsProps extends RuleInputs {
  /** Name of the cluster; the groups are called `<name>-<group>`. */
  readonly name: string;
}

/** The security groups of a cluster and their rules, from one table. */
export class SecurityGroups extends Construct implements ISecurityGroups {
  public readonly loadBalancer: readonly string[];
  public readonly controlPlane: readonly string[];
  public readonly worker: readonly string[];

  public constructor(scope: Construct, id: string, props: SecurityGroupsProps) {
    super(scope, id);
    const groups = Object.fromEntries(
      Object.entries(GROUPS).map(([group, description]) => [
        group,
        new NetworkingSecgroupV2(this, group, {
          name: `${props.name}-${group}`,
          description,
          // Neutron's own two rules name neither a network nor a group; ours below say what leaves.
          deleteDefaultRules: true,
        }),
      ]),
    ) as Record<GroupName, NetworkingSecgroupV2>;
    for (const rule of securityRules(props)) this.addRule(groups, rule);
    this.loadBalancer = [groups["load-balancer"].id];
    this.controlPlane = [groups.nodes.id, groups["control-plane"].id];
    this.worker = [groups.nodes.id];
  }

  private addRule(groups: Record<GroupName, NetworkingSecgroupV2>, rule: Rule): void {
    // The id is made of the rule itself, so that removing one renames no other.
    const source = "cidr" in rule.remote ? rule.remote.key : rule.remote.group;
    new NetworkingSecgroupRuleV2(groups[rule.group], `${rule.direction}-${rule.name}-${source}`, {
      securityGroupId: groups[rule.group].id,
      direction: rule.direction,
      ethertype: rule.ethertype,
      description: rule.description,
      ...(rule.protocol === undefined ? {} : { protocol: rule.protocol }),
      ...(rule.ports === undefined ? {} : { portRangeMin: rule.ports[0], portRangeMax: rule.ports[1] }),
      ...("cidr" in rule.remote
        ? { remoteIpPrefix: rule.remote.cidr }
        : { remoteGroupId: groups[rule.remote.group].id }),
    });
  }
}
