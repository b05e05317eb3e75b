import { randomUUID } from "node:crypto";
import { CONTROL_PLANES } from "../lab/cluster";
import type { LabProject } from "../lab/project";
import * as neutron from "../support/neutron";
import type { Story } from "../support/story";
import type { Promised } from "./pods";

interface Line {
  readonly level: string;
  readonly stage: string;
  readonly requestURI: string;
  readonly verb: string;
  readonly user: { readonly username: string };
  readonly requestObject?: unknown;
}

/** What the audit policy of patches/controlplane.yaml promises. */
export function auditChecks({ check }: Story, promised: () => Promised, project: () => LabProject): void {
  check(
    "the audit log says who did what once, never the content, and nothing of the load balancer's probes",
    async () => {
      const { client } = promised();
      const content = randomUUID();
      await client.kubectl("create", "configmap", "e2e-audited", `--from-literal=key=${content}`);
      await client.kubectl("get", "--raw", "/readyz");
      const addresses = Object.values(await neutron.nodeAddresses(project().cloud, CONTROL_PLANES));
      const logs = await Promise.all(addresses.map((address) => client.talosctl("-n", address, "read", LOG)));
      for (const log of logs) expect(log).not.toContain(content);
      // Its first line may be half of one that the log's rotation has cut.
      const lines = logs.flatMap((log) => log.trim().split("\n")).map((line) => JSON.parse(line) as Line);
      const created = lines.filter(({ verb, requestURI }) => verb === "create" && /\/configmaps\?/.test(requestURI));
      const ours = created.filter(({ user }) => user.username === "admin");
      expect(ours.map(({ level, stage }) => [level, stage])).toEqual([["Metadata", "ResponseComplete"]]);
      const stages = new Set(lines.map(({ stage }) => stage));
      expect(stages).toContain("ResponseComplete");
      expect(stages).not.toContain("RequestReceived");
      expect(new Set(lines.map(({ level }) => level))).toEqual(new Set(["Metadata"]));
      expect(lines.filter(({ requestURI }) => /^\/(healthz|livez|readyz)/.test(requestURI))).toEqual([]);
    },
  );
}

const LOG = "/var/log/audit/kube/kube-apiserver.log";
