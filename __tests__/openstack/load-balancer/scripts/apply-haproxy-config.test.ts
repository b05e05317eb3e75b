import { PRELUDE, Shell } from "../../../support/shell";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
});
afterEach(() => {
  shell.remove();
});

describe("from the operator's machine", () => {
  const SSH = `
for last; do :; done
case $last in
true) ;;
cloud-init*) echo "status: done" ;;
sudo*) cat >"$HOME/received"; echo "$last" >"$HOME/remote" ;;
esac`;

  const push = (changes: Readonly<Record<string, string>> = {}) =>
    shell.run([PRELUDE, "openstack/load-balancer/scripts/apply-haproxy-config.sh"], {
      HOST: "192.0.2.10",
      SERVER_ID: "0d7a",
      SSH_USER: "debian",
      KEY_FILE: "",
      BASTION_HOST: "",
      BASTION_USER: "",
      BASTION_PORT: "",
      KNOWN_HOSTS_DIR: "talos",
      CONFIGURATION: "global\n  user haproxy\n",
      REMOTE_SCRIPT: "echo 'it''s \"here\"'",
      TIMEOUT: "1",
      HOME: shell.directory,
      ...changes,
    });

  beforeEach(() => {
    shell.stub("ssh", SSH);
  });

  test("the configuration goes over as it is, with the script that installs it", () => {
    expect(push().status).toBe(0);
    expect(shell.read("received")).toBe("global\n  user haproxy\n");
    expect(shell.runText('eval "set -- $(cat remote)"; printf \'%s|\' "$@"', {}).stdout).toBe(
      "sudo|timeout|120|bash|-c|echo 'it''s \"here\"'|",
    );
  });

  test("the host's key is remembered under the server's ID, beside the talosconfig", () => {
    push();
    for (const call of shell.calls) {
      expect(call).toContain("StrictHostKeyChecking=accept-new");
      expect(call).toContain("HostKeyAlias=0d7a");
      expect(call).toContain("UserKnownHostsFile=known_hosts");
      expect(call).toContain("BatchMode=yes");
    }
  });

  test("the key of the file is the only one that is tried", () => {
    shell.write("keys/ops", "private");
    shell.write("keys/ops.pub", "public");
    shell.stub("ssh", `ls >names; cat key key.pub >seen; cp names seen "$HOME"${SSH}`);
    push({ KEY_FILE: "keys/ops" });
    expect(shell.calls[0]).toContain("-o IdentitiesOnly=yes -i key");
    expect(shell.read("seen")).toBe("privatepublic");
  });

  test("fails at once without the key that the file names", () => {
    expect(push({ KEY_FILE: "keys/ops" })).toMatchObject({
      status: 1,
      last: expect.stringMatching(/^error: the private key keys\/ops cannot be read; loadBalancer\.ssh/) as string,
    });
    expect(shell.calls).toEqual([]);
  });

  test.each(["a b", "100%d", "%h", 'say "hi"', "it's", "${HOME}", "~", "a\\ b", "-o", "$(touch canary)", "ü"])(
    "host keys are remembered and the key is read in a directory called %s",
    (name) => {
      shell.write(`${name}/ops`, "private");
      shell.stub("ssh", `cat key >seen; cat seen >"$HOME/seen"; echo "0d7a ssh-ed25519 AAAA" >>known_hosts${SSH}`);
      const { status } = push({ KNOWN_HOSTS_DIR: name, KEY_FILE: `${name}/ops` });
      expect(status).toBe(0);
      expect(shell.read("seen")).toBe("private");
      expect(shell.read(`${name}/known_hosts`)).toContain("0d7a ssh-ed25519");
      expect(shell.calls.filter((call) => call.includes(name) && name.length > 2)).toEqual([]);
      expect(shell.exists("canary")).toBe(false);
    },
  );

  test("nothing of the operator's own SSH configuration counts, neither for the machine nor for the jump host", () => {
    push({ BASTION_HOST: "jump.example.org", BASTION_USER: "ops", BASTION_PORT: "22" });
    const [, jump = ""] = /ProxyCommand=(ssh .*) -W /.exec(shell.calls[0] ?? "") ?? [];
    for (const options of [shell.calls[0] ?? "", jump]) {
      expect(options).toMatch(/^ssh -F \/dev\/null -o ForwardAgent=no -o ClearAllForwardings=yes -o ControlPath=none /);
    }
  });

  test("a user and a host are never taken for options", () => {
    push({ SSH_USER: "-oProxyCommand=touch canary", HOST: "-oProxyCommand=touch canary" });
    expect(shell.calls[0]).toContain(" -l -oProxyCommand=touch canary -- -oProxyCommand=touch canary ");
  });

  test("a bastion is jumped through, as its user and at its port", () => {
    push({ BASTION_HOST: "jump.example.org", BASTION_USER: "ops", BASTION_PORT: "2222" });
    expect(shell.calls[0]).toContain(" -p 2222 -l ops  -W %h:%p -- jump.example.org ");
  });

  test("fails within its bound when there is no answer, and says what to check", () => {
    shell.stub("ssh", "echo 'ssh: connect to host: Connection timed out' >&2; exit 255");
    expect(push()).toMatchObject({
      status: 1,
      last: expect.stringMatching(/cannot be reached by SSH after 1s: .*timed out\. Check access\.ssh/) as string,
    });
  });

  test("waits for the key to be in its place while the machine boots", () => {
    shell.stub("ssh", `[ -e booted ] || { touch booted; echo "Permission denied (publickey)." >&2; exit 255; }${SSH}`);
    expect(push({ TIMEOUT: "10" })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("(Permission denied (publickey).)") as string,
    });
  });

  test("fails when the key is still refused after that, and says which key it must be", () => {
    shell.stub("ssh", "echo 'Permission denied (publickey).' >&2; exit 255");
    expect(push()).toMatchObject({
      status: 1,
      last: expect.stringMatching(
        /^error: the load balancer refuses the SSH key of debian: .*loadBalancer\.keyPair/,
      ) as string,
    });
  });

  test("fails at once when the host shows another key", () => {
    shell.stub("ssh", "echo 'Host key verification failed.' >&2; exit 255");
    expect(push({ TIMEOUT: "600" }).last).toMatch(/^error: .* shows another host key than before/);
  });

  test("fails while cloud-init still runs, at the bound", () => {
    shell.stub("ssh", 'for last; do :; done; case $last in cloud-init*) echo "status: running" ;; esac');
    expect(push().last).toMatch(/^error: the load balancer has no haproxy after 1s: status: running/);
  });

  test("fails when the load balancer refuses the configuration, and says why", () => {
    shell.stub("ssh", SSH.replace("sudo*) ", "sudo*) echo 'unknown keyword' >&2; exit 1;"));
    const { status, stderr, last } = push();
    expect([status, last]).toEqual([
      1,
      "error: the load balancer did not take its configuration: unknown keyword. Mend that on 192.0.2.10, then apply again",
    ]);
    expect(stderr).toContain("unknown keyword");
  });
});
