import { CLUSTER } from "./cluster";

/** Object of the state in the bucket: the product's default. */
export const STATE_KEY = `${CLUSTER}/terraform.tfstate`;

/** Object that locks it. */
export const LOCK_KEY = `${STATE_KEY}.tflock`;
