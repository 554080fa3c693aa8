// Which files of a folder are scripts. Words and the search for scripts share the list.

/** Suffixes that DBAs give to scripts of SQL*Plus, and to the stored code that SQL*Plus creates; compared without case. */
export const scriptSuffixes: ReadonlyArray<string> = [
  ".sql",
  ".bdy",
  ".ddl",
  ".dml",
  ".fnc",
  ".pck",
  ".pkb",
  ".pkh",
  ".pks",
  ".plb",
  ".pls",
  ".prc",
  ".spc",
  ".tpb",
  ".tps",
  ".trg",
  ".typ",
  ".vw"
]
