// @orapart/sandbox: an embedded server that node-oracledb connects to. It is not Oracle Database and never says so.
export type * from "./engine/engine.ts"
export { DatabaseError } from "./engine/engine.ts"
export { makeVerifier } from "./accounts/password-verifier.ts"
export { defaultLimits, type WireLimits } from "./wire/wire-limits.ts"
export { startWireServer, type WireServer, type WireServerOptions } from "./wire/wire-server.ts"
export { openEngine } from "./engine/sandbox-engine.ts"
export type { EngineOptions } from "./engine/sandbox-engine.ts"
