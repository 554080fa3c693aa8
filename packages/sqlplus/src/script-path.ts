// Paths of scripts as text: what `@@file` means beside its caller. Knows no file system; `/` and `\` divide folders.

const isElsewhere = (file: string): boolean => /^(?:[/\\?~$%]|[A-Za-z]:|\w+:\/\/)/.test(file)

/** A path without `.` and with `..` carried out as far as there are folders; `\` becomes `/`. */
export const normalizePath = (path: string): string => {
  const parts: string[] = []
  for (const part of path.replaceAll("\\", "/").split("/")) {
    const above = parts.at(-1)
    if (part === "..") {
      // Above the root is the root.
      if (above === undefined || above === "..") parts.push(part)
      else if (above !== "" || parts.length > 1) parts.pop()
    } else if (part !== "." && (part !== "" || parts.length === 0)) parts.push(part)
  }
  return parts.join("/")
}

/**
 * The path of a called file beside its caller: `a/b.sql` and `c.sql` give `a/c.sql`. Null for a path that does not
 * depend on the caller: absolute ones, URLs, `?` (the Oracle home) and variables of the environment.
 */
export const besideScript = (caller: string, file: string): string | null =>
  isElsewhere(file) ? null : normalizePath(caller.replace(/[^/]*$/, "") + file)
