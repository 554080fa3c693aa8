// How a strict TypeScript user of the packages compiles: nothing of the workspace's own settings.
import { join } from "node:path"
import { root } from "./workspace-files.ts"

/** The compiler's file, to be run with node. */
export const compiler = join(root, "node_modules", "typescript", "bin", "tsc")

/** A tsconfig.json for these files. With `skipLibCheck` the declarations are used, not judged: that is done once, for all of them. */
export const consumerConfig = (
  files: ReadonlyArray<string>,
  { skipLibCheck }: { readonly skipLibCheck: boolean }
): object => ({
  compilerOptions: {
    target: "es2024",
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck,
    // effect names types of the browser.
    lib: ["es2024", "dom"],
    types: ["node"],
    typeRoots: [join(root, "node_modules", "@types")]
  },
  files
})
