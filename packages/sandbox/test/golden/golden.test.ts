// Values of expressions, one by one: SELECT expression FROM dual.
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine, EngineSession } from "../../src/engine/engine.ts"
import { DatabaseError } from "../../src/engine/engine.ts"
import { openSession, openTestEngine, scalar } from "../engine/sandbox-kit.ts"
import { datetimeValues } from "./datetimes.ts"
import type { GoldenValue } from "./golden-value.ts"
import { hashValues } from "./hashes.ts"
import { numberValues } from "./numbers.ts"
import { textValues } from "./texts.ts"

let engine: Engine
let session: EngineSession

beforeAll(async () => {
  engine = await openTestEngine()
  session = await openSession(engine)
}, 120_000)

afterAll(() => engine.close())

const valueOrError = async (expression: string): Promise<string | null> => {
  try {
    return await scalar(session, `SELECT ${expression} FROM dual`)
  } catch (cause) {
    if (cause instanceof DatabaseError) return cause.message.slice(0, 9)
    throw cause
  }
}

const groups: ReadonlyArray<readonly [string, ReadonlyArray<GoldenValue>]> = [
  ["numbers", numberValues],
  ["texts", textValues],
  ["datetimes", datetimeValues],
  ["hashes", hashValues]
]

describe.each(groups)("value of an expression: %s", (_, values) => {
  it.for(values)("%s is %s", async ([expression, expected]) => {
    expect(await valueOrError(expression)).toBe(expected)
  })
})

describe("golden values", () => {
  it("are at least 300", () => {
    expect(groups.flatMap(([, values]) => values).length).toBeGreaterThanOrEqual(300)
  })
})
