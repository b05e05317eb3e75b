import { type Run, scriptFile, Shell } from "../../../support/shell";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
});
afterEach(() => {
  shell.remove();
});

describe("on the load balancer", () => {
  beforeEach(() => {
    shell.write("etc/haproxy.cfg", "before\n");
    // A configuration is good unless it says "bad"; a reload works unless the new one says "broken".
    shell.stub("haproxy", 'while [ "$1" != -f ]; do shift; done; ! grep -q bad "$2"');
    // Its master is process 1; a new worker comes with each reload, unless the configuration says "unbindable".
    shell.stub(
      "systemctl",
      `case $1 in
      show) echo 1 ;;
      reload-or-restart) ! grep -q broken etc/haproxy.cfg && { grep -q unbindable etc/haproxy.cfg || echo "$RANDOM" >worker; } ;;
      esac`,
    );
    shell.write("worker", "2\n");
    shell.stub("pgrep", "echo 1; cat worker");
  });

  /** The script's directory is fixed; here it is one of ours. */
  const install = (configuration: string): Run =>
    shell.runText(
      scriptFile("openstack/load-balancer/scripts/remote-install-haproxy.sh").replaceAll(
        "/etc/haproxy/",
        shell.path("etc/"),
      ),
      {},
      configuration,
    );
  const reloads = () => shell.calls.filter((call) => call.startsWith("systemctl reload")).length;
  const files = () => shell.runText("ls -A etc", {}).stdout.split("\n").filter(Boolean);

  test("a good configuration is put in place, the one before is kept, and it is reloaded", () => {
    expect(install("after\n")).toMatchObject({ status: 0, stdout: "haproxy serves the new configuration\n" });
    expect([shell.read("etc/haproxy.cfg"), shell.read("etc/haproxy.cfg.previous")]).toEqual(["after\n", "before\n"]);
    expect([shell.mode("etc/haproxy.cfg"), reloads(), files().length]).toEqual(["644", 1, 3]);
  });

  test("a bad configuration is refused, and the one before goes on", () => {
    expect(install("bad\n").status).not.toBe(0);
    expect([shell.read("etc/haproxy.cfg"), reloads(), files()]).toEqual(["before\n", 0, ["haproxy.cfg"]]);
  });

  test("a configuration that is served reloads nothing", () => {
    shell.write("etc/haproxy.cfg.loaded", "before\n");
    expect(install("before\n")).toMatchObject({ status: 0, stdout: "haproxy serves this configuration already\n" });
    expect([reloads(), files()]).toEqual([0, ["haproxy.cfg", "haproxy.cfg.loaded"]]);
  });

  describe("a script that was killed between the file and the reload", () => {
    beforeEach(() => {
      expect(install("before\n").status).toBe(0);
      // HAProxy serves what was before, and the file says something else.
      shell.write("etc/haproxy.cfg", "after\n");
    });

    test("leaves a configuration on the disk that counts as not loaded", () => {
      expect(install("after\n")).toMatchObject({ status: 0, stdout: "haproxy serves the new configuration\n" });
      expect([reloads(), shell.read("etc/haproxy.cfg.loaded")]).toEqual([2, "after\n"]);
      expect(install("after\n")).toMatchObject({ stdout: "haproxy serves this configuration already\n" });
    });

    test("makes nothing the configuration to go back to that HAProxy has never served", () => {
      expect(install("broken\n").status).toBe(1);
      expect([shell.read("etc/haproxy.cfg"), shell.read("etc/haproxy.cfg.loaded")]).toEqual(["before\n", "before\n"]);
    });
  });

  test("a machine without a word of what is loaded keeps what it has gone back to so far", () => {
    shell.write("etc/haproxy.cfg.previous", "first\n");
    expect(install("before\n")).toMatchObject({ status: 0, stdout: "haproxy serves the new configuration\n" });
    expect(shell.read("etc/haproxy.cfg.previous")).toBe("first\n");
  });

  test("a configuration with which the reload fails is rolled back", () => {
    const { status, last } = install("broken\n");
    expect([status, last]).toEqual([1, "haproxy did not reload; the previous configuration is back"]);
    expect([shell.read("etc/haproxy.cfg"), reloads()]).toEqual(["before\n", 2]);
  });

  test("a configuration with which no new worker starts is rolled back, though the reload itself went well", () => {
    const { status, last } = install("unbindable\n");
    expect([status, last]).toEqual([1, "haproxy did not reload; the previous configuration is back"]);
    expect(shell.read("etc/haproxy.cfg")).toBe("before\n");
  });

  test("what HAProxy says of a failed reload is repeated, and not that its worker before it has ended", () => {
    const journal = ["[NOTICE] : Reloading", "[ALERT] : Current worker exited", "[ALERT] : cannot bind socket"];
    shell.stub("journalctl", `printf '%s\\n' ${journal.map((line) => `'${line}'`).join(" ")}`);
    const { stderr } = install("broken\n");
    expect(stderr.split("\n")[0]).toBe("[ALERT] : cannot bind socket");
  });

  test("the first configuration needs none before it", () => {
    shell.runText("rm etc/haproxy.cfg", {});
    expect(install("after\n").status).toBe(0);
    expect(files()).toEqual(["haproxy.cfg", "haproxy.cfg.loaded"]);
  });
});
