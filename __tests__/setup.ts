import { Testing } from "cdktf";

// After the environment, because it extends the global `expect`.
Testing.setupJest();
