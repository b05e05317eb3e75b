import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cloud, connect } from "./openstack";

/** A project of the lab, made for one test run, with what an operator has at hand before the first apply. */
export interface LabProject {
  readonly cloud: Cloud;
  /** Name of the project, of its cloud in clouds.yaml, and of what the tests make in it. */
  readonly name: string;
  /** Environment of the commands under test. */
  readonly env: NodeJS.ProcessEnv;
  /** Files of this run. */
  readonly directory: string;
  /** Private key of the key pair `name`. */
  readonly privateKey: string;
  readonly s3: { readonly endpoint: string; readonly bucket: string };
  /** Zone in Designate. */
  readonly zone: string;
  /** Sends one signed request to the object store. */
  s3Request(method: string, path: string, ...rest: string[]): string;
  /** Runs a command in this environment, and returns what it printed. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<string>;
  /** Starts a command in this environment. */
  start(command: string, args: readonly string[], options?: RunOptions): ChildProcess;
  delete(): void;
}

/** Where and with what a command runs. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const S3 = "http://127.0.0.1:18082";
/** The machines' resolver, which also knows the zones of Designate. */
const RESOLVER = "203.0.113.253";

/** Directory of the lab; `e2e/lab.sh` has brought it up. */
export function labDirectory(): string {
  const directory = process.env["LAB_DIR"];
  if (directory === undefined) throw new Error("LAB_DIR is not set: run the tests with e2e/run.sh");
  return directory;
}

/** Makes a project with a key pair, an image for the load balancer, a DNS zone, EC2 credentials and a bucket. */
export async function createProject(name: string, directory: string): Promise<LabProject> {
  const lab = labDirectory();
  mkdirSync(directory, { recursive: true });
  execFileSync(join(lab, "openstack-project.sh"), ["create", name], { stdio: "ignore" });
  const cloudsFile = join(lab, "clouds.d", `${name}.yaml`);
  const cloud = await connect(cloudsFile, name);

  const privateKey = join(directory, "id_ed25519");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", privateKey]);
  const publicKey = execFileSync("cat", [`${privateKey}.pub`], { encoding: "utf8" });
  await cloud.send("POST", "compute", "/os-keypairs", { keypair: { name, public_key: publicKey } });
  const image = await cloud.send<{ id: string }>("POST", "image", "/v2/images", {
    name: "debian-12",
    disk_format: "raw",
    container_format: "bare",
  });
  await cloud.upload("image", `/v2/images/${image.id}/file`, "\0".repeat(65536));
  const zone = `${name}.example`;
  await cloud.send("POST", "dns", "/v2/zones", { name: `${zone}.`, email: `admin@${zone}`, ttl: 60 });
  const { credential } = await cloud.send<{ credential: { access: string; secret: string } }>(
    "POST",
    "identity",
    `/users/${cloud.userId}/credentials/OS-EC2`,
    { tenant_id: cloud.projectId },
  );

  const env = {
    ...process.env,
    OS_CLIENT_CONFIG_FILE: cloudsFile,
    OS_CLOUD: name,
    AWS_ACCESS_KEY_ID: credential.access,
    AWS_SECRET_ACCESS_KEY: credential.secret,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    HOME: directory, // the provider caches images below it
  };
  // Applies resolve names through the machine's resolver; here that is the lab's, in a mount namespace of the command.
  const resolvConf = join(directory, "resolv.conf");
  writeFileSync(resolvConf, `nameserver ${RESOLVER}\n`);
  const bucket = `${name}-state`;
  const s3Request = (method: string, path: string, ...rest: string[]) =>
    execFileSync(
      "python3",
      [join(lab, "lib", "s3req.py"), S3, "RegionOne", credential.access, credential.secret, method, path, ...rest],
      { encoding: "utf8" },
    );
  s3Request("PUT", `/${bucket}`);
  const start = (command: string, args: readonly string[], options: RunOptions = {}) =>
    spawn(
      "unshare",
      ["--mount", "bash", "-c", 'mount --bind "$0" /etc/resolv.conf && exec "$@"', resolvConf, command, ...args],
      { env: { ...env, ...options.env }, cwd: options.cwd, stdio: ["ignore", "pipe", "pipe"] },
    );
  return {
    cloud,
    name,
    env,
    directory,
    privateKey,
    s3: { endpoint: S3, bucket },
    zone,
    s3Request,
    run: (command, args, options) => output(start(command, args, options), `${command} ${args.join(" ")}`),
    start,
    delete: () => {
      execFileSync(join(lab, "openstack-project.sh"), ["delete", name], { stdio: "ignore" });
    },
  };
}

/** What a command printed, on both channels, once it has ended well. */
export async function output(child: ChildProcess, what: string): Promise<string> {
  const chunks: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  const text = Buffer.concat(chunks).toString();
  if (code !== 0) throw new Error(`${what} ended with ${String(code)}:\n${text}`);
  return text;
}
