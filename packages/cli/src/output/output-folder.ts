// The shapes of writing script sets: what is to be written, what stands in its way, what was done.

/** One table's folder as it has to become. Paths of files are relative to it and use forward slashes. */
export interface ScriptFolder {
  readonly owner: string
  readonly table: string
  /** Folder name below the output directory. */
  readonly folder: string
  readonly files: ReadonlyArray<ScriptFile>
}

/** One file of a script set. */
export interface ScriptFile {
  readonly path: string
  readonly text: string
}

/** Why a folder cannot be written without touching what is not ours. */
export type FolderProblem =
  /** A file, a link or something else lies where the folder belongs. */
  | { readonly _tag: "NotAFolder"; readonly kind: "file" | "link" | "other" }
  /** The folder has content and nothing in it says that we wrote it. */
  | { readonly _tag: "NotOurs"; readonly entries: ReadonlyArray<string> }
  /** The folder holds the script set of another table. */
  | { readonly _tag: "OtherTable"; readonly owner: string; readonly table: string }
  /** Our folder, with files that we did not write. */
  | { readonly _tag: "ForeignEntries"; readonly entries: ReadonlyArray<string> }
  /** Our folder, with files that were changed since we wrote them. */
  | { readonly _tag: "EditedFiles"; readonly files: ReadonlyArray<string> }
  | { readonly _tag: "NotWritable"; readonly reason: string }
  /** A plugin's step names a file outside its folder, or two files of one name. */
  | { readonly _tag: "UnsafePaths"; readonly paths: ReadonlyArray<string> }

/** One folder that cannot be written; `path` is as a user would type it. */
export interface RefusedFolder {
  readonly owner: string
  readonly table: string
  readonly path: string
  readonly problem: FolderProblem
}

/** What is in the place of a folder that may be written. */
export interface CheckedFolder {
  readonly path: string
  readonly state: "new" | "replace" | "same"
  /** Files of an earlier set that the new one no longer has. */
  readonly stale: ReadonlyArray<string>
  /** Every file that lies there now, all of them ours. */
  readonly existing: ReadonlyArray<string>
  /** Every folder inside it, all of them ours. */
  readonly directories: ReadonlyArray<string>
}

/** A folder that was checked and, unless it is there already, staged. It holds no texts: a run may have thousands of folders. */
export interface TakenFolder extends CheckedFolder {
  readonly owner: string
  readonly table: string
  readonly folder: string
  /** Number of files and their bytes together, without our list of them. */
  readonly files: number
  readonly bytes: number
}

/** What was done for one folder. */
export interface WrittenFolder {
  readonly owner: string
  readonly table: string
  readonly path: string
  readonly state: "new" | "replaced" | "unchanged"
  readonly files: number
  readonly bytes: number
  /** Files of an earlier set that were removed. */
  readonly stale: ReadonlyArray<string>
  /** Where the old folder lies when a file came into it while it was replaced; null when it is gone. */
  readonly leftover: string | null
}
