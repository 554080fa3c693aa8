// Free text for places where only plain ASCII on one line is safe: comments and PROMPT lines.

/** Every character outside ASCII as `\00E9`, the form of Oracle's ASCIISTR, so that a name can still be recognised. */
export const escapeNonAscii = (text: string): string => text.replace(/\P{ASCII}/gu, escapeUnits)

const escapeUnits = (character: string): string =>
  character
    .split("")
    .map((unit) => `\\${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`)
    .join("")

/** The text on one line, words separated by single blanks, none at the ends. */
export const joinLines = (text: string): string =>
  /[^!-~]{2}|[^ -~]|^ | $/.test(text) ? text.replace(/[\s\p{Cc}]+/gu, " ").trim() : text

/**
 * One line of ASCII that SQL*Plus leaves alone: no `&` (substitution), no `;` (terminator), no `-` at the end (continuation).
 * `&` becomes `and`, `;` becomes `,`; line breaks and tabs become one blank, runs of blanks stay.
 */
export const calmText = (text: string): string => {
  // Most texts are calm already: plain ASCII, nothing at the ends.
  if (!/[^ -~]|[&;]|^ |[ -]$/.test(text)) return text
  const line = text.replace(/\s*(?:(?! )[\s\p{Cc}])+\s*/gu, " ")
  const calm = escapeNonAscii(line)
    .replace(/\s*&+\s*/g, " and ")
    .replaceAll(";", ",")
    .trim()
  return calm.endsWith("-") ? `${calm} .` : calm
}
