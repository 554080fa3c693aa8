import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { explainCode } from "../../src/services/explain-code.ts"
import { makeFolder } from "../support/temporary-folder.ts"

const pages = () =>
  makeFolder({
    "OP101-unknown-column.md": "# OP101 unknown-column\n",
    "OP102-wrong-type.md": "# OP102 wrong-type\n",
    "README.md": "# Checks\n"
  })

describe("explaining a code", () => {
  it.for(["OP101", "op101", " OP101 ", "unknown-column", "Unknown-Column"])("finds the page of %s", async (wanted) => {
    const { result } = await Effect.runPromise(explainCode(wanted, pages()))
    expect(result).toEqual({ code: "OP101", slug: "unknown-column", page: "# OP101 unknown-column\n" })
  })

  it("offers codes for what looks like a code and names for the rest", async () => {
    const knownFor = async (wanted: string) =>
      (await Effect.runPromise(Effect.flip(explainCode(wanted, pages())))).reason
    expect(await knownFor("OP110")).toEqual({ _tag: "UnknownCode", code: "OP110", known: ["OP101", "OP102"] })
    expect(await knownFor("README")).toMatchObject({ known: ["OP101", "unknown-column", "OP102", "wrong-type"] })
  })
})
