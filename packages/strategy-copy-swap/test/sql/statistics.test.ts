import { column, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { methodOpt } from "../../src/sql/statistics.ts"

const withHistogram = (declaration: string, histogramBuckets: number | null, histogram = "FREQUENCY") =>
  column(declaration, { statistics: { histogram, histogramBuckets } })

const base = ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE NOT NULL"]

describe("methodOpt", () => {
  it("asks for no histogram when no column has one", () => {
    expect(methodOpt(tableModel())).toBe("FOR ALL COLUMNS SIZE 1")
    const analyzed = tableModel({ columns: [...base, withHistogram("A NUMBER", 1, "NONE")] })
    expect(methodOpt(analyzed)).toBe("FOR ALL COLUMNS SIZE 1")
  })

  it("asks for the histograms that are there, by name, quoted where needed", () => {
    const table = tableModel({
      columns: [...base, withHistogram("STATUS VARCHAR2(9)", 5), withHistogram('"Mixed Name" NUMBER', 254, "HYBRID")]
    })
    expect(methodOpt(table)).toBe('FOR ALL COLUMNS SIZE 1 FOR COLUMNS STATUS SIZE 254, "Mixed Name" SIZE 254')
  })

  it.each([
    [null, 254],
    [3, 254],
    [254, 254],
    [1000, 1000],
    [2048, 2048],
    [5000, 2048]
  ])("asks for %s buckets as SIZE %s", (buckets, size) => {
    const table = tableModel({ columns: [...base, withHistogram("A NUMBER", buckets)] })
    expect(methodOpt(table)).toBe(`FOR ALL COLUMNS SIZE 1 FOR COLUMNS A SIZE ${size}`)
  })

  it("passes over virtual columns and those that Oracle made", () => {
    const virtual = withHistogram('V NUMBER GENERATED ALWAYS AS ("ORDER_ID" * 2) VIRTUAL', 10)
    const made = { ...withHistogram("SYS_NC00009$ NUMBER", 10), isHidden: true, isUserGenerated: false }
    expect(methodOpt(tableModel({ columns: [...base, virtual, made] }))).toBe("FOR ALL COLUMNS SIZE 1")
  })

  it("keeps the histogram of an invisible column", () => {
    const table = tableModel({ columns: [...base, withHistogram("A NUMBER INVISIBLE", 10)] })
    expect(methodOpt(table)).toBe("FOR ALL COLUMNS SIZE 1 FOR COLUMNS A SIZE 254")
  })
})
