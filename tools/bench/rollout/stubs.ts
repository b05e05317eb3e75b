import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How long a call takes, in seconds: one that stays on this machine, and one that asks a node or the Kubernetes API. */
export const DELAYS = { local: 0.075, remote: 0.25 } as const;

/** Nodes that are healthy, and that have their machine config already. */
const TALOSCTL = `
case "$*" in
*"--output-types talosconfig"*)
  delay=$local
  while [ "$1" != --output ]; do shift; done
  [ "$2" = - ] || echo talosconfig >"$2" ;;
"gen key "* | "gen crt "*)
  delay=$local
  kind=$2
  while [ "$1" != --name ]; do shift; done
  echo "$kind" >"$2.$kind" ;;
"gen csr "*) delay=$local ;;
"gen config"*) delay=$local; echo "version: v1alpha1" ;;
validate* | *" config "*) delay=$local ;;
*" apply-config "*) delay=$remote; echo "No changes." ;;
*" kubeletspec "*) delay=$remote; printf 'ghcr.io/siderolabs/kubelet:v1.36.3' ;;
*" service "*) delay=$remote; printf 'STATE    Running\\nHEALTH   OK\\n' ;;
*" kubeconfig "*) delay=$remote; while [ "$1" != kubeconfig ]; do shift; done; echo kubeconfig >"$2" ;;
*) delay=$remote ;;
esac`;

const KUBECTL = `
delay=$remote
case "$*" in
*" get pods "*) for i in 0 1 2; do for pod in 1 2 3; do echo "demo-control-plane-$i=True"; done; done ;;
*metadata.name=*) name="$*"; name=\${name#*metadata.name=}; echo "\${name%% *}=True|" ;;
*" get nodes "*) for i in 0 1 2; do echo "demo-control-plane-$i=True|"; done ;;
esac`;

/** Makes `talosctl` and `kubectl` that take as long as real ones, and write down each call. Returns their directory. */
export function makeStubs(directory: string): string {
  const bin = join(directory, "bin");
  mkdirSync(bin);
  for (const [name, body] of Object.entries({ talosctl: TALOSCTL, kubectl: KUBECTL })) {
    const lines = [
      "#!/usr/bin/env bash",
      `local=${DELAYS.local} remote=${DELAYS.remote}`,
      `echo ${name} >>"${join(directory, "calls")}"`,
      body,
      'exec sleep "$delay"',
    ];
    writeFileSync(join(bin, name), `${lines.join("\n")}\n`, { mode: 0o755 });
  }
  return bin;
}
