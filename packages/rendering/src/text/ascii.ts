// Free text for places where only plain ASCII on one line is safe: comments and PROMPT lines.

/** Every character outside ASCII as `\00E9`, the form of Oracle's ASCIISTR, so that a name can still be recognised. */
export const escapeNonAscii = (text: string): string =>
  text.replace(/[^\x00-\x7f]/g, (unit) => `\\${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`)

/** The text on one line: control characters and runs of blanks become one blank, none at the ends. */
export const joinLines = (text: string): string => text.replace(/[\s\x00-\x1f\x7f]+/g, " ").trim()

/**
 * One line of ASCII that SQL*Plus leaves alone: no `&` (substitution), no `;` (terminator), no `-` at the end (continuation).
 * `&` becomes `and`, `;` becomes `,`.
 */
export const calmText = (text: string): string => {
  const calm = joinLines(escapeNonAscii(text).replace(/\s*&+\s*/g, " and ").replaceAll(";", ","))
  return calm.endsWith("-") ? `${calm} .` : calm
}
