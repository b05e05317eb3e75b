import { PRELUDE, Shell } from "../../../support/shell";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("curl", "printf 0.012345; exit 56");
});
afterEach(() => {
  shell.remove();
});

const awaitLoadBalancer = () =>
  shell.run([PRELUDE, "openstack/load-balancer/scripts/await-load-balancer.sh"], {
    ADDRESSES: "192.0.2.20 192.0.2.21",
    BACKENDS: "6443 10.0.0.11:6443 10.0.0.12:6443\n50000 10.0.0.11:50000 10.0.0.12:50000",
    TIMEOUT: "1",
  });

test("says what has to be passed on, port by port", () => {
  const { status, stdout } = awaitLoadBalancer();
  expect(status).toBe(0);
  expect(stdout).toContain("the load balancer at 192.0.2.20 192.0.2.21 is somebody else's");
  expect(stdout).toContain("port 6443 to 10.0.0.11:6443, 10.0.0.12:6443\n");
  expect(stdout).toContain("port 50000 to 10.0.0.11:50000, 10.0.0.12:50000\n");
  expect(stdout).toContain("GET /readyz");
});

// The Talos API refuses whoever has no certificate, after TLS is agreed on; that is how it is recognized.
test("asks every address, and takes TLS that is agreed on for an answer", () => {
  awaitLoadBalancer();
  const asked = shell.calls.filter((call) => call.startsWith("curl")).map((call) => call.split(" ").at(-1));
  expect(asked).toEqual(["https://192.0.2.20:50000", "https://192.0.2.21:50000"]);
});

test.each([
  ["refuses the connection", "printf 0.000000; exit 7"],
  ["takes it and has nobody behind", "printf 0.000000; exit 35"],
  ["says nothing", "exit 28"],
])("fails within its bound when an address %s, in one clear last line", (_name, curl) => {
  shell.stub("curl", curl);
  const { status, last } = awaitLoadBalancer();
  expect(status).toBe(1);
  expect(last).toMatch(
    /^error: the load balancer 192\.0\.2\.20 does not pass on port 50000 after 1s: no TLS .* timeouts\.loadBalancer/,
  );
});
