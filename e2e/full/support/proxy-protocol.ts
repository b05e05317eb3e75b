import { connect } from "node:net";

/** What begins each connection by version 2 of the PROXY protocol, in hex. */
const SIGNATURE = "0d0a0d0a000d0a515549540a";

/** A pod that answers with the first bytes of a connection in hex, 16 of the header and 12 of two addresses and ports. */
export const HEADER_POD = `
apiVersion: v1
kind: Pod
metadata:
  name: header
  namespace: default
  labels: { app: header }
spec:
  nodeSelector: { example.org/tier: general }
  containers:
    - name: header
      image: docker.io/library/busybox:1
      command: [busybox, nc, -ll, -p, "8080", -e, sh, -c, "busybox head -c 28 | busybox xxd -p"]
`;

/** The Service of that pod, on two node ports. */
export const headerService = (http: number, https: number): string => `
apiVersion: v1
kind: Service
metadata:
  name: header
  namespace: default
spec:
  type: NodePort
  selector: { app: header }
  ports:
    - { name: http, port: 80, targetPort: 8080, nodePort: ${http} }
    - { name: https, port: 443, targetPort: 8080, nodePort: ${https} }
`;

/** The client's address in the header that arrived at the pod, through a port of the load balancer. */
export async function clientInHeader(address: string, port: number): Promise<string> {
  const hex = (await answerOf(address, port)).replace(/\s/g, "");
  if (!hex.startsWith(SIGNATURE)) throw new Error(`${hex} does not begin as the PROXY protocol does`);
  const source = Buffer.from(hex, "hex").subarray(16, 20);
  return [...source].join(".");
}

/** What a server says to somebody who says nothing but enough for it to begin. */
const answerOf = (host: string, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let text = "";
    socket.setTimeout(10_000, () => socket.destroy(new Error(`${host}:${port} does not answer`)));
    socket.on("connect", () => socket.write(".".repeat(64)));
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => {
      resolve(text);
    });
  });
