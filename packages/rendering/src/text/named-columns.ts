// Several filters take columns either by name or as models: a step's data may bring both.

/** A column by name, or anything that has one. */
export type NamedColumn = string | { readonly name: string }

/** The column's dictionary name. */
export const nameOf = (column: NamedColumn): string => (typeof column === "string" ? column : column.name)

/** Blanks at the beginning of a line. */
export const indentBy = (blanks: number): string => " ".repeat(blanks)

/** `t.` for the alias t, nothing for an empty alias. */
export const prefixOf = (alias: string): string => (alias === "" ? "" : `${alias}.`)
