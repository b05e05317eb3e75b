import { Aspects, TerraformStack, Testing } from "cdktf";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { DataOpenstackNetworkingNetworkV2 } from "@cdktf/provider-openstack/data-openstack-networking-network-v2";
import { NetworkingNetworkV2 } from "@cdktf/provider-openstack/networking-network-v2";
import { Tags } from "../../constructs/core/tags";
import { newApp, only, jsonOf } from "../support/synth";

function tagged(tags: readonly string[], own?: string[]): TerraformStack {
  const stack = new TerraformStack(newApp(), "test");
  new NetworkingNetworkV2(stack, "network", { name: "a", ...(own === undefined ? {} : { tags: own }) });
  new DataOpenstackNetworkingNetworkV2(stack, "external", { name: "b" });
  new Resource(stack, "null");
  Aspects.of(stack).add(new Tags(tags));
  return stack;
}

test("resources that can have tags get them", () => {
  expect(only(jsonOf(tagged(["cluster=demo", "team-a"])), "openstack_networking_network_v2")["tags"]).toEqual([
    "cluster=demo",
    "team-a",
  ]);
});

test("tags that a resource has already are kept, and none is there twice", () => {
  const json = jsonOf(tagged(["cluster=demo", "own"], ["own"]));
  expect(only(json, "openstack_networking_network_v2")["tags"]).toEqual(["own", "cluster=demo"]);
});

test("what is looked up is not searched by tags, and types without tags get none", () => {
  const json = jsonOf(tagged(["cluster=demo"]));
  expect(only(json, "data.openstack_networking_network_v2")).toEqual({ name: "b" });
  expect(only(json, "null_resource")).toEqual({});
});

test("a second synth adds nothing", () => {
  const stack = tagged(["cluster=demo", "team-a"]);
  expect(Testing.synth(stack)).toBe(Testing.synth(stack));
});
