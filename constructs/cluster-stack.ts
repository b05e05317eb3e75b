import {
  Annotations,
  type IResolvable,
  LocalBackend,
  S3Backend,
  TerraformLocal,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import { Construct } from "constructs";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { OpenstackProvider } from "@cdktf/provider-openstack/provider";
import type { ResolvedFile, StackSettings } from "./config/cluster";
import type { ResolvedState } from "./config/sections/state";
import { stackWarnings } from "./config/warnings";
import { fromStack } from "./core/paths";
import { TalosCluster } from "./talos-cluster";

/** A cluster file, from `loadConfig` or `parseFile`. */
export type ClusterStackProps = ResolvedFile;

/** One file, one cluster, one stack, one state: backend, providers, variables, the cluster, outputs. */
export class ClusterStack extends TerraformStack {
  public readonly cluster: TalosCluster;

  public constructor(scope: Construct, id: string, props: ClusterStackProps) {
    super(scope, id);
    const { config, settings } = props;
    // For `lifecycle.destroy`, and for an expression in `prevent_destroy`.
    this.addOverride("terraform.required_version", ">= 1.12.0");
    this.addBackend(settings.state);
    this.addProviders(settings);
    this.cluster = new TalosCluster(this, "cluster", {
      config,
      talosconfigDir: this.addDirectory(
        "talosconfig_dir",
        config.directories.talosconfig,
        "Directory of secrets.yaml, talosconfig and the machine configs",
      ),
      kubeconfigsDir: this.addDirectory(
        "kubeconfigs_dir",
        config.directories.kubeconfigs,
        "Directory of the kubeconfigs",
      ),
      protect: this.addProtect(config.protect),
    });
    this.nameKnownResources();
    this.addLocalsAndOutputs();
    for (const warning of stackWarnings(settings)) Annotations.of(this).addWarning(warning);
  }

  private addBackend(state: ResolvedState): void {
    if (state.kind === "local") {
      new LocalBackend(this, { path: fromStack(this, state.path) });
      return;
    }
    const elsewhere = state.endpoint !== undefined;
    new S3Backend(this, {
      bucket: state.bucket,
      key: state.key,
      region: state.region,
      ...(state.endpoint === undefined ? {} : { endpoints: { s3: state.endpoint } }),
      usePathStyle: state.pathStyle,
      ...(state.encrypt ? { encrypt: true } : {}),
      ...(state.kmsKeyId === undefined ? {} : { kmsKeyId: state.kmsKeyId }),
      ...(state.acl === undefined ? {} : { acl: state.acl }),
      // Stores that are not AWS know neither its regions, nor its accounts, nor its newer checksums.
      ...(elsewhere
        ? {
            skipRegionValidation: true,
            skipCredentialsValidation: true,
            skipRequestingAccountId: true,
            skipMetadataApiCheck: true,
            skipS3Checksum: true,
          }
        : {}),
    });
    // cdktf 0.21 has no property for it.
    if (state.lockFile) this.addOverride("terraform.backend.s3.use_lockfile", true);
  }

  private addProviders({ cloud, region, providers }: StackSettings): void {
    // Credentials come from the environment of the apply, never from here.
    new OpenstackProvider(this, "openstack", {
      ...(cloud === undefined ? {} : { cloud }),
      ...(region === undefined ? {} : { region }),
    });
    new NullProvider(this, "null");
    // The bindings pin the version that they were generated from; the file decides instead.
    this.addOverride("terraform.required_providers.openstack.version", providers.openstack);
    this.addOverride("terraform.required_providers.null.version", providers.null);
  }

  private addDirectory(name: string, path: string, description: string): string {
    const directory = new TerraformVariable(this, name, {
      type: "string",
      default: fromStack(this, path),
      description,
    });
    return directory.stringValue;
  }

  private addProtect(protect: boolean): IResolvable {
    return new TerraformVariable(this, "protect", {
      type: "bool",
      default: protect,
      nullable: false,
      description: "Refuse to destroy control planes and data volumes",
    }).booleanValue;
  }

  /** A cluster inside of another stack keeps ids of its path. */
  private nameKnownResources(): void {
    for (const [name, resource] of Object.entries(this.cluster.known)) resource.overrideLogicalId(name);
  }

  private addLocalsAndOutputs(): void {
    const { cluster } = this;
    const fqdn = new TerraformLocal(this, "cluster_fqdn", cluster.host);
    const endpoint = new TerraformLocal(this, "api_endpoint", fqdn.asString);
    const address = new TerraformLocal(this, "lb_ip", cluster.endpoint.addresses[0]);
    // A scope of their own: outputs may be called like variables and locals, constructs beside each other may not.
    const outputs = new Construct(this, "outputs");
    const output = (id: string, value: unknown, description: string) => {
      new TerraformOutput(outputs, id, { value, description }).overrideLogicalId(id);
    };
    output("api_endpoint", `https://${endpoint.asString}:6443`, "Address of the Kubernetes API");
    output("load_balancer_address", address.asString, "Address of the load balancer");
    output(
      "nodes",
      Object.fromEntries(cluster.nodes.map((n) => [n.name, n.address])),
      "Addresses of the nodes by name",
    );
    output("talosconfig", cluster.talosconfigPath, "Path of the talosconfig");
    output("kubeconfig", cluster.kubeconfigPath, "Path of the kubeconfig");
  }
}
