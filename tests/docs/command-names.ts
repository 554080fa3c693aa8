// The commands of orapart, and those that a Markdown text names. A command is a file: src/commands/validate/config.ts is `validate config`.
import { readdirSync, readFileSync } from "node:fs"

const packageFolder = new URL("../../packages/cli/", import.meta.url)

/** Commands that plugins of oclif bring, by the plugin; `plugins` has subcommands of its own. */
const broughtCommands: { readonly [plugin: string]: string } = {
  "@oclif/plugin-help": "help",
  "@oclif/plugin-plugins": "plugins"
}

const readOwnCommands = (): ReadonlyArray<string> =>
  readdirSync(new URL("src/commands/", packageFolder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) =>
      file
        .replaceAll("\\", "/")
        .replace(/(?:\/index)?\.ts$/u, "")
        .replaceAll("/", " ")
    )

const readBroughtCommands = (): ReadonlyArray<string> => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("package.json", packageFolder), "utf8"))
  const text = JSON.stringify(manifest)
  return Object.entries(broughtCommands).flatMap(([plugin, command]) => (text.includes(`"${plugin}"`) ? [command] : []))
}

/** Ids of all commands, words separated by blanks. */
export const commandNames: ReadonlyArray<string> = [...readOwnCommands(), ...readBroughtCommands()].toSorted()

const readCode = (markdown: string): ReadonlyArray<string> => {
  const fenced = [...markdown.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gmu)].map(([, code = ""]) => code)
  const rest = markdown.replaceAll(/^```[^\n]*\n[\s\S]*?^```/gmu, "")
  const indented = [...rest.matchAll(/^ {4}(.*)$/gmu)].map(([, code = ""]) => code)
  const inline = [...rest.matchAll(/`([^`\n]+)`/gu)].map(([, code = ""]) => code)
  return [...fenced, ...indented, ...inline]
}

/** At the beginning of a line, after a prompt, after a colon or the word run: elsewhere a message speaks about orapart. */
const commandLine = /(?<=^|[:>$] |\brun )orapart ([a-z][a-z-]*(?: [a-z][a-z-]*(?![\w./-]))?)/gmu

/** The words after `orapart` wherever code names a command, one or two of them; options and file names are no words. */
export const readNamedCommands = (markdown: string): ReadonlyArray<string> =>
  readCode(markdown).flatMap((code) => [...code.matchAll(commandLine)].map(([, words = ""]) => words))

/** True when the words begin with a command: what follows a command that takes an argument is the argument. */
export const isCommand = (words: string): boolean =>
  commandNames.some((name) => words === name || words.startsWith(`${name} `))
