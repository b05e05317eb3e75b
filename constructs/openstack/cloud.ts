import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { DataOpenstackIdentityAuthScopeV3 } from "@cdktf/provider-openstack/data-openstack-identity-auth-scope-v3";
import type { ICloud } from "../contracts";
import { escapeTemplate } from "../core/escape";

export interface CloudProps {
  /**
   * The project that the credentials must be of, by name or ID.
   *
   * @default - any
   */
  readonly project?: string | undefined;
}

/** The cloud of the credentials: what Keystone says of them. */
export class Cloud extends Construct implements ICloud {
  public readonly projectId: string;
  public readonly projectName: string;
  public readonly region: string;

  public constructor(scope: Construct, id: string, { project }: CloudProps) {
    super(scope, id);
    const credentials = new DataOpenstackIdentityAuthScopeV3(this, "Resource", {
      name: "credentials",
      ...(project === undefined ? {} : { lifecycle: { postcondition: [isProject(project)] } }),
    });
    this.projectId = credentials.projectId;
    this.projectName = credentials.projectName;
    this.region = new TerraformLocal(this, "region", regionOf(credentials.fqn)).asString;
  }
}

function isProject(project: string) {
  const wanted = escapeTemplate(project);
  return {
    condition: `\${contains([self.project_id, self.project_name], ${escapeTemplate(JSON.stringify(project))})}`,
    errorMessage: `openstack.project is ${wanted}, and the credentials are of project \${self.project_name} (\${self.project_id}): use credentials of ${wanted}, or correct openstack.project`,
  };
}

/** The region that is asked for; where none is, the one that the catalogue has. */
const regionOf = (credentials: string): string =>
  `\${${credentials}.region != "" ? ${credentials}.region : join(" ", sort(distinct(flatten([for service in ${credentials}.service_catalog : service.endpoints[*].region_id if service.type == "compute"]))))}`;
