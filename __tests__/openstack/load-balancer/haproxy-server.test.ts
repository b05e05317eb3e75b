import type { ITerraformDependable, TerraformStack } from "cdktf";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { parse } from "yaml";
import { HaproxyServer, type HaproxyServerProps } from "../../../constructs/openstack/load-balancer/haproxy-server";
import { haproxyConfig } from "../../../constructs/openstack/load-balancer/haproxy-config";
import { localExecOf, nameOf, only, synth } from "../../support/synth";

const SERVER = "openstack_compute_instance_v2";
const CONTROL_PLANES = [{ name: "one", address: "10.0.0.11" }];

type Changes = Partial<HaproxyServerProps>;

const loadBalancer = (changes: Changes = {}, ready: (stack: TerraformStack) => ITerraformDependable[] = () => []) =>
  synth((stack) => {
    new HaproxyServer(stack, "lb", {
      name: "demo-lb",
      flavor: "m1.small",
      image: "debian-12",
      keyPair: "demo",
      sshUser: "debian",
      endpoint: { addresses: ["192.0.2.10"], nodeAddress: "10.0.0.10", portId: "port", ready: ready(stack) },
      backends: { controlPlanes: CONTROL_PLANES },
      knownHostsDir: "talosconfig",
      timeoutSeconds: 60,
      ...changes,
    });
  });

test("the server is made after its way out, by which it fetches its packages", () => {
  const json = loadBalancer({}, (stack) => [new Resource(stack, "way")]);
  expect(only(json, SERVER)["depends_on"]).toEqual(["null_resource.way"]);
});

const server = (changes: Changes = {}) => only(loadBalancer(changes), SERVER);
const environment = (changes: Changes = {}) => localExecOf(only(loadBalancer(changes), "null_resource")).environment;

describe("the server", () => {
  test("takes the port that certificates and DNS rely on", () => {
    expect(server()).toMatchObject({
      name: "demo-lb",
      flavor_name: "m1.small",
      key_pair: "demo",
      network: [{ port: "port" }],
    });
  });

  // Public images come and go: a plan years later must not fail because this one is gone.
  test("boots from the image of its name, which is not looked up", () => {
    const json = loadBalancer();
    expect(only(json, SERVER)).toMatchObject({ image_name: "debian-12" });
    expect(json.data).toBeUndefined();
  });

  test("or from the image of an id", () => {
    const booted = server({ image: "5f1c2d3e-0000-4000-8000-0123456789ab" });
    expect(booted).toMatchObject({ image_id: "5f1c2d3e-0000-4000-8000-0123456789ab" });
    expect(booted).not.toHaveProperty("image_name");
  });

  test("or from a volume with that image on it, the newest of its name", () => {
    const json = loadBalancer({ rootVolume: { sizeGiB: 20 } });
    const image = "data.openstack_images_image_v2";
    expect(only(json, image)).toEqual({ name: "debian-12", most_recent: true });
    const booted = only(json, SERVER);
    expect([booted["image_id"], booted["image_name"]]).toEqual([undefined, undefined]);
    expect(booted["block_device"]).toEqual([
      expect.objectContaining({
        volume_size: 20,
        source_type: "image",
        uuid: `\${${image}.${nameOf(json, image)}.id}`,
      }),
    ]);
  });

  test("is not replaced by a newer image, or by what its first boot was given", () => {
    expect(server()["lifecycle"]).toEqual({
      ignore_changes: expect.arrayContaining([
        "image_id",
        "image_name",
        "user_data",
        "block_device",
        "key_pair",
        "network",
      ]) as string[],
    });
  });

  test("stands in the zone that the file names, else where Nova likes", () => {
    expect(server({ zone: "az1" })["availability_zone"]).toBe("az1");
    expect(server()).not.toHaveProperty("availability_zone");
  });
});

describe("its first boot", () => {
  interface CloudConfig {
    readonly packages?: string[];
    readonly package_update?: boolean;
    readonly write_files: { path: string; encoding: string; content: string; defer: boolean }[];
    readonly runcmd: string[][];
  }
  const cloudInit = (changes: Changes = {}) => {
    const text = server(changes)["user_data"] as string;
    return { header: text.split("\n")[0], ...(parse(text) as CloudConfig) };
  };

  test("is a cloud-config that installs HAProxy", () => {
    const packages = ["haproxy", "unattended-upgrades"];
    expect(cloudInit()).toMatchObject({ header: "#cloud-config", packages, package_update: true });
  });

  test("lets security updates be installed every day without a reboot, unless the file says otherwise", () => {
    const file = (changes: Changes) => cloudInit(changes).write_files.find(({ path }) => path.startsWith("/etc/apt/"));
    expect(file({})?.content.split("\n")).toEqual(
      expect.arrayContaining([
        'APT::Periodic::Unattended-Upgrade "1";',
        'Unattended-Upgrade::Automatic-Reboot "false";',
      ]),
    );
    expect(file({ packages: false })).toBeDefined();
    expect(file({ securityUpdates: false })).toBeUndefined();
    expect(cloudInit({ securityUpdates: false }).packages).toEqual(["haproxy"]);
  });

  test("installs nothing from an image that holds HAProxy", () => {
    expect(cloudInit({ packages: false })).not.toHaveProperty("packages");
    expect(cloudInit({ packages: false })).not.toHaveProperty("package_update");
  });

  test("writes the configuration after the package, whose own it replaces", () => {
    const json = loadBalancer();
    const [written] = cloudInit().write_files;
    const local = /^\$\{base64encode\(local\.([\w-]+)\)\}$/.exec(written?.content ?? "")?.[1] ?? "";
    expect(written).toMatchObject({ path: "/etc/haproxy/haproxy.cfg", encoding: "b64", defer: true });
    expect(json.locals?.[local]).toBe(haproxyConfig({ controlPlanes: CONTROL_PLANES }));
  });

  test("starts HAProxy, now and at every boot", () => {
    expect(cloudInit().runcmd).toEqual([
      ["systemctl", "enable", "haproxy"],
      ["systemctl", "restart", "haproxy"],
      ["cp", "/etc/haproxy/haproxy.cfg", "/etc/haproxy/haproxy.cfg.loaded"],
    ]);
  });
});

describe("its configuration", () => {
  test("is pushed again when it changes, or when the server is another", () => {
    const json = loadBalancer();
    expect(only(json, "null_resource")["triggers"]).toEqual({
      configuration: expect.stringMatching(/^\$\{local\.lb_haproxy-routes_/) as string,
      server: `\${${SERVER}.${nameOf(json, SERVER)}.id}`,
    });
  });

  test("goes to the address by SSH, as the user of the image", () => {
    expect(environment()).toMatchObject({
      HOST: "192.0.2.10",
      SSH_USER: "debian",
      KEY_FILE: "",
      BASTION_HOST: "",
      BASTION_USER: "",
      BASTION_PORT: "",
      KNOWN_HOSTS_DIR: "talosconfig",
      TIMEOUT: "60",
    });
  });

  test("goes through the bastion and with the key of the file", () => {
    const bastion = { host: "jump.example.org", user: "ubuntu", port: 2222 };
    expect(environment({ bastion, sshUser: "ubuntu", sshPrivateKeyFile: "../keys/ops" })).toMatchObject({
      BASTION_HOST: "jump.example.org",
      BASTION_USER: "ubuntu",
      BASTION_PORT: "2222",
      KEY_FILE: "../keys/ops",
      SSH_USER: "ubuntu",
    });
  });

  test("takes the script of the other side along", () => {
    expect(environment()["REMOTE_SCRIPT"]).toMatch(/^# Runs on the load balancer as root/);
  });
});
