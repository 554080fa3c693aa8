// The actions and strategies that are shipped with orapart, imported by name: for callers that have no oclif around them.
import type { MigrationAction, MigrationStrategy } from "@orapart/contract"
import { readExports } from "../plugin-host/exported-plugins.ts"

/** Actions and strategies without their plugins. */
export interface PluginExports {
  readonly actions: ReadonlyArray<MigrationAction>
  readonly strategies: ReadonlyArray<MigrationStrategy>
}

/** Loads all shipped plugins; the list is held equal to `oclif.plugins` of package.json by a test. */
export const loadCorePlugins = async (): Promise<PluginExports> => {
  const modules = await Promise.all([
    import("@orapart/action-add-interval-partitioning"),
    import("@orapart/action-add-interval-hash-partitioning"),
    import("@orapart/action-convert-interval-to-interval-hash"),
    import("@orapart/action-add-hash-subpartitions"),
    import("@orapart/action-convert-to-interval-hash"),
    import("@orapart/strategy-copy-swap")
  ])
  const exported = modules.map(readExports)
  return {
    actions: exported.flatMap(({ actions }) => actions),
    strategies: exported.flatMap(({ strategies }) => strategies)
  }
}
