// The packages of the workspace as tarballs, and which of them one package needs.
import { mkdirSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { root } from "./workspace-files.ts"

/** The fields of a packed package.json that matter here. */
export interface PackedManifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly private?: boolean
  readonly files?: ReadonlyArray<string>
  readonly exports?: Readonly<Record<string, unknown>>
  readonly bin?: Readonly<Record<string, string>>
  readonly publishConfig?: Readonly<Record<string, unknown>>
  readonly scripts?: Readonly<Record<string, string>>
  readonly orapart?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** One packed package. */
export interface Tarball {
  readonly file: string
  readonly manifest: PackedManifest
  /** Path inside the package to content; `package/` is cut off. */
  readonly files: ReadonlyMap<string, Buffer>
}

const blockBytes = 512

const readText = (header: Buffer, from: number, length: number): string =>
  header.toString("utf8", from, from + length).replace(/\0.*$/su, "")

/** Reads the regular files of a tar archive in ustar format, as npm and pnpm write it. */
const readTar = (archive: Buffer): ReadonlyMap<string, Buffer> => {
  const files = new Map<string, Buffer>()
  for (let at = 0; at + blockBytes <= archive.length && archive[at] !== 0;) {
    const header = archive.subarray(at, at + blockBytes)
    const prefix = readText(header, 345, 155)
    const name = `${prefix === "" ? "" : `${prefix}/`}${readText(header, 0, 100)}`
    const size = Number.parseInt(readText(header, 124, 12), 8)
    const type = readText(header, 156, 1)
    const start = at + blockBytes
    if (type === "0" || type === "") files.set(name.replace(/^package\//u, ""), archive.subarray(start, start + size))
    else if (type !== "5") throw new Error(`${name} is an entry of type ${type}, which no package here should hold`)
    at = start + Math.ceil(size / blockBytes) * blockBytes
  }
  return files
}

/** Reads one tarball. */
export const readTarball = (file: string): Tarball => {
  const files = readTar(gunzipSync(readFileSync(file)))
  const manifest = JSON.parse(files.get("package.json")?.toString() ?? "null") as PackedManifest
  return { file, manifest, files }
}

/** All tarballs of a folder by the name of their package; pnpm packs private packages too, and they count for nothing here. */
export const readTarballs = (folder: string): ReadonlyMap<string, Tarball> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".tgz"))
      .toSorted()
      .map((name) => readTarball(join(folder, name)))
      .filter(({ manifest }) => manifest.private !== true)
      .map((tarball) => [tarball.manifest.name, tarball])
  )

/** The tarballs that these packages need: their own and those of their dependencies, all the way down. */
export const closureOf = (
  names: ReadonlyArray<string>,
  tarballs: ReadonlyMap<string, Tarball>
): ReadonlyArray<Tarball> => {
  const found = new Map<string, Tarball>()
  const add = (name: string): void => {
    const tarball = tarballs.get(name)
    if (tarball === undefined || found.has(name)) return
    found.set(name, tarball)
    Object.keys(tarball.manifest.dependencies ?? {}).forEach(add)
  }
  names.forEach(add)
  return [...found.values()]
}

/** Names of the packages that can be published: those of the workspace that are not private. */
export const publishablePackages = (): ReadonlyArray<string> =>
  [...readdirSync(join(root, "packages")).map((name) => join("packages", name)), "templates"].flatMap((folder) => {
    try {
      const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as PackedManifest
      return manifest.private === true ? [] : [manifest.name]
    } catch {
      return []
    }
  })

/** A folder that is there and empty. */
export const makeFolder = (path: string): string => {
  mkdirSync(path, { recursive: true })
  return path
}
