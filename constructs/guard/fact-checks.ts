import type { Postcondition } from "cdktf";

/** What a fact is, and what to tell who plans with another one. */
interface Fact {
  readonly key: string;
  /** What the cluster is, what the file or the machine says, and why that is no small edit; `was` and `now` are expressions. */
  readonly sentence: (was: string, now: string) => string;
  /** What to do; the second way is there for those that can be meant. */
  readonly wayBack: string;
  /** Whether the file's fact can take the place of the recorded one in a cluster that lives. */
  readonly movable: boolean;
}

/** In the order in which they are told. */
const FACTS: readonly Fact[] = [
  {
    key: "project",
    sentence: (was, now) =>
      `lives in project \${self.input.project_name} (${was}), and the credentials are of project \${TODAY.project_name} (${now})`,
    wayBack: "use credentials of its project",
    movable: true,
  },
  {
    key: "region",
    sentence: (was, now) => `lives in region ${was}, and this plan is for region ${now}`,
    wayBack: "set openstack.region or OS_REGION_NAME back",
    movable: true,
  },
  {
    key: "name",
    sentence: (_, now) => `is called ${now} in the file`,
    wayBack: "set name back; another cluster takes a file of its own, and with it a state of its own",
    movable: false,
  },
  {
    key: "domain",
    sentence: (was, now) => `has the domain ${was}, which its certificates know alone, and the file says ${now}`,
    wayBack: "set domain back",
    movable: true,
  },
  {
    key: "network",
    sentence: (was, now) => `has the network ${was}, where its nodes' addresses are, and the file says ${now}`,
    wayBack: "set network back",
    movable: true,
  },
  {
    key: "pods",
    sentence: (was, now) => `has pods in ${was}, and the file says ${now}`,
    wayBack: "set kubernetes.podCidr back; another range takes another cluster",
    movable: false,
  },
  {
    key: "services",
    sentence: (was, now) => `has services in ${was}, and the file says ${now}`,
    wayBack: "set kubernetes.serviceCidr back; another range takes another cluster",
    movable: false,
  },
  {
    key: "cni",
    sentence: (was, now) => `has the pod network ${was}, whose ports this plan would close, and the file says ${now}`,
    wayBack: "set cni.kind back",
    movable: true,
  },
  {
    key: "dns",
    sentence: (was, now) => `has its record by ${was}, which this plan would remove, and the file says ${now}`,
    wayBack: "set dns back",
    movable: true,
  },
  {
    key: "load_balancer",
    sentence: (was, now) => `has the load balancer ${was}, whose address is that of its API, and the file says ${now}`,
    wayBack: "set loadBalancer back",
    movable: true,
  },
  {
    key: "ca",
    sentence: (was, now) => `has an OS CA with SHA-256 ${was}, and that of secrets.yaml on this machine is ${now}`,
    wayBack: "restore the cluster's own secrets.yaml",
    movable: true,
  },
];

/** Facts that are not known everywhere: a machine without secrets.yaml plans too. */
const MAY_BE_UNKNOWN: readonly string[] = ["region", "ca"];

/**
 * A postcondition for each fact: what is recorded, against what is in the local `today`.
 *
 * A fact that an earlier version of the program did not record is not compared.
 */
export const checksOf = (today: string, address: string): Postcondition[] =>
  FACTS.map(({ key, sentence, wayBack, movable }) => {
    const [was, now] = [`self.input.${key}`, `${today}.${key}`];
    const unknown = MAY_BE_UNKNOWN.includes(key) ? `${was} == "" || ${now} == "" || ` : "";
    const meant = movable
      ? `. If it is meant: add -replace=${address}, once, after docs/operate/protection.md, "Facts"`
      : "";
    return {
      condition: `\${try(${unknown}${was} == ${now}, true)}`,
      errorMessage: `cluster \${self.input.name} ${sentence(`\${${was}}`, `\${${now}}`).replaceAll("TODAY", today)}: ${wayBack}${meant}`,
    };
  });
