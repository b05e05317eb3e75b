import type { ClusterFile } from "../../constructs/config/cluster";
import type { IApiEndpoint } from "../../constructs/contracts";
import { ClusterDns } from "../../constructs/dns";
import { addresses, all, type Body, config, localExecOf, nameOf, only, type StackJson, synth } from "../support/synth";

const RECORD = "openstack_dns_recordset_v2";
const NSUPDATE = { kind: "rfc2136", zone: "example.org", server: "192.0.2.53:5353", keyFile: "keys/tsig.key" } as const;

const records = (dns: ClusterFile["dns"], addresses = ["192.0.2.10"]): StackJson =>
  synth((stack) => {
    const resolved = config({ dns }).dns;
    new ClusterDns(stack, "dns", {
      dns: resolved,
      name: "demo.k8s.example.org",
      wildcardDomain: resolved.wildcardDomain,
      endpoint: { addresses, nodeAddress: "10.0.0.10" },
      timeoutSeconds: 60,
    });
  });

/** The null_resource of that id below `dns`; the gate has no id of its own. */
const block = (json: StackJson, id: string): Body => only(json, "null_resource", `dns_${id}_`);
const gateName = (json: StackJson) =>
  Object.keys(all(json, "null_resource")).find((name) => /^dns_[0-9A-F]{8}$/.test(name)) ?? "";
const gate = (json: StackJson): Body => all(json, "null_resource")[gateName(json)] ?? {};

describe.each([
  ["Designate's", { kind: "designate", zone: "example.org", ttl: 300 }],
  ["nsupdate's", { ...NSUPDATE, ttl: 300 }],
  ["somebody else's", { kind: "external" }],
] as const)("when the record is %s", (_name, dns) => {
  test("the gate waits until the name resolves to the address, for a time that is bounded", () => {
    expect(localExecOf(gate(records(dns))).environment).toMatchObject({
      NAMES: "demo.k8s.example.org",
      ADDRESSES: "192.0.2.10",
      TIMEOUT: "60",
    });
  });

  test("another address passes through the gate again", () => {
    expect(gate(records(dns))["triggers"]).toMatchObject({ name: "demo.k8s.example.org", address: "192.0.2.10" });
  });

  test("several addresses are waited for together", () => {
    const json = records(dns, ["192.0.2.10", "192.0.2.11"]);
    expect(localExecOf(gate(json)).environment["ADDRESSES"]).toBe("192.0.2.10 192.0.2.11");
  });
});

describe("when the record is Designate's", () => {
  const json = () => records({ kind: "designate", zone: "example.org", ttl: 300 });

  test("it is made in the zone, with the name's trailing dot", () => {
    expect(only(json(), "data.openstack_dns_zone_v2")).toEqual({ name: "example.org." });
    expect(only(json(), RECORD)).toMatchObject({
      zone_id: `\${data.openstack_dns_zone_v2.${nameOf(json(), "data.openstack_dns_zone_v2")}.id}`,
      name: "demo.k8s.example.org.",
      type: "A",
      ttl: 300,
      records: ["192.0.2.10"],
    });
  });

  test("the provider does not wait for it, since it forgets a record whose wait was interrupted", () => {
    expect(only(json(), RECORD)["disable_status_check"]).toBe(true);
  });

  test("the gate comes after it", () => {
    expect(gate(json())["depends_on"]).toEqual([`${RECORD}.${nameOf(json(), RECORD)}`]);
  });

  test("a wildcard is a record of its own", () => {
    const both = records({ kind: "designate", zone: "example.org", wildcard: "apps" });
    expect(Object.values(all(both, RECORD)).map(({ name }) => name)).toEqual([
      "demo.k8s.example.org.",
      "*.apps.demo.k8s.example.org.",
    ]);
    expect(gate(both)["depends_on"]).toHaveLength(2);
  });
});

describe("when the record is nsupdate's", () => {
  const target = { NAME: "demo.k8s.example.org", ZONE: "example.org", SERVER: "192.0.2.53:5353" };

  test("a block of its own makes it, with the key file's path and not its content", () => {
    expect(localExecOf(block(records(NSUPDATE), "update")).environment).toMatchObject({
      NAMES: "demo.k8s.example.org",
      ADDRESSES: "192.0.2.10",
      ZONE: target.ZONE,
      SERVER: target.SERVER,
      TTL: "60",
      KEY_FILE: "../../../keys/tsig.key",
    });
  });

  test("it is made again when anything of it changes", () => {
    const { triggers } = block(records(NSUPDATE), "update");
    const { environment } = localExecOf(block(records(NSUPDATE), "update"));
    expect(environment).toMatchObject(triggers as object);
    expect(Object.keys(triggers as object).sort()).toEqual(["ADDRESSES", "KEY_FILE", "NAMES", "SERVER", "TTL", "ZONE"]);
  });

  test("without a key file the update is not signed", () => {
    const { kind, zone, server } = NSUPDATE;
    expect(localExecOf(block(records({ kind, zone, server }), "update")).environment["KEY_FILE"]).toBe("");
  });

  test("a block of its own removes it at the destroy, from what the state holds", () => {
    const removal = block(records(NSUPDATE), "record");
    const { environment, when } = localExecOf(removal);
    expect(when).toBe("destroy");
    expect(removal["triggers"]).toMatchObject({ ...target, KEY_FILE: "../../../keys/tsig.key" });
    const { REMOVE_A_RECORD: script, ...data } = environment;
    expect(script).toContain("nsupdate");
    for (const [key, value] of Object.entries(data)) expect(value).toBe(`\${self.triggers.${key}}`);
    expect(Object.keys(data).sort()).toEqual(["KEY_FILE", "NAME", "SERVER", "ZONE"]);
  });

  // Replacing the block would remove the record in between.
  test("another ttl or address leaves the removal alone", () => {
    const triggers = (ttl: number) => block(records({ ...NSUPDATE, ttl }), "record")["triggers"];
    expect(triggers(60)).toEqual(triggers(300));
  });

  // Without it, the triggers of a record that exists would differ from its state's, and the record would be removed.
  test("the removal keeps the triggers that it had in the first versions", () => {
    expect(Object.keys(block(records(NSUPDATE), "record")["triggers"] as object)).toContain("WILDCARD");
  });

  test("at the destroy, the removal comes after everything that uses the name", () => {
    const json = records(NSUPDATE);
    const address = (id: string) => `null_resource.${nameOf(json, "null_resource", `dns_${id}_`)}`;
    expect(gate(json)["depends_on"]).toEqual([address("record"), address("update")]);
    expect(block(json, "update")["depends_on"]).toEqual([address("record")]);
  });
});

test("when the record is somebody else's, there is nothing but the gate", () => {
  expect(addresses(records({ kind: "external" })).filter((address) => !address.startsWith("local."))).toEqual([
    `null_resource.${gateName(records({ kind: "external" }))}`,
  ]);
});

test("the operator is told which records somebody else has to make", () => {
  const { HINT: hint } = localExecOf(gate(records({ kind: "external", wildcard: "apps" }))).environment;
  expect(hint).toMatch(/: demo\.k8s\.example\.org and \*\.apps\.demo\.k8s\.example\.org must have$/);
  expect(localExecOf(gate(records({ kind: "designate" }))).environment["HINT"]).toBe("");
});

describe("when the cluster has no name", () => {
  const build = (endpoint: IApiEndpoint) => {
    let hosts: unknown;
    const json = synth((stack) => {
      const { host, nodeHost, hasName, done } = new ClusterDns(stack, "dns", {
        dns: config({ dns: { kind: "none" } }).dns,
        name: "demo",
        endpoint,
        timeoutSeconds: 60,
      });
      hosts = { host, nodeHost, hasName, done };
    });
    return { json, hosts };
  };

  test("its address stands for the name, for nodes the one inside; nothing is made, and nothing waited for", () => {
    const { json, hosts } = build({ addresses: ["192.0.2.10"], nodeAddress: "10.0.0.10" });
    expect(hosts).toEqual({ host: "192.0.2.10", nodeHost: "10.0.0.10", hasName: false, done: [] });
    expect(addresses(json)).toEqual([]);
  });
});
