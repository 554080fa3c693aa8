// A cursor over rows that are there already.
import type { QueryCursor, ResultColumn, SqlRow } from "../engine/engine.ts"

/** Gives the rows out as they are asked for. */
export const listCursor = (columns: ReadonlyArray<ResultColumn>, rows: ReadonlyArray<SqlRow>): QueryCursor => {
  let rest = rows
  return {
    columns,
    fetch: async (count) => {
      const taken = rest.slice(0, count)
      rest = rest.slice(count)
      return taken
    },
    close: () => {
      rest = []
    }
  }
}
