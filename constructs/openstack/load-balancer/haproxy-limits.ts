import { INGRESS_LIMITS } from "../../config/sections/load-balancer";

/** What the file says of the connections on ports 80 and 443. */
export interface IngressLimits {
  /** Connections at a time, on each of the two ports; more have to wait. */
  readonly maxConnections: number;
  /** How long a connection may be silent, in seconds. */
  readonly idleSeconds: number;
  /** Send the PROXY protocol, version 2, to the ingress controller. */
  readonly sendProxy: boolean;
}

/** Limits where nobody says anything of them. */
export const DEFAULT_LIMITS: IngressLimits = { ...INGRESS_LIMITS, sendProxy: false };

/** Lines of a frontend and of its backend. */
interface Lines {
  readonly frontend: readonly string[];
  readonly backend: readonly string[];
}

const NONE: Lines = { frontend: [], backend: [] };

/**
 * A connection takes 3 kB while it is silent, and 33 kB while it is at work. The two APIs together stay below 350 MB, and more
 * clients than this have no cluster: its nodes reach the API without the load balancer.
 */
const API_CONNECTIONS: Readonly<Record<string, number>> = { "kubernetes-api": 8000, "talos-api": 2000 };

/** What limits a frontend and its backend, by name: everything, or only what the file asked for. */
export function limitLines(name: string, limits: IngressLimits, which: "all" | "asked for"): Lines {
  const connections = API_CONNECTIONS[name];
  if (connections !== undefined) return which === "all" ? ofApi(name, connections) : NONE;
  const { maxConnections, idleSeconds } = limits;
  return {
    frontend: [
      ...(which === "all" || maxConnections !== INGRESS_LIMITS.maxConnections ? [`  maxconn ${maxConnections}`] : []),
      ...(which === "all" || idleSeconds !== INGRESS_LIMITS.idleSeconds ? [`  timeout client ${idleSeconds}s`] : []),
    ],
    backend:
      which === "all" || idleSeconds !== INGRESS_LIMITS.idleSeconds
        ? [`  timeout server ${idleSeconds}s`, `  timeout tunnel ${idleSeconds}s`]
        : [],
  };
}

/** A session of a control plane that is down ends at once, so that its client finds another one. */
const ofApi = (name: string, connections: number): Lines => ({
  frontend: [`  maxconn ${connections}`],
  backend: name === "talos-api" ? ["  default-server on-marked-down shutdown-sessions"] : [],
});
