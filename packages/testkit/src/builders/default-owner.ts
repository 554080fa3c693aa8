// The owner of parts that a test builds without one, and the memory of which parts those are: only they follow their table.

/** The owner of everything that is built without one. tableModel gives such parts the table's own owner. */
export const defaultOwner = "HR"

const unowned = new WeakSet<object>()

/** Remembers that a part was built without an owner; returns it unchanged. A spread copy is not remembered. */
export const markUnowned = <Part extends object>(part: Part, givenOwner: string | undefined): Part => {
  if (givenOwner === undefined) unowned.add(part)
  return part
}

/** The owner a part has in a table: its own when it was told, else the table's. */
export const ownerIn = (part: object, ownOwner: string, tableOwner: string): string =>
  unowned.has(part) ? tableOwner : ownOwner
