import { Cloud } from "../../constructs/openstack/cloud";
import { all, only, synth } from "../support/synth";

const SCOPE = "data.openstack_identity_auth_scope_v3";
const cloud = (project?: string) =>
  synth((stack) => {
    new Cloud(stack, "cloud", { project });
  });

test("any project will do unless the file names one", () => {
  expect(only(cloud(), SCOPE)).toEqual({ name: "credentials" });
});

test("the project of the file is one by name or by ID, and a plan with others fails before anything is made", () => {
  expect(only(cloud("prod"), SCOPE)["lifecycle"]).toEqual({
    postcondition: [
      {
        condition: '${contains([self.project_id, self.project_name], "prod")}',
        error_message: expect.stringMatching(
          /^openstack\.project is prod, and the credentials are of project \$\{self\.project_name\} /,
        ) as string,
      },
    ],
  });
});

test("its name is text, whatever stands in it", () => {
  expect(JSON.stringify(only(cloud('a"${b}'), SCOPE))).not.toMatch(/(?<!\$)\$\{b\}/);
});

test("the region is the one that was asked for, or else the catalogue's", () => {
  const json = cloud();
  const name = Object.keys(all(json, SCOPE))[0] ?? "";
  expect(Object.values(json.locals ?? {})).toEqual([
    `\${${SCOPE}.${name}.region != "" ? ${SCOPE}.${name}.region : join(" ", sort(distinct(flatten([for service in ${SCOPE}.${name}.service_catalog : service.endpoints[*].region_id if service.type == "compute"]))))}`,
  ]);
});
