import { nameOf, fileWith, only, synthCluster } from "../support/synth";

test("a plan with fewer control planes than have ports fails, and says how many there are", () => {
  const json = synthCluster(fileWith({ controlPlane: { flavor: "m1.large", count: 5 } }));
  const group = nameOf(json, "openstack_networking_secgroup_v2", "control-plane");
  expect(only(json, "data.openstack_networking_port_ids_v2")).toEqual({
    tags: ["cluster=demo"],
    security_group_ids: [`\${openstack_networking_secgroup_v2.${group}.id}`],
    lifecycle: {
      postcondition: [
        {
          condition: "${length(self.ids) <= 5}",
          error_message: expect.stringMatching(
            /^cluster demo has \$\{length\(self\.ids\)\} control planes, and the file says 5: set controlPlane\.count back/,
          ) as string,
        },
      ],
    },
  });
});
