import { execFileSync } from "node:child_process";
import { labScript } from "./directory";
import type { Cloud } from "../support/openstack";

/** EC2 credentials of a user of the cloud. */
export interface Ec2Credential {
  readonly access: string;
  readonly secret: string;
}

/** The lab's Ceph RGW: of its object stores, the one that locks. */
export const S3_ENDPOINT = "http://127.0.0.1:18082";

/** A bucket of the object store. */
export class Bucket {
  public readonly name: string;
  private readonly credential: Ec2Credential;

  public constructor(name: string, credential: Ec2Credential) {
    this.name = name;
    this.credential = credential;
  }

  public create(): void {
    this.request("PUT", "", 200);
  }

  /** Content of an object; undefined if there is none. */
  public get(key: string): string | undefined {
    return this.request("GET", `/${key}`, 200, 404);
  }

  public keys(): string[] {
    const listing = this.request("GET", "", 200, 404) ?? "";
    return Array.from(listing.matchAll(/<Key>([^<]+)<\/Key>/g), ([, key]) => key ?? "");
  }

  /** Body of the answer; undefined for the second status. */
  private request(method: string, path: string, expected: number, absent?: number): string | undefined {
    const { access, secret } = this.credential;
    const answer = execFileSync(
      "python3",
      [labScript("openstack", "s3.py"), S3_ENDPOINT, "RegionOne", method, `/${this.name}${path}`],
      {
        encoding: "utf8",
        maxBuffer: 1 << 28,
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, AWS_ACCESS_KEY_ID: access, AWS_SECRET_ACCESS_KEY: secret },
      },
    );
    const status = Number(answer.slice(0, 3));
    if (status === absent) return undefined;
    if (status !== expected) throw new Error(`${method} s3://${this.name}${path}: ${answer}`);
    return answer.slice(4).trimEnd();
  }
}

/** The first EC2 credential of the cloud's user; made if there is none. */
export async function ec2Credential(cloud: Cloud): Promise<Ec2Credential> {
  const path = `/users/${cloud.userId}/credentials/OS-EC2`;
  const { credentials } = await cloud.get<{ credentials: Ec2Credential[] }>("identity", path);
  const [first] = credentials;
  if (first !== undefined) return first;
  const made = await cloud.send<{ credential: Ec2Credential }>("POST", "identity", path, {
    tenant_id: cloud.projectId,
  });
  return made.credential;
}
