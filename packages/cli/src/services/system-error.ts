// Reads the two useful fields of an error that Node or the operating system threw.

/** The code (`ENOSPC`; empty when there is none) and the message of anything that was thrown. */
export const systemErrorOf = (cause: unknown): { readonly code: string; readonly message: string } => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : ""
  const message = cause instanceof Error ? cause.message : String(cause)
  return { code, message }
}

const reasons: { readonly [code: string]: string } = {
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "something is there already",
  EISDIR: "a folder is there",
  ENAMETOOLONG: "the name is too long for the file system",
  ELOOP: "the path runs through a circle of links",
  EMFILE: "too many files are open",
  EBUSY: "it is in use",
  ENOENT: "it does not exist"
}

/** The reason in plain words with the system's code: `the disk is full (ENOSPC)`. */
export const explainSystemError = (cause: unknown): string => {
  const { code, message } = systemErrorOf(cause)
  const reason = reasons[code]
  return reason === undefined ? message : `${reason} (${code})`
}
