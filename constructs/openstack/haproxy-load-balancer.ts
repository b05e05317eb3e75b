import { Fn, type ITerraformDependable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { stringify } from "yaml";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { ComputeInstanceV2 } from "@cdktf/provider-openstack/compute-instance-v2";
import { DataOpenstackImagesImageV2 } from "@cdktf/provider-openstack/data-openstack-images-image-v2";
import { asset } from "../assets";
import type { ResolvedLoadBalancer } from "../config/types";
import { scriptText, localExec } from "../core/local-exec";
import { fromStack } from "../core/paths";
import type { IApiAddress } from "./api-address";
import { type Backend, haproxyConfig, type Ingress } from "./haproxy-config";
import { rootDisk } from "./root-disk";

/** A load balancer that serves the configuration it was given. */
export interface ILoadBalancer {
  /** The machine, for what must wait until it is asked for. */
  readonly server: ITerraformDependable;
  /** Done when the load balancer serves what the last apply wanted. */
  readonly configured: ITerraformDependable;
}

export interface HaproxyLoadBalancerProps {
  /** Flavor, image, SSH and so on of the machine. */
  readonly loadBalancer: ResolvedLoadBalancer;
  /** The port that the machine takes. */
  readonly address: IApiAddress;
  /** The machines that serve 6443 and 50000. */
  readonly controlPlanes: readonly Backend[];
  /**
   * Ports 80 and 443.
   *
   * @default - closed
   */
  readonly ingress?: Ingress;
  /** Directory of the operator's machine where the SSH host key is remembered; relative to the stack, or absolute. */
  readonly knownHostsDir: string;
  /** How long to wait for SSH and cloud-init, in seconds. */
  readonly timeoutSeconds: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A server that runs HAProxy: cloud-init brings it up by itself, and every later configuration is pushed and reloaded. */
export class HaproxyLoadBalancer extends Construct implements ILoadBalancer {
  public readonly server: ITerraformDependable;
  /** The null_resource that pushes the configuration. */
  public readonly configured: Resource;

  public constructor(scope: Construct, id: string, props: HaproxyLoadBalancerProps) {
    super(scope, id);
    const config = new TerraformLocal(this, "haproxy-cfg", haproxyConfig(props.controlPlanes, props.ingress)).asString;
    const server = this.addServer(props, config);
    this.server = server;
    this.configured = this.addConfiguration(props, server, config);
  }

  private addServer(props: HaproxyLoadBalancerProps, config: string): ComputeInstanceV2 {
    const { loadBalancer: lb, address } = props;
    const { ready = [] } = address;
    return new ComputeInstanceV2(this, "Resource", {
      name: lb.name,
      flavorName: lb.flavor,
      keyPair: lb.keyPair,
      network: [{ port: address.portId }],
      userData: cloudInit(lb, config),
      configDrive: true,
      ...this.bootSource(lb),
      ...(lb.zone === undefined ? {} : { availabilityZone: lb.zone }),
      // The first boot decides these; a newer image or another set of nodes must not replace the machine.
      lifecycle: {
        ignoreChanges: [
          "image_id",
          "image_name",
          "user_data",
          "flavor_name",
          "block_device",
          "availability_zone",
          "key_pair",
        ],
      },
      // It fetches its packages while it boots.
      ...(ready.length > 0 ? { dependsOn: [...ready] } : {}),
    });
  }

  /**
   * The image by name without looking it up, where that is possible: public images come and go, and a plan or a destroy
   * years later must not fail because this one is gone.
   */
  private bootSource({ image, rootVolume }: ResolvedLoadBalancer) {
    if (UUID.test(image)) return rootDisk(image, rootVolume);
    if (rootVolume === undefined) return { imageName: image };
    const found = new DataOpenstackImagesImageV2(this, "image", { name: image, mostRecent: true });
    return rootDisk(found.id, rootVolume);
  }

  private addConfiguration(props: HaproxyLoadBalancerProps, server: ComputeInstanceV2, config: string): Resource {
    const { loadBalancer: lb, address } = props;
    return new Resource(this, "configuration", {
      // The text itself, so that a plan shows what changes in it.
      triggers: { configuration: config, server: server.id },
      provisioners: [
        localExec(this, {
          script: asset("constructs/openstack/scripts/apply-haproxy-config.sh"),
          environment: {
            HOST: address.address,
            SERVER_ID: server.id,
            SSH_USER: lb.sshUser,
            KEY_FILE: lb.sshPrivateKeyFile === undefined ? "" : fromStack(this, lb.sshPrivateKeyFile),
            BASTION: lb.bastion === undefined ? "" : `${lb.bastion.user}@${lb.bastion.host}:${lb.bastion.port}`,
            KNOWN_HOSTS_DIR: props.knownHostsDir,
            CONFIGURATION: config,
            REMOTE_SCRIPT: scriptText(asset("constructs/openstack/scripts/remote-install-haproxy.sh")),
            TIMEOUT: String(props.timeoutSeconds),
          },
        }),
      ],
    });
  }
}

/** What the machine does at its first boot; written after the package, whose own configuration file it replaces. */
function cloudInit(lb: ResolvedLoadBalancer, config: string): string {
  return `#cloud-config\n${stringify(
    {
      ...(lb.packages ? { package_update: true, packages: ["haproxy"] } : {}),
      write_files: [
        { path: "/etc/haproxy/haproxy.cfg", encoding: "b64", content: Fn.base64encode(config), defer: true },
      ],
      runcmd: [
        ["systemctl", "enable", "haproxy"],
        ["systemctl", "restart", "haproxy"],
      ],
    },
    { lineWidth: 0 },
  )}`;
}
