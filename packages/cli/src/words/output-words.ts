// The sentences about output folders that may not be written.
import type { Finding } from "@orapart/contract"
import type { FolderProblem, RefusedFolder } from "../output/output-folder.ts"
import { findingOf } from "./cli-codes.ts"

const listSome = (names: ReadonlyArray<string>): string => {
  const shown = names.slice(0, 8).join(", ")
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown
}

const kinds = { file: "a file", link: "a link", other: "something that is no folder" }

const elsewhere = "Choose another folder with --output-dir"

const explain = (path: string, problem: FolderProblem): { readonly what: string; readonly advice: string } => {
  switch (problem._tag) {
    case "NotAFolder":
      return {
        what: `${path} is ${kinds[problem.kind]}, where a folder is needed.`,
        advice: `${elsewhere}, or move it away.`
      }
    case "NotOurs":
      return {
        what: `${path} was not written by orapart: it holds ${listSome(problem.entries)}.`,
        advice: `${elsewhere}, or move its content away.`
      }
    case "OtherTable":
      return {
        what: `${path} holds the script set of ${problem.owner}.${problem.table}.`,
        advice: `${elsewhere}, or remove the folder when that set is no longer needed.`
      }
    case "ForeignEntries":
      return {
        what: `${path} holds what orapart did not write: ${listSome(problem.entries)}.`,
        advice: `${elsewhere}, or move these away. Logs of a run are a sign that the scripts have been used.`
      }
    case "EditedFiles":
      return {
        what: `${path} holds scripts that were changed since they were written: ${listSome(problem.files)}.`,
        advice: `${elsewhere} and compare, or remove the changed files when they are no longer needed. To change scripts for good, override their templates in the config.`
      }
    case "NotWritable":
      return {
        what: `${path} cannot be replaced: ${problem.reason}.`,
        advice: `${elsewhere}, or give the right to write.`
      }
    case "UnsafePaths":
      return {
        what: `The plan writes to ${listSome(problem.paths)}: outside ${path}, or twice to one name.`,
        advice: "Correct the file names of the plugin's steps."
      }
  }
}

const why = "Nothing that orapart did not write is ever overwritten or deleted. Nothing was written at all."

/** The finding of one folder that may not be written. */
export const reportRefusedFolder = ({ owner, table, path, problem }: RefusedFolder): Finding =>
  findingOf("OP007", {
    subject: `${owner}.${table}`,
    ...explain(path, problem),
    why,
    evidence: {
      path,
      problem: problem._tag,
      entries: "entries" in problem ? problem.entries : "files" in problem ? problem.files : []
    }
  })

/** The finding of an output directory below which nothing can be written. */
export const reportObstacle = (outputDirectory: string, obstacle: string): Finding =>
  findingOf("OP008", {
    subject: outputDirectory,
    what: `Nothing can be written to ${outputDirectory}: ${obstacle}.`,
    why: "",
    advice: `${elsewhere}, or give the right to write.`,
    evidence: { path: outputDirectory, obstacle }
  })
