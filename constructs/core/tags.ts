import { type IAspect, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";

/** A generated resource class whose type has tags, which are a list of strings in OpenStack. */
interface Taggable {
  tags?: string[];
  tagsInput?: string[];
}

/**
 * Adds tags to every resource that can have some, so that a cluster's resources can be found in the cloud.
 *
 * Running it twice changes nothing; cdktf runs aspects once per synth.
 */
export class Tags implements IAspect {
  private readonly tags: readonly string[];

  public constructor(tags: readonly string[]) {
    this.tags = tags;
  }

  public visit(node: IConstruct): void {
    if (!TerraformResource.isTerraformResource(node) || !("tagsInput" in node)) return;
    const taggable = node as unknown as Taggable;
    taggable.tags = [...new Set([...(taggable.tagsInput ?? []), ...this.tags])];
  }
}
