import type { ClusterConfig } from "../../constructs/config/schema";
import { DnsRecords } from "../../constructs/openstack/dns-records";
import { addresses, all, config, localExecOf, nameOf, only, type StackJson, synth } from "../support/synth";

const RECORD = "openstack_dns_recordset_v2";
const NSUPDATE = { kind: "rfc2136", zone: "example.org", server: "192.0.2.53:5353", keyFile: "keys/tsig.key" } as const;

const records = (dns: ClusterConfig["dns"]): StackJson =>
  synth((stack) => {
    new DnsRecords(stack, "dns", {
      dns: config({ dns }).dns,
      name: "demo.k8s.example.org",
      address: "192.0.2.10",
      timeoutSeconds: 60,
    });
  });

/** The block that everything waits on. */
const gate = (json: StackJson) => {
  const [found, ...others] = Object.entries(all(json, "null_resource")).filter(([name]) => !name.includes("record"));
  if (found === undefined || others.length > 0) throw new Error("not one gate");
  return found[1];
};

describe.each([
  ["Designate's", { kind: "designate", zone: "example.org", ttl: 300 }],
  ["nsupdate's", { ...NSUPDATE, ttl: 300 }],
  ["somebody else's", { kind: "external" }],
] as const)("when the record is %s", (_name, dns) => {
  test("the gate waits until the name resolves to the address, for a time that is bounded", () => {
    expect(localExecOf(gate(records(dns))).environment).toMatchObject({
      KIND: dns.kind,
      NAME: "demo.k8s.example.org",
      ADDRESS: "192.0.2.10",
      TIMEOUT: "60",
    });
  });

  test("another address passes through the gate again", () => {
    expect(gate(records(dns))["triggers"]).toMatchObject({ name: "demo.k8s.example.org", address: "192.0.2.10" });
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

  test("the gate makes it, with the key file's path and not its content", () => {
    expect(localExecOf(gate(records(NSUPDATE))).environment).toMatchObject({
      ...target,
      TTL: "60",
      KEY_FILE: "../../../keys/tsig.key",
    });
  });

  test("without a key file the update is not signed", () => {
    const { kind, zone, server } = NSUPDATE;
    expect(localExecOf(gate(records({ kind, zone, server }))).environment["KEY_FILE"]).toBe("");
  });

  test("a block of its own removes it at the destroy, from what the state holds", () => {
    const removal = only(records(NSUPDATE), "null_resource", "record");
    const { environment, when } = localExecOf(removal);
    expect(when).toBe("destroy");
    expect(removal["triggers"]).toMatchObject({ ...target, KEY_FILE: "../../../keys/tsig.key" });
    const { REMOVE_A_RECORD: script, ...data } = environment;
    expect(script).toContain("nsupdate");
    for (const [key, value] of Object.entries(data)) expect(value).toBe(`\${self.triggers.${key}}`);
    expect(Object.keys(data)).toEqual(Object.keys(removal["triggers"] as object));
  });

  // Replacing the block would remove the record in between.
  test("another ttl or address leaves the removal alone", () => {
    const triggers = (ttl: number) => only(records({ ...NSUPDATE, ttl }), "null_resource", "record")["triggers"];
    expect(triggers(60)).toEqual(triggers(300));
  });

  test("at the destroy, the removal comes after everything that uses the name", () => {
    const json = records(NSUPDATE);
    expect(gate(json)["depends_on"]).toEqual([`null_resource.${nameOf(json, "null_resource", "record")}`]);
  });
});

test("when the record is somebody else's, there is nothing but the gate", () => {
  expect(addresses(records({ kind: "external" })).filter((address) => !address.startsWith("local."))).toEqual([
    expect.stringMatching(/^null_resource\.dns_/),
  ]);
});
