import type { ClusterFile } from "../../constructs/config/cluster";
import { ciliumInstall } from "../../constructs/machine/cilium";
import { shippedDocuments } from "../../constructs/machine/shipped";
import { good } from "../config/good";
import { pool } from "../support/clusters";
import { config } from "../support/synth";

type Cilium = NonNullable<NonNullable<ClusterFile["cni"]>["cilium"]>;
const INSTANCE = "app.kubernetes.io/instance";

interface Job {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly manualSelector: boolean;
    readonly ttlSecondsAfterFinished?: number;
    readonly selector: { readonly matchLabels: Record<string, string> };
    readonly template: {
      readonly metadata: { readonly labels: Record<string, string> };
      readonly spec: {
        readonly containers: readonly { image: string; args: string[]; env: { name: string; value: string }[] }[];
      };
    };
  };
}

const job = (cilium: Cilium = {}, rest: Partial<ClusterFile> = {}): Job => {
  const documents = ciliumInstall(config({ cni: { cilium }, ...rest })) as unknown as (Job & { kind: string })[];
  const [found, ...others] = documents.filter(({ kind }) => kind === "Job");
  if (found === undefined || others.length > 0) throw new Error("not one Job");
  return found;
};

const environment = (of: Job): Record<string, string> =>
  Object.fromEntries(
    of.spec.template.spec.containers.flatMap(({ env }) => env.map(({ name, value }) => [name, value])),
  );

const values = (of: Job) => JSON.parse(environment(of)["CILIUM_VALUES"] ?? "") as Record<string, unknown>;

describe("the Job's name", () => {
  test("is the same in the three places that must agree", () => {
    const { metadata, spec } = job();
    expect(metadata.name).toMatch(/^cilium-install-[0-9a-f]{8}$/);
    expect(spec.selector.matchLabels).toEqual({ [INSTANCE]: metadata.name });
    expect(spec.template.metadata.labels).toEqual({ [INSTANCE]: metadata.name });
  });

  test("is the same for the same input", () => {
    expect(job()).toEqual(job());
    expect(job({ values: { a: 1 } })).toEqual(job({ values: { a: 1 } }));
  });

  // A Job cannot be changed: https://github.com/siderolabs/talos/issues/11603
  test.each<[string, Cilium]>([
    ["version", { version: "1.19.0" }],
    ["chart", { chart: "oci://registry.example.org/cilium" }],
    ["image of Helm", { helmImage: "registry.example.org/helm:4.3.0" }],
    ["value", { values: { hubble: { enabled: true } } }],
  ])("is another for another %s", (_name, cilium) => {
    expect(job(cilium).metadata.name).not.toBe(job().metadata.name);
  });

  test("does not change with the number of nodes, but for the first", () => {
    const of = (count: number) => job({}, { workers: { general: pool({ count }) } }).metadata.name;
    expect(of(2)).toBe(of(30));
  });
});

describe("the Job", () => {
  test("selects its pods by hand, since Kubernetes' own selector makes Talos refuse an unchanged Job", () => {
    expect(job().spec.manualSelector).toBe(true);
  });

  test("stays as a record, since Talos before 1.13 would make it anew", () => {
    expect(job().spec).not.toHaveProperty("ttlSecondsAfterFinished");
  });

  test("runs an image by digest, as cluster-admin it must be what it was", () => {
    for (const { image } of job().spec.template.spec.containers) {
      expect(image).toMatch(/^[a-z0-9./-]+:\d+\.\d+\.\d+@sha256:[0-9a-f]{64}$/);
    }
  });

  test("uses each of its variables", () => {
    const [container] = job().spec.template.spec.containers;
    const used = [...(container?.args.join(" ") ?? "").matchAll(/\$\((\w+)\)/g)].map(([, name]) => name);
    expect(used.sort()).toEqual(["CILIUM_CHART", "CILIUM_VALUES", "CILIUM_VERSION"]);
    expect(Object.keys(environment(job()))).toEqual(expect.arrayContaining(used));
  });

  test("leaves the shipped file as it is for the next cluster", () => {
    const before = structuredClone(shippedDocuments("manifests/cilium-install.yaml"));
    job({ version: "1.19.0" });
    expect(shippedDocuments("manifests/cilium-install.yaml")).toEqual(before);
    expect(environment(job())["CILIUM_VERSION"]).not.toBe("1.19.0");
  });
});

describe("the values", () => {
  test("ask for the API server where the Job itself does: KubePrism", () => {
    expect(values(job())).toMatchObject({ k8sServiceHost: "localhost", k8sServicePort: 7445 });
    expect(environment(job())).toMatchObject({ KUBERNETES_SERVICE_HOST: "localhost", KUBERNETES_SERVICE_PORT: "7445" });
  });

  test("replace kube-proxy", () => {
    expect(values(job())["kubeProxyReplacement"]).toBe(true);
  });

  test("load no kernel modules, which Talos allows no pod", () => {
    expect(JSON.stringify(values(job()))).not.toContain("SYS_MODULE");
  });

  test("of the file are merged over the shipped ones: maps merged, lists and the rest replaced", () => {
    const merged = values(
      job({
        values: {
          k8sServicePort: 6443,
          bpf: { masquerade: true },
          securityContext: { capabilities: { cleanCiliumState: ["NET_ADMIN"] } },
          hubble: { enabled: true },
        },
      }),
    );
    expect(merged).toMatchObject({
      k8sServicePort: 6443,
      k8sServiceHost: "localhost",
      bpf: { hostLegacyRouting: true, masquerade: true },
      securityContext: { capabilities: { cleanCiliumState: ["NET_ADMIN"] } },
      hubble: { enabled: true },
    });
    expect(merged).toHaveProperty("securityContext.capabilities.ciliumAgent");
  });

  test("have one operator where there is one node, since two keep off each other", () => {
    const single = { controlPlane: { ...good.controlPlane, count: 1 } };
    expect(values(job({}, single))["operator"]).toEqual({ replicas: 1 });
    expect(values(job({}, { controlPlane: { ...good.controlPlane, count: 3 } }))).not.toHaveProperty("operator");
    expect(values(job({ values: { operator: { replicas: 2 } } }, single))["operator"]).toEqual({ replicas: 2 });
  });
});

test("version and chart are the file's, the version without v", () => {
  expect(environment(job({ version: "v1.19.0", chart: "oci://registry.example.org/cilium" }))).toMatchObject({
    CILIUM_VERSION: "1.19.0",
    CILIUM_CHART: "oci://registry.example.org/cilium",
  });
});

test("the image of Helm is the file's", () => {
  const images = ({ spec }: Job) => spec.template.spec.containers.map(({ image }) => image);
  expect(images(job({ helmImage: "registry.example.org/helm:4.3.0" }))).toEqual(["registry.example.org/helm:4.3.0"]);
});
