import type { ClusterFile } from "../../constructs/config/cluster";
import { TalosCluster } from "../../constructs/talos-cluster";
import { loadBalancer } from "../support/clusters";
import { config, fileWith, nameOf, only, type StackJson, synth, synthCluster } from "../support/synth";

const DATA = "terraform_data";
const factsOf = (changes: Partial<ClusterFile> = {}) => only(synthCluster(fileWith(changes)), DATA, "facts");
const inputOf = (changes: Partial<ClusterFile> = {}) => factsOf(changes)["input"] as Readonly<Record<string, string>>;

interface Check {
  readonly condition: string;
  readonly error_message: string;
}
const checksOf = (body: Readonly<Record<string, unknown>>) =>
  (body["lifecycle"] as { readonly postcondition: readonly Check[] }).postcondition;
const checkOf = (fact: string) => {
  const found = checksOf(factsOf()).find(({ condition }) => condition.includes(`self.input.${fact} == local.`));
  if (found === undefined) throw new Error(`nothing compares ${fact}`);
  return found;
};

test("a cluster remembers what it is", () => {
  expect(inputOf({ network: { create: { cidr: "10.7.0.0/24", externalNetwork: "public" } } })).toEqual({
    name: "demo",
    domain: "k8s.example.org",
    project: expect.stringMatching(/^\$\{data\.openstack_identity_auth_scope_v3\.\w+\.project_id\}$/) as string,
    project_name: expect.stringMatching(/project_name\}$/) as string,
    region: expect.stringMatching(/^\$\{local\.\w+\}$/) as string,
    network: "made with 10.7.0.0/24, behind public",
    pods: "10.244.0.0/16",
    services: "10.96.0.0/12",
    cni: "cilium",
    dns: "external",
    load_balancer: "haproxy, floating IP of public",
    ca: expect.stringContaining("timestamp()") as string,
  });
});

test("what it remembers stays, whatever the file says later", () => {
  expect(factsOf()["lifecycle"]).toMatchObject({ ignore_changes: ["input"] });
});

test("every fact is compared with what is so today, and one that was never recorded with nothing", () => {
  const facts = Object.keys(inputOf()).filter((fact) => fact !== "project_name");
  for (const fact of facts) expect(checkOf(fact).condition).toMatch(/^\$\{try\(.*, true\)\}$/);
  expect(checksOf(factsOf())).toHaveLength(facts.length);
});

test("an existing network is the same one, by name or by ID", () => {
  const id = "3d6a0000-0000-4000-8000-000000000000";
  expect(inputOf({ network: { id } })["network"]).toBe(id);
  expect(inputOf({ network: { name: "nodes" } })["network"]).toMatch(
    /^\$\{data\.openstack_networking_network_v2\.\w+\.id\}$/,
  );
});

test.each<[string, Partial<ClusterFile>]>([
  ["haproxy, without a floating IP", {}],
  [
    "haproxy, in network front, floating IP of public",
    { loadBalancer: loadBalancer({ network: "front", floatingIpPool: "public" }) },
  ],
  ["external", { loadBalancer: { kind: "external", addresses: ["192.0.2.20"], sources: ["10.9.0.0/24"] } }],
])("what the API's address depends on: %s", (fact, changes) => {
  expect(inputOf(changes)["load_balancer"]).toBe(fact);
});

test("text of the file is no expression here", () => {
  const stack = synth((scope) => {
    const network = {
      kind: "create" as const,
      cidr: "10.7.0.0/24",
      externalNetwork: "${file(1)}",
      dnsServers: [],
      mtu: 1500,
    };
    new TalosCluster(scope, "demo", { config: { ...config(), network } });
  });
  expect((only(stack, DATA, "facts")["input"] as { network: string }).network).toBe(
    "made with 10.7.0.0/24, behind $${file(1)}",
  );
});

test("a machine without secrets.yaml compares no fingerprint, and a cloud without regions no region", () => {
  for (const fact of ["ca", "region"]) expect(checkOf(fact).condition).toContain(`self.input.${fact} == "" || local.`);
});

describe("a message", () => {
  const texts = checksOf(factsOf()).map(({ error_message: text }) => text);

  test.each(texts)("is one sentence with both values and the way back: %s", (text) => {
    expect(text).toMatch(/^cluster \$\{self\.input\.name\} [^.]*(\.input\.|local\.)/);
    expect(text).toMatch(/: (set|use|restore) /);
  });

  test("names the one way to mean it, by the address that the resource really has", () => {
    const alone = only(synthCluster(fileWith()), DATA, "facts");
    expect(checksOf(alone)[0]?.error_message).toContain("add -replace=terraform_data.facts, once");
    const composed: StackJson = synth((stack) => {
      new TalosCluster(stack, "blue", { config: config() });
    });
    const name = nameOf(composed, DATA, "facts");
    expect(name).toMatch(/^blue_guard_facts_\w+$/);
    expect(checksOf(only(composed, DATA, "facts"))[0]?.error_message).toContain(
      `add -replace=terraform_data.${name}, once`,
    );
  });

  test.each(["name", "pods", "services"])("offers no way to mean another %s: that is another cluster", (fact) => {
    expect(checkOf(fact).error_message).not.toContain("-replace");
    expect(checkOf(fact).error_message).toContain("another cluster");
  });
});
