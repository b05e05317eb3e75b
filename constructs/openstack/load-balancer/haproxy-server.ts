import { type ITerraformDependable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { ComputeInstanceV2 } from "@cdktf/provider-openstack/compute-instance-v2";
import { DataOpenstackImagesImageV2 } from "@cdktf/provider-openstack/data-openstack-images-image-v2";
import { asset } from "../../assets";
import type { Backend, Backends, KnownResources, ServedEndpoint } from "../../contracts";
import { localExec, scriptText } from "../../core/local-exec";
import { type RootVolume, rootDisk } from "../root-disk";
import type { IPortEndpoint } from "./endpoint";
import { haproxyCloudInit } from "./haproxy-cloud-init";
import { haproxyConfig, haproxyRoutes } from "./haproxy-config";
import type { IngressLimits } from "./haproxy-limits";

export interface HaproxyServerProps {
  /** Name of the server. */
  readonly name: string;
  /** Name of the flavor. */
  readonly flavor: string;
  /** Image with cloud-init and apt, by name or ID. */
  readonly image: string;
  /** Name of the key pair of `sshUser`. */
  readonly keyPair: string;
  /** User that may use sudo without a password. */
  readonly sshUser: string;
  /**
   * Private key, relative to the stack or absolute.
   *
   * @default - the SSH agent and its keys
   */
  readonly sshPrivateKeyFile?: string | undefined;
  /**
   * Jump host through which the server is reached.
   *
   * @default - none
   */
  readonly bastion?: { readonly host: string; readonly user: string; readonly port: number } | undefined;
  /**
   * Root disk as a Cinder volume.
   *
   * @default - the flavor's local disk
   */
  readonly rootVolume?: RootVolume | undefined;
  /**
   * Availability zone.
   *
   * @default - Nova's choice
   */
  readonly zone?: string | undefined;
  /**
   * Let cloud-init install HAProxy with apt.
   *
   * @default true
   */
  readonly packages?: boolean;
  /**
   * Let the server install its security updates every day.
   *
   * @default true
   */
  readonly securityUpdates?: boolean;
  /** The port that the server takes. */
  readonly endpoint: IPortEndpoint;
  readonly backends: Backends<Backend>;
  /**
   * Limits of connections on ports 80 and 443.
   *
   * @default - 4000 connections on each, closed after five silent minutes, without the PROXY protocol
   */
  readonly ingressLimits?: IngressLimits;
  /** Directory of the operator's machine where the SSH host key is remembered; relative to the stack, or absolute. */
  readonly knownHostsDir: string;
  /** How long to wait for SSH and cloud-init, in seconds. */
  readonly timeoutSeconds: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A server that runs HAProxy: cloud-init brings it up by itself, and every later configuration is pushed and reloaded. */
export class HaproxyServer extends Construct implements ServedEndpoint {
  public readonly resources: readonly ITerraformDependable[];
  /** The null_resource that pushes the configuration. */
  public readonly done: Resource;
  public readonly known: KnownResources;

  public constructor(scope: Construct, id: string, props: HaproxyServerProps) {
    super(scope, id);
    const config = new TerraformLocal(this, "haproxy-cfg", haproxyConfig(props.backends, props.ingressLimits)).asString;
    const server = this.addServer(props, config);
    this.resources = [server];
    this.done = this.addConfiguration(props, server, config);
    this.known = { apply_haproxy_config: this.done };
  }

  private addServer(props: HaproxyServerProps, config: string): ComputeInstanceV2 {
    const { ready } = props.endpoint;
    return new ComputeInstanceV2(this, "Resource", {
      name: props.name,
      flavorName: props.flavor,
      keyPair: props.keyPair,
      network: [{ port: props.endpoint.portId }],
      userData: haproxyCloudInit(config, { packages: props.packages ?? true, updates: props.securityUpdates ?? true }),
      configDrive: true,
      ...this.bootSource(props),
      ...(props.zone === undefined ? {} : { availabilityZone: props.zone }),
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
          "network",
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
  private bootSource({ image, rootVolume }: HaproxyServerProps) {
    if (UUID.test(image)) return rootDisk(image, rootVolume);
    if (rootVolume === undefined) return { imageName: image };
    const found = new DataOpenstackImagesImageV2(this, "image", { name: image, mostRecent: true });
    return rootDisk(found.id, rootVolume);
  }

  private addConfiguration(props: HaproxyServerProps, server: ComputeInstanceV2, config: string): Resource {
    const routes = new TerraformLocal(this, "haproxy-routes", haproxyRoutes(props.backends, props.ingressLimits));
    return new Resource(this, "configuration", {
      // The text itself, so that a plan shows what changes in it.
      triggers: { configuration: routes.asString, server: server.id },
      provisioners: [
        localExec(this, {
          script: asset("constructs/openstack/load-balancer/scripts/apply-haproxy-config.sh"),
          environment: {
            HOST: props.endpoint.addresses[0] ?? "",
            SERVER_ID: server.id,
            SSH_USER: props.sshUser,
            KEY_FILE: props.sshPrivateKeyFile ?? "",
            ...jumpThrough(props.bastion),
            KNOWN_HOSTS_DIR: props.knownHostsDir,
            CONFIGURATION: config,
            REMOTE_SCRIPT: scriptText(asset("constructs/openstack/load-balancer/scripts/remote-install-haproxy.sh")),
            TIMEOUT: String(props.timeoutSeconds),
          },
        }),
      ],
    });
  }
}

const jumpThrough = (bastion: HaproxyServerProps["bastion"]): Record<string, string> => ({
  BASTION_HOST: bastion?.host ?? "",
  BASTION_USER: bastion?.user ?? "",
  BASTION_PORT: bastion === undefined ? "" : String(bastion.port),
});
