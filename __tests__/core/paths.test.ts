import { join } from "node:path";
import { Lazy, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { fromStack } from "../../constructs/core/paths";
import { newApp } from "../support/synth";

const stack = () => new TerraformStack(newApp(), "demo");

test("a relative path is seen from the stack's own directory, where OpenTofu runs", () => {
  expect(fromStack(stack(), "kubeconfigs")).toBe("../../../kubeconfigs");
  expect(fromStack(stack(), join("..", "elsewhere"))).toBe("../../../../elsewhere");
});

test("a construct inside of the stack sees it the same way", () => {
  expect(fromStack(new Construct(stack(), "inside"), "keys/ops")).toBe("../../../keys/ops");
});

test("absolute paths and tokens stay as they are", () => {
  const token = Lazy.stringValue({ produce: () => "a" });
  expect(fromStack(stack(), "/var/lib/talos")).toBe("/var/lib/talos");
  expect(fromStack(stack(), token)).toBe(token);
  expect(fromStack(stack(), `${token}/nodes`)).toBe(`${token}/nodes`);
});
