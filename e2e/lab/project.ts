import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Commands } from "../support/commands";
import { labDirectory, labScript } from "./directory";
import { type Cloud, connect } from "../support/openstack";
import { adoptAbandonedRuns, newRun, removeRun } from "./runs";
import { Bucket, ec2Credential } from "./s3";

/** A project of the lab, made for one test run, with what an operator has at hand before the first apply. */
export interface LabProject {
  /** Name of the project, of its cloud in clouds.yaml, and of what the tests themselves make in it. */
  readonly name: string;
  /** The project as its user sees it. */
  readonly cloud: Cloud;
  /** The same cloud as its administrator sees it. */
  readonly admin: Cloud;
  /** Its clouds.yaml. */
  readonly cloudsFile: string;
  /** Files of this run. */
  readonly directory: string;
  /** Private key of the key pair `name`. */
  readonly privateKey: string;
  /** Bucket of the state. */
  readonly bucket: Bucket;
  /** Zone in Designate. */
  readonly zone: string;
  /** What an operator runs. */
  readonly commands: Commands;
  /** Deletes the project and all that is in it; the files of the run too, unless they are wanted. */
  delete(keepFiles?: boolean): void;
}

/** The machines' resolver, which also knows the zones of Designate; and the operator's address, as the machines see it. */
export const OPERATOR = "203.0.113.253";

const cloudsFile = (project: string) => join(labDirectory(), "clouds.d", `${project}.yaml`);

/** Makes a project with a key pair, an image for the load balancer, a DNS zone, EC2 credentials and a bucket. */
export async function createProject(): Promise<LabProject> {
  deleteAbandoned();
  const { name, directory } = newRun();
  execFileSync(labScript("openstack", "project.sh"), ["create", name], { stdio: "ignore" });
  const cloud = await connect(name, cloudsFile(name));
  const privateKey = await addKeyPair(cloud, name, directory);
  await addImage(cloud, { name: "debian-12" });
  const zone = `${name}.example`;
  await cloud.send("POST", "dns", "/v2/zones", { name: `${zone}.`, email: `admin@${zone}`, ttl: 60 });
  const credential = await ec2Credential(cloud);
  const bucket = new Bucket(`${name}-state`, credential);
  bucket.create();
  mkdirSync(join(directory, "tmp"));
  const env = {
    ...process.env,
    OS_CLIENT_CONFIG_FILE: cloudsFile(name),
    OS_CLOUD: name,
    AWS_ACCESS_KEY_ID: credential.access,
    AWS_SECRET_ACCESS_KEY: credential.secret,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TMPDIR: join(directory, "tmp"), // searched for what scripts leave
    HOME: directory, // the provider keeps images below it
    CI: "", // what the run plays is an operator at a machine that stays
  };
  return {
    name,
    cloud,
    admin: await connect("lab-admin", join(labDirectory(), "clouds.yaml")),
    cloudsFile: cloudsFile(name),
    directory,
    privateKey,
    bucket,
    zone,
    commands: new Commands(directory, env, OPERATOR),
    delete: (keepFiles = false) => {
      deleteProject(name);
      if (!keepFiles) removeRun(name);
    },
  };
}

async function addKeyPair(cloud: Cloud, name: string, directory: string): Promise<string> {
  const privateKey = join(directory, "id_ed25519");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", privateKey]);
  const publicKey = readFileSync(`${privateKey}.pub`, "utf8");
  await cloud.send("POST", "compute", "/os-keypairs", { keypair: { name, public_key: publicKey } });
  return privateKey;
}

/** An image of nothing: the lab boots its own Debian for every image with a name of such, and never looks into it. */
export async function addImage(cloud: Cloud, properties: Readonly<Record<string, string>>): Promise<void> {
  const image = await cloud.send<{ id: string }>("POST", "image", "/v2/images", {
    disk_format: "raw",
    container_format: "bare",
    ...properties,
  });
  await cloud.upload("image", `/v2/images/${image.id}/file`, "\0".repeat(65536));
}

/** What killed runs left; one that cannot be deleted keeps nobody from testing. */
function deleteAbandoned(): void {
  for (const name of adoptAbandonedRuns()) {
    try {
      deleteProject(name);
      removeRun(name);
    } catch (error) {
      process.stderr.write(`the project ${name} of an earlier run is still there: ${(error as Error).message}\n`);
    }
  }
}

function deleteProject(name: string): void {
  if (!existsSync(cloudsFile(name))) return;
  execFileSync(labScript("openstack", "project.sh"), ["delete", name], { stdio: "ignore" });
}
