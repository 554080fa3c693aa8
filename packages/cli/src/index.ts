// orapart as a library: the way from texts to script sets that the CLI itself goes.
export { generateScriptSets } from "./generate-script-sets.ts"
export type { ScriptSetInput } from "./generate-script-sets.ts"
export type { Outcome } from "./failures.ts"
export type { ScriptFile, ScriptFolder } from "./output/output-folder.ts"
export { cliCodes } from "./words/cli-codes.ts"
