import { Testing } from "cdktf";

// After the environment, because it extends the global `expect`.
Testing.setupJest();
// Some tests start processes; a busy machine is no reason to fail.
jest.setTimeout(60_000);
