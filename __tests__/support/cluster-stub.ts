import { Shell, TALOSCTL_GEN } from "./shell";

/** The cluster of the tests: three control planes and three workers. */
export const NODES = [
  ...[0, 1, 2].map((n) => `cp-${n} controlplane control-plane 10.0.0.1${n}`),
  ...[0, 1, 2].map((n) => `w-${n} worker w 10.0.0.2${n}`),
].join("\n");

/** How a service is. */
export const HEALTHY = "STATE    Running\nHEALTH   OK\n";
export const UNHEALTHY = "STATE    Running\nHEALTH   Fail\n";

/**
 * Nodes whose answers are files: `<address>.<service>` or `<service>`, `<address>.dry-run` or `dry-run`, `stage`, `refusal`.
 * A config that was applied is kept in `<address>.applied`.
 */
const TALOSCTL = `${TALOSCTL_GEN}
case "$*" in
"gen config"*) case "$*" in *patch-metadata*) touch blocking ;; *) rm -f blocking ;; esac; echo "token: 8rqsnr.i6vqzvx9kuww2dnc"; exit ;;
esac
node=$6; shift 6
file() { if [ -e "$node.$1" ]; then cat "$node.$1"; elif [ -e "$1" ]; then cat "$1"; fi; }
case "$*" in
*" --dry-run "*)
  if [ -e blocking ] && [ -e dry-run-of-blocking ]; then cat dry-run-of-blocking >&2; exit 1; fi
  file dry-run ;;
*" kubeletspec "*) [ ! -e "$node.dead" ] || { echo "connection refused" >&2; exit 1; }; printf 'ghcr.io/siderolabs/kubelet:v1.35.9@sha256:abc' ;;
*" machinestatus "*) file stage ;;
version*) [ ! -e gone ] || exit 1 ;;
"service "*) file "$2" ;;
kubeconfig*) [ ! -e "$node.dead" ] || { echo "connection refused" >&2; exit 1; }; echo kubeconfig >"$2" ;;
apply-config*) if [ -e refusal ]; then cat refusal >&2; exit 1; fi; touch "$node.applied"; [ ! -e after ] || . ./after ;;
esac`;

/**
 * The Kubernetes API: Ready conditions are in the file `ready`, the turn's Lease is the file `lease`, which is compared
 * and swapped as the API server does it. It is written as the scripts read it: version|holder|apply|state|lender.
 */
export const KUBECTL = `
[ ! -e api-down ] || { echo "connection refused" >&2; exit 1; }
case "$*" in
*" get pods "*) for node in cp-0 cp-1 cp-2; do echo "$node=True"; echo "$node=True"; echo "$node=True"; done ;;
*" get nodes "*) cat ready ;;
*" get lease "*) [ ! -e lease ] || cat lease ;;
*" create "* | *" replace "*)
  cat >"manifest.$$"
  value() { sed -n "s|.*\\"$1\\": \\"\\([^\\"]*\\)\\".*|\\1|p" "manifest.$$"; }
  until mkdir lease.lock 2>/dev/null; do read -r -t 0.01 <> <(:) || true; done
  trap 'mv "manifest.$$" manifest; rmdir lease.lock' EXIT
  now=
  [ ! -e lease ] || now=$(cut -d '|' -f 1 lease)
  case "$*" in
  *" create "*) [ -z "$now" ] || { echo "Error from server (AlreadyExists): leases already exists" >&2; exit 1; } ;;
  *) [ "$(value resourceVersion)" = "$now" ] || { echo "Error from server (Conflict): the object has been modified" >&2; exit 1; } ;;
  esac
  printf '%s' "$((now + 1))|$(value holderIdentity)|$(value talos-openstack/apply)|$(value talos-openstack/state)|$(value talos-openstack/lender)" >lease.new
  mv lease.new lease ;;
esac`;

/** A shell with a healthy cluster behind its `talosctl` and `kubectl`. */
export function shellWithCluster(): Shell {
  const shell = new Shell();
  shell.stub("talosctl", TALOSCTL);
  shell.stub("kubectl", KUBECTL);
  shell.write("secrets.yaml", "secret\n");
  shell.write("etcd", HEALTHY);
  shell.write("kubelet", HEALTHY);
  shell.write("ready", ["cp-0", "cp-1", "cp-2", "w-0", "w-1", "w-2"].map((name) => `${name}=True|\n`).join(""));
  shell.write("stage", "rebooting");
  shell.write("dry-run", "Config diff:\n+ token: 8rqsnr.i6vqzvx9kuww2dnc\nApplied configuration without a reboot\n");
  return shell;
}

/** Whose turn it is, as the Lease says it. */
export interface Turn {
  readonly holder: string;
  readonly apply: string;
  readonly state: string;
  readonly lender: string;
}

/** What the Lease says; undefined before the first turn. */
export function turnOf(shell: Shell): Turn | undefined {
  if (!shell.exists("lease")) return undefined;
  const [, holder = "", apply = "", state = "", lender = ""] = shell.read("lease").split("|");
  return { holder, apply, state, lender };
}

/** Leaves a turn of another apply. */
export const leaveTurn = (shell: Shell, holder: string, { state = "running", lender = "" } = {}): void => {
  shell.write("lease", `7|${holder}|another-apply|${state}|${lender}`);
};
