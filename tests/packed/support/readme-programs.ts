// The programs that stand in READMEs: a block "ts program" and the block "text output" that follows it.
import { readFileSync, writeFileSync } from "node:fs"

/** One program with what its README says that it prints. */
export interface ReadmeProgram {
  readonly text: string
  readonly output: string
}

const pattern = /^```ts program\n([\s\S]*?)^```\n([\s\S]*?)^```text output\n([\s\S]*?)^```$/mu

/** The program of a README; null when it has none, or one without an output. */
export const readProgram = (readme: string): ReadmeProgram | null => {
  const [, text, , output] = pattern.exec(readme) ?? []
  return text === undefined || output === undefined ? null : { text, output }
}

/** Writes what a program prints into its README. */
export const writeOutput = (file: string, output: string): void => {
  const readme = readFileSync(file, "utf8")
  const block = (_: string, text: string, between: string) =>
    `\`\`\`ts program\n${text}\`\`\`\n${between}\`\`\`text output\n${output}\`\`\``
  writeFileSync(file, readme.replace(pattern, block))
}

/** Packages that a program imports: `@orapart/testkit` for `@orapart/testkit/builders`. */
export const importedPackages = (text: string): ReadonlyArray<string> => {
  const requests = [...text.matchAll(/^import [\s\S]*?from "([^".][^"]*)"$/gmu)].map(([, request = ""]) => request)
  return [
    ...new Set(
      requests.map((one) =>
        one
          .split("/")
          .slice(0, one.startsWith("@") ? 2 : 1)
          .join("/")
      )
    )
  ]
}
