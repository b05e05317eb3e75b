import { summary } from "../../bin/lib/summary";
import { parseFile } from "../../constructs/load";
import { good } from "../config/good";

test("a line for each thing that decides what the cluster is", () => {
  expect(summary(parseFile(good))).toMatchInlineSnapshot(`
    "  cluster        demo
      API            https://demo.k8s.example.org:6443
      versions       Talos v1.13.9, Kubernetes v1.36.3, CNI cilium
      control-plane  3 x m1.large
      load balancer  HAProxy on m1.small, without a floating IP
      network        existing, nodes
      DNS            records of somebody else, demo.k8s.example.org
      open           Kubernetes API to 10.0.0.0/8
                     Talos API to 10.0.0.0/8
                     SSH of the load balancer to 10.0.0.0/8
      state          terraform.demo.tfstate"
  `);
});

test("what is there only if it is asked for", () => {
  const text = summary(
    parseFile({
      ...good,
      controlPlane: { ...good.controlPlane, rootVolume: { sizeGiB: 20 }, zones: ["a", "b", "c"] },
      network: { name: "lan", cidr: "10.9.0.0/16" },
      state: { kind: "s3", bucket: "states" },
    }),
  );
  expect(text).toMatch(/control-plane +3 x \S+, root volume of 20 GiB, in a b c$/m);
  expect(text).toMatch(/network +existing, lan, 10\.9\.0\.0\/16$/m);
  expect(text).toMatch(/state +s3:\/\/states\/\S+$/m);
});
