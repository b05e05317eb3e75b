import type { Cloud } from "../../support/openstack";
import { waitUntil } from "../../support/wait";
import { addFloatingIp } from "./existing-network";

interface LoadBalancer {
  readonly id: string;
  readonly vip_address: string;
  readonly vip_port_id: string;
  readonly provisioning_status: string;
}

/** A load balancer in Octavia, as a cloud's own team would run it for somebody: made by hand, known by its addresses. */
export class OctaviaLoadBalancer {
  private pools: Readonly<Record<number, string>> = {};

  private constructor(
    private readonly cloud: Cloud,
    private readonly id: string,
    /** Address within the network of the nodes. */
    public readonly address: string,
    private readonly floatingIp: { readonly id: string; readonly address: string },
  ) {}

  /** Address outside. */
  public get publicAddress(): string {
    return this.floatingIp.address;
  }

  /** Makes one in a subnet, with a floating IP and no backends. */
  public static async create(cloud: Cloud, name: string, subnetId: string): Promise<OctaviaLoadBalancer> {
    const { loadbalancer } = await cloud.send<{ loadbalancer: LoadBalancer }>(
      "POST",
      "load-balancer",
      "/v2/lbaas/loadbalancers",
      { loadbalancer: { name, vip_subnet_id: subnetId } },
    );
    const floatingIp = await addFloatingIp(cloud, loadbalancer.vip_port_id);
    const made = new OctaviaLoadBalancer(cloud, loadbalancer.id, loadbalancer.vip_address, floatingIp);
    await made.settled();
    return made;
  }

  /** Passes these ports on, by TCP, to backends that are not known yet. */
  public async listen(...ports: readonly number[]): Promise<void> {
    for (const port of ports) {
      const listener = await this.post<{ listener: { id: string } }>("listeners", {
        listener: { loadbalancer_id: this.id, protocol: "TCP", protocol_port: port, timeout_client_data: 3_600_000 },
      });
      const pool = await this.post<{ pool: { id: string } }>("pools", {
        pool: { listener_id: listener.listener.id, protocol: "TCP", lb_algorithm: "ROUND_ROBIN" },
      });
      this.pools = { ...this.pools, [port]: pool.pool.id };
    }
  }

  /** Adds what the apply has asked for: a port, and the backends that it leads to. */
  public async add(port: number, backends: readonly string[]): Promise<void> {
    for (const backend of backends) {
      const [address, to] = backend.split(":");
      await this.post(`pools/${this.pools[port] ?? ""}/members`, {
        member: { address, protocol_port: Number(to) },
      });
    }
  }

  /** Deletes it with all that is in it. */
  public async delete(): Promise<void> {
    await this.cloud.send("DELETE", "network", `/v2.0/floatingips/${this.floatingIp.id}`);
    await this.cloud.send("DELETE", "load-balancer", `/v2/lbaas/loadbalancers/${this.id}?cascade=true`);
    await waitUntil("the load balancer to be gone", 300, async () => {
      const { loadbalancers } = await this.cloud.get<{ loadbalancers: LoadBalancer[] }>(
        "load-balancer",
        "/v2/lbaas/loadbalancers",
      );
      return loadbalancers.every(({ id }) => id !== this.id) ? true : undefined;
    });
  }

  private async post<T>(path: string, body: unknown): Promise<T> {
    const made = await this.cloud.send<T>("POST", "load-balancer", `/v2/lbaas/${path}`, body);
    await this.settled();
    return made;
  }

  /** Octavia takes one change at a time. */
  private settled(): Promise<unknown> {
    return waitUntil("the load balancer to be ACTIVE", 300, async () => {
      const { loadbalancer } = await this.cloud.get<{ loadbalancer: LoadBalancer }>(
        "load-balancer",
        `/v2/lbaas/loadbalancers/${this.id}`,
      );
      return loadbalancer.provisioning_status === "ACTIVE" ? true : undefined;
    });
  }
}
