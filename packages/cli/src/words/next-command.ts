// Writes commands that a user can copy, with the flags that were used.

/** A word of a shell command: quoted when it holds anything a shell would read. */
export const quoteForShell = (word: string): string =>
  /^[\w./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

/** The flags that choose what a command works on. */
export interface UsedFlags {
  readonly config: string
  readonly snapshot?: string | undefined
  readonly table?: ReadonlyArray<string> | undefined
}

/** `orapart plan --config x.json`, on the same config, snapshot and tables as before. */
export const writeCommand = (name: string, { config, snapshot, table = [] }: UsedFlags): string =>
  [
    `orapart ${name} --config ${quoteForShell(config)}`,
    ...(snapshot === undefined ? [] : [`--snapshot ${quoteForShell(snapshot)}`]),
    ...table.map((one) => `--table ${quoteForShell(one)}`)
  ].join(" ")
