// Turns the config's `plugins` into places: a package below a node_modules folder, a local folder or a local file.
import { existsSync, readFileSync, statSync } from "node:fs"
import { basename, dirname, isAbsolute, join, resolve } from "node:path"
import type { Finding } from "@orapart/contract"
import { systemErrorOf } from "../services/system-error.ts"
import { reportPlugin } from "./plugin-problem.ts"
import type { PluginPlace } from "./plugin-place.ts"

const isPath = (name: string): boolean => name.startsWith(".") || isAbsolute(name) || /\.[cm]?[jt]s$/u.test(name)

const placeOf = (name: string, root: string, pointer: string): PluginPlace => ({
  name,
  version: null,
  source: "config",
  root,
  manifest: null,
  pointer
})

const readPackage = (name: string, root: string, pointer: string): PluginPlace | Finding => {
  const place = placeOf(name, root, pointer)
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
    const isObject = typeof manifest === "object" && manifest !== null
    const version = isObject && "version" in manifest ? String(manifest.version) : null
    return { ...place, version, manifest: isObject ? manifest : {} }
  } catch (cause) {
    return reportPlugin("OP502", place, {
      what: `${name} could not be loaded: ${join(root, "package.json")} cannot be read (${systemErrorOf(cause).message}).`,
      advice: "Install the package anew, or name its file or folder."
    })
  }
}

const findPackageFolder = (name: string, from: string): string | null => {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name)
    if (basename(folder) !== "node_modules" && existsSync(join(candidate, "package.json"))) return candidate
    if (folder === dirname(folder)) return null
  }
}

const findLocal = (name: string, path: string, pointer: string): PluginPlace | Finding => {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isFile() === true) return placeOf(name, path, pointer)
  if (stats?.isDirectory() === true) return readPackage(name, path, pointer)
  return reportPlugin("OP502", placeOf(name, path, pointer), {
    what: `${name} could not be loaded: there is no file ${path}.`,
    why: 'Paths in "plugins" are relative to the config.',
    advice: "Correct the path."
  })
}

/** Finds what one entry of `plugins` means, seen from the config's folder. `installed` are the packages oclif knows. */
export const findConfigured = (
  name: string,
  pointer: string,
  configFolder: string,
  installed: ReadonlyArray<PluginPlace>
): PluginPlace | Finding => {
  if (isPath(name)) return findLocal(name, resolve(configFolder, name), pointer)
  const known = installed.find((place) => place.name === name)
  if (known !== undefined) return { ...known, pointer }
  const folder = findPackageFolder(name, configFolder)
  if (folder !== null) return readPackage(name, folder, pointer)
  return reportPlugin("OP502", placeOf(name, configFolder, pointer), {
    what: `${name} could not be loaded: there is no such package in ${join(configFolder, "node_modules")} or above.`,
    advice: `Install it beside the config with \`npm install ${name}\`, or for all configs with \`orapart plugins install ${name}\`.`
  })
}
