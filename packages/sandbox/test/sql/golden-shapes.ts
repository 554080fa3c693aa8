// The shapes of the golden scripts' SQL statements, each with its shortest statement. Blocks are left out: what they execute is in.
import { parseStatement } from "../../src/sql/index.ts"
import { readGoldenStatements, readStaticTexts } from "./golden-texts.ts"
import { statementShape } from "./statement-shape.ts"

const isShorter = (text: string, other: string | undefined): boolean =>
  other === undefined || text.length < other.length || (text.length === other.length && text < other)

/** Shape to statement. */
export const collectGoldenShapes = (): ReadonlyMap<string, string> => {
  const shapes = new Map<string, string>()
  const add = (text: string): void => {
    const statement = parseStatement(text)
    if (statement.kind === "block") for (const inner of readStaticTexts(statement)) add(inner)
    else if (isShorter(text, shapes.get(statementShape(statement)))) shapes.set(statementShape(statement), text)
  }
  for (const text of new Set(readGoldenStatements())) add(text)
  return shapes
}
