import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";

export interface TerraformDataProps extends TerraformMetaArguments {
  /**
   * What the state keeps.
   *
   * @default - nothing
   */
  readonly input?: Readonly<Record<string, unknown>>;
}

/** OpenTofu's own `terraform_data`. cdktf's class for it runs `tofu version` in each synth by the CLI, which needs no OpenTofu. */
export class TerraformData extends TerraformResource {
  private readonly input: TerraformDataProps["input"];

  public constructor(scope: Construct, id: string, { input, ...meta }: TerraformDataProps = {}) {
    super(scope, id, { terraformResourceType: "terraform_data", ...meta });
    this.input = input;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return this.input === undefined ? {} : { input: this.input };
  }
}
