// DBMS_PARALLEL_EXECUTE: tasks and chunks by ROWID. Running a task in jobs is not in the sandbox.
import type { ParallelTaskEntry } from "../catalog/entries.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import { toDouble } from "../plsql/number.ts"
import type { Runtime } from "../plsql/runtime.ts"
import { booleanType, integerType, numberType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import { isNum } from "../plsql/value.ts"
import { nameArgument, quoteName, textArgument } from "./object-name.ts"
import type { PackageDefinition } from "./package.ts"
import { func, optional, procedure, required } from "./package.ts"

const findTask = (runtime: Runtime, name: Value | undefined): ParallelTaskEntry => {
  const wanted = textArgument(name) ?? ""
  for (const task of runtime.catalog().all("parallel-task"))
    if (task.owner === runtime.user && task.name === wanted) return task
  throw ora(29498)
}

const createTask = async (runtime: Runtime, [name, comment]: ReadonlyArray<Value>): Promise<void> => {
  const wanted = textArgument(name)
  if (wanted === null) throw ora(29490, ["task_name"])
  for (const task of runtime.catalog().all("parallel-task"))
    if (task.owner === runtime.user && task.name === wanted) throw ora(29497)
  await runtime.changeCatalog((change) => {
    change.put({
      kind: "parallel-task",
      id: change.takeObjectId(),
      owner: runtime.user,
      name: wanted,
      parentId: null,
      comment: textArgument(comment),
      status: "CREATED",
      table: null,
      chunks: []
    })
  })
}

const fetchSize = 10_000
const bytesPerBlock = 8192
const assumedRowBytes = 100

type Chunk = ParallelTaskEntry["chunks"][number]

/** First and last ROWID of each so many rows, in the order of ROWID: together they are all rows, none twice. */
const cutByRowid = async (
  runtime: Runtime,
  owner: string,
  table: string,
  rows: number
): Promise<ReadonlyArray<Chunk>> => {
  const text = `SELECT ROWID FROM ${quoteName(owner, table)} ORDER BY ROWID`
  const node = runtime.parse(text)
  if (node.kind !== "query") return []
  const cursor = await runtime.openCursor({ text, node }, { find: () => null })
  const chunks: Chunk[] = []
  let [start, end, count] = ["", "", 0]
  const finish = (): void => {
    if (count > 0) chunks.push({ id: chunks.length + 1, startRowid: start, endRowid: end })
    count = 0
  }
  for (let isMore = true; isMore;) {
    const found = await cursor.fetch(fetchSize)
    for (const [value] of found) {
      const rowid = typeof value === "string" ? value : ""
      if (count === 0) start = rowid
      end = rowid
      count += 1
      if (count === rows) finish()
    }
    isMore = found.length === fetchSize
  }
  cursor.close()
  finish()
  return chunks
}

const createChunks = async (
  runtime: Runtime,
  [task, schema, table, byRow, size]: ReadonlyArray<Value>
): Promise<void> => {
  const found = findTask(runtime, task)
  const [owner, name] = [nameArgument(schema, runtime.currentSchema), nameArgument(table, "")]
  if (runtime.findRow([owner, name]) === null) throw ora(29491)
  const wanted = size !== undefined && isNum(size) ? toDouble(size) : 0
  if (wanted < 1) throw ora(29492)
  const rows = byRow === true ? Math.floor(wanted) : Math.floor((wanted * bytesPerBlock) / assumedRowBytes)
  const chunks = await cutByRowid(runtime, owner, name, Math.max(1, rows))
  await runtime.changeCatalog((change) => {
    change.put({ ...found, status: "CHUNKED", table: { owner, name }, chunks })
  })
}

const statusNumbers: Readonly<Record<ParallelTaskEntry["status"], number>> = { CREATED: 1, CHUNKED: 4 }

/** The package as far as the scripts use it; ORA-29497 for a task that exists, ORA-29498 for one that does not. */
export const dbmsParallelExecute: PackageDefinition = {
  name: "DBMS_PARALLEL_EXECUTE",
  constants: {
    CREATED: { type: integerType, value: 1 },
    CHUNKED: { type: integerType, value: 4 },
    FINISHED: { type: integerType, value: 6 }
  },
  subprograms: [
    procedure("CREATE_TASK", [required("TASK_NAME", textType), optional("COMMENT", textType)], ({ runtime }, values) =>
      createTask(runtime, values)
    ),
    procedure("DROP_TASK", [required("TASK_NAME", textType)], async ({ runtime }, [name]) => {
      const { id } = findTask(runtime, name)
      await runtime.changeCatalog((change) => {
        change.remove(id)
      })
    }),
    procedure(
      "CREATE_CHUNKS_BY_ROWID",
      [
        required("TASK_NAME", textType),
        required("TABLE_OWNER", textType),
        required("TABLE_NAME", textType),
        required("BY_ROW", booleanType),
        required("CHUNK_SIZE", numberType)
      ],
      ({ runtime }, values) => createChunks(runtime, values)
    ),
    func(
      "TASK_STATUS",
      [required("TASK_NAME", textType)],
      numberType,
      ({ runtime }, [name]) => statusNumbers[findTask(runtime, name).status]
    ),
    func(
      "GENERATE_TASK_NAME",
      [optional("PREFIX", textType, "TASK$_")],
      textType,
      ({ runtime }, [prefix]) => `${textArgument(prefix) ?? ""}${String(runtime.catalog().counters.nextObjectId)}`
    ),
    procedure(
      "RUN_TASK",
      [required("TASK_NAME", textType), required("SQL_STMT", textType), required("LANGUAGE_FLAG", numberType)],
      () => {
        throw notInSandbox("DBMS_PARALLEL_EXECUTE.RUN_TASK")
      }
    )
  ]
}
