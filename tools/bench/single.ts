/** The smallest useful cdktf program, for `npm run bench` to compare with: one resource, its provider and a backend. */
import { App, LocalBackend, TerraformStack } from "cdktf";
import { NetworkingNetworkV2 } from "@cdktf/provider-openstack/networking-network-v2";
import { OpenstackProvider } from "@cdktf/provider-openstack/provider";

const app = new App();
const stack = new TerraformStack(app, "single");
new LocalBackend(stack, { path: "terraform.tfstate" });
new OpenstackProvider(stack, "openstack");
new NetworkingNetworkV2(stack, "network", { name: "single" });
app.synth();
