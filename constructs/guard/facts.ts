import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import type { ResolvedClusterConfig } from "../config/cluster";
import type { ICloud } from "../contracts";
import { escapeTemplate } from "../core/escape";
import { addressOf } from "../core/expression";
import { TerraformData } from "../core/terraform-data";
import { checksOf } from "./fact-checks";

/** The OS CA of the cluster's secrets, by the SHA-256 of its certificate; empty where secrets.yaml is not. */
export interface CaFingerprint {
  /** As an expression that is known while planning, once the secrets have been made. */
  readonly now: string;
  /** As an expression that is never known while planning. */
  readonly late: string;
}

export interface ClusterFactsProps {
  readonly config: ResolvedClusterConfig;
  readonly cloud: ICloud;
  /** ID of the network of the nodes; may be a token. */
  readonly networkId: string;
  readonly ca: CaFingerprint;
}

/**
 * What the cluster was made as, in the state from its first apply on; a plan for something else fails.
 *
 * What is recorded stays, whatever the file says later, until somebody asks for this resource to be replaced. Then the
 * file's values are recorded. OpenTofu only warns of failed conditions while it plans to destroy everything.
 */
export class ClusterFacts extends Construct {
  /** The resource, for a name of its own. */
  public readonly resource: TerraformData;
  /** Reference to the ID of the project that the cluster was made in, without braces. */
  public readonly projectId: string;

  public constructor(scope: Construct, id: string, props: ClusterFactsProps) {
    super(scope, id);
    const { cloud, ca } = props;
    const facts = {
      ...textFacts(props),
      project: cloud.projectId,
      project_name: cloud.projectName,
      region: cloud.region,
    };
    const today = new TerraformLocal(this, "today", { ...facts, ca: ca.now });
    this.resource = new TerraformData(this, "Resource", {
      // Late, so that an apply which makes the secrets, or a machine that has none to plan with, records what is there then.
      input: { ...facts, ca: ca.late },
    });
    const address = addressOf("terraform_data", this.resource);
    this.resource.lifecycle = {
      ignoreChanges: ["input"],
      postcondition: checksOf(today.fqn, address),
    };
    this.projectId = `${address}.input.project`;
  }
}

/** The facts that the file says, each as one text. */
function textFacts({ config, networkId }: ClusterFactsProps) {
  const { name, domain, kubernetes, cni } = config;
  return {
    name,
    domain: domain ?? "none",
    network: networkFact(config.network, networkId),
    pods: kubernetes.podCidr,
    services: kubernetes.serviceCidr,
    cni: cni.kind,
    dns: dnsFact(config.dns),
    load_balancer: loadBalancerFact(config.loadBalancer),
  };
}

/** An existing network is what it is by its ID, however the file finds it. */
const networkFact = (network: ResolvedClusterConfig["network"], id: string): string =>
  network.kind === "create"
    ? `made with ${network.cidr}, behind ${escapeTemplate(network.externalNetwork)}`
    : network.kind === "id"
      ? escapeTemplate(network.id)
      : id;

const dnsFact = (dns: ResolvedClusterConfig["dns"]): string =>
  "zone" in dns ? `${dns.kind}, zone ${dns.zone}` : dns.kind;

/** What the address of the API depends on. */
function loadBalancerFact(loadBalancer: ResolvedClusterConfig["loadBalancer"]): string {
  if (loadBalancer.kind !== "haproxy") return loadBalancer.kind;
  const { network, floatingIpPool: pool } = loadBalancer;
  return [
    loadBalancer.kind,
    ...(network === undefined ? [] : [`in network ${escapeTemplate(network)}`]),
    pool === undefined ? "without a floating IP" : `floating IP of ${escapeTemplate(pool)}`,
  ].join(", ");
}
