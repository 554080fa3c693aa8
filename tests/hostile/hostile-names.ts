// Names that break what is not quoted with care. Oracle allows any character in a quoted name but the double quote and NUL, and 128 bytes of it.

/** A name and what is hostile in it. */
export interface HostileName {
  readonly what: string
  readonly name: string
  /** False when Oracle cannot have such a name: it has to be refused. */
  readonly isPossible: boolean
}

const possible = (what: string, name: string): HostileName => ({ what, name, isPossible: true })
const impossible = (what: string, name: string): HostileName => ({ what, name, isPossible: false })

/** The list. */
export const hostileNames: ReadonlyArray<HostileName> = [
  possible("an apostrophe", "O'Brien's"),
  possible("a closed literal and a statement", "x'; DROP TABLE t; --"),
  possible("an ampersand", "A&B"),
  possible("two ampersands and a dot", "&&x.y"),
  possible("a semicolon at the end", "Ende;"),
  possible("a newline", "two\nlines"),
  possible("a newline and a slash alone", "run\n/\n"),
  possible("a carriage return", "a\rb"),
  possible("a tab", "a\tb"),
  possible("a hyphen at the end", "ends with -"),
  possible("the begin of a comment", "a -- b"),
  possible("a block comment", "/* a */"),
  possible("an at sign", "@script"),
  possible("a colon", ":bind"),
  possible("a dot", "OWNER.TABLE"),
  possible("blanks at both ends", "  blank  "),
  possible("a single blank", " "),
  possible("a reserved word", "SELECT"),
  possible("lower case", "lower_case"),
  possible("non-ASCII letters", "Straße_Ñandú_東京"),
  possible("an emoji", "table😀"),
  possible("letters that join and turn direction", "a\u0301\u202Eb\u200D"),
  possible("128 bytes", "L".repeat(128)),
  possible("128 bytes of two-byte letters", "Ü".repeat(64)),
  possible("template marks", "{{ plan.owner }}{% raw %}{#"),
  possible("a path", "../../etc/passwd"),
  possible("a backslash", "C:\\new\\table"),
  possible("a dollar and a backquote", "$(id)`id`"),
  possible("a percent sign and an underscore", "100%_"),
  possible("a q-quote", "q'[a]'"),
  possible("a hash at the start", "#spool x"),
  possible("a control character", "bell\u0007"),
  impossible("a double quote", 'a"b'),
  impossible("NUL", "a\u0000b"),
  impossible("129 bytes", "L".repeat(129)),
  impossible("130 bytes of two-byte letters", "Ü".repeat(65)),
  impossible("nothing", "")
]
