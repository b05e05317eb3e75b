import { Fn } from "cdktf";
import { stringify } from "yaml";

/** What the machine of a load balancer gets from its distribution. */
export interface HaproxyPackages {
  /** Install HAProxy with apt. */
  readonly packages: boolean;
  /** Install security updates every day. */
  readonly updates: boolean;
}

/**
 * What apt does every day. The distribution's own file of unattended-upgrades says that these are security updates only.
 * A reboot would take the API away, so it is left to people.
 * https://wiki.debian.org/UnattendedUpgrades
 */
const DAILY_UPDATES = `APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Automatic-Reboot "false";
`;

const CONFIG = "/etc/haproxy/haproxy.cfg";

/** The machine's first boot: the configuration is written after the package, whose own file it replaces. */
export function haproxyCloudInit(config: string, { packages, updates }: HaproxyPackages): string {
  return `#cloud-config\n${stringify(
    {
      ...(packages ? { package_update: true, packages: ["haproxy", ...(updates ? ["unattended-upgrades"] : [])] } : {}),
      write_files: [
        { path: CONFIG, encoding: "b64", content: Fn.base64encode(config), defer: true },
        // Named to be read last, and to be there also where no package is installed: the image may hold it.
        ...(updates ? [{ path: "/etc/apt/apt.conf.d/99security-updates", content: DAILY_UPDATES }] : []),
      ],
      runcmd: [
        ["systemctl", "enable", "haproxy"],
        ["systemctl", "restart", "haproxy"],
        // What remote-install-haproxy.sh compares with.
        ["cp", CONFIG, `${CONFIG}.loaded`],
      ],
    },
    { lineWidth: 0 },
  )}`;
}
