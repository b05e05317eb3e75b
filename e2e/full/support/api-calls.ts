import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { parse } from "yaml";

interface Kubeconfig {
  readonly clusters: readonly { readonly cluster: { readonly "certificate-authority-data": string } }[];
  readonly users: readonly {
    readonly user: { readonly "client-certificate-data": string; readonly "client-key-data": string };
  }[];
}

/** Calls of the Kubernetes API through the load balancer, each over a connection of its own. */
export class ApiCalls {
  private readonly address: string;
  private readonly agent: Agent;

  public constructor(address: string, kubeconfig: string) {
    this.address = address;
    const { clusters, users } = parse(readFileSync(kubeconfig, "utf8")) as Kubeconfig;
    this.agent = new Agent({
      keepAlive: false,
      ca: decode(clusters[0]?.cluster["certificate-authority-data"]),
      cert: decode(users[0]?.user["client-certificate-data"]),
      key: decode(users[0]?.user["client-key-data"]),
    });
  }

  /** Lists the nodes; whether that went well. */
  public call(): Promise<boolean> {
    return new Promise((resolve) => {
      const options = { host: this.address, port: 6443, path: "/api/v1/nodes", agent: this.agent, timeout: 10000 };
      const call = request(options, (answer) => {
        answer.resume();
        answer.on("end", () => {
          resolve(answer.statusCode === 200);
        });
        answer.on("error", () => {
          resolve(false);
        });
      });
      call.on("timeout", () => call.destroy(new Error("no answer")));
      call.on("error", () => {
        resolve(false);
      });
      call.end();
    });
  }
}

const decode = (base64 = "") => Buffer.from(base64, "base64");
