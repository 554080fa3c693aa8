// OP747: A password written into a script.
import type { ScriptItem, SqlplusCommand } from "../script-item.ts"
import { isWord } from "../token.ts"
import { readWrittenTokens } from "./code-tokens.ts"
import type { LintRule, Violation } from "./lint-rule.ts"

/** user/password; a substitution variable in place of the password is what one should write. */
const login = /^["']?([\w$#&."]+?)["']?\/(?!\s|$)(?!["']?&)[^\s@/]/
const tools = /\b(?:sqlplus|sql|sqlldr|expdp|impdp|exp|imp|rman)\s+(?:-\S+\s+(?:\d\s+)?)*(?:userid=)?(\S+)/i
const copied = /\b(?:from|to)\s+(\S+)/gi

const describe = (line: number, where: string, user: string): Violation => ({
  line,
  what: `${where} holds the password of ${user}.`
})

const findInCommand = ({ verb, args, line }: SqlplusCommand): ReadonlyArray<Violation> => {
  const words: ReadonlyArray<string> =
    verb === "CONNECT"
      ? [args]
      : verb === "HOST"
        ? [tools.exec(args)?.[1] ?? ""]
        : verb === "COPY"
          ? [...args.matchAll(copied)].map(([, word = ""]) => word)
          : []
  return words.flatMap((word) => {
    const [, user] = login.exec(word) ?? []
    return user === undefined ? [] : [describe(line, verb, user.replaceAll('"', ""))]
  })
}

/** IDENTIFIED BY "&pwd" asks for it; IDENTIFIED BY VALUES is as good as the password. */
const findInStatement = (item: ScriptItem): ReadonlyArray<Violation> => {
  if (item.kind !== "sql" || !/\bidentified\s+by\b/i.test(item.text)) return []
  const tokens = readWrittenTokens(item)
  return tokens.flatMap((token, index) => {
    const secret = tokens[index + 2]
    const isSecret = secret?.kind === "word" || secret?.kind === "quoted-identifier"
    if (!isWord(token, "IDENTIFIED") || !isWord(tokens[index + 1], "BY") || !isSecret || secret.text.includes("&"))
      return []
    return [{ ...describe(secret.line, "IDENTIFIED BY", tokens[2]?.text ?? "somebody"), severity: "warning" as const }]
  })
}

/** OP747 password-in-script: a password in CONNECT, HOST, COPY or IDENTIFIED BY. */
export const passwordInScript: LintRule = {
  code: "OP747",
  slug: "password-in-script",
  severity: "error",
  why: "Everybody who can read the file or its log has the password; in HOST the list of processes shows it too.",
  advice: 'Use a wallet (CONNECT /@alias), or ACCEPT pwd HIDE and "&pwd".',
  check: (script) =>
    script.reading.statements.flatMap((item) => (item.kind === "command" ? findInCommand(item) : findInStatement(item)))
}
