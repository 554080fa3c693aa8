import { describe, expect, it } from "vitest"
import { tokenizeSql, withoutComments } from "@orapart/sqlplus"
import { classifyStatement, isOpaqueUnit } from "../src/statement-kind.ts"

const wordsOf = (text: string) => withoutComments(tokenizeSql(text))
const classify = (text: string) => classifyStatement(wordsOf(text))

describe("classifyStatement", () => {
  it.each([
    "DECLARE x NUMBER;",
    "BEGIN NULL; END;",
    "<<outer>> BEGIN",
    "CREATE FUNCTION f",
    "CREATE OR REPLACE PROCEDURE p",
    "CREATE PACKAGE p",
    "CREATE OR REPLACE PACKAGE BODY p",
    "CREATE OR REPLACE EDITIONABLE TRIGGER t",
    "create or replace noneditionable type t",
    "CREATE TYPE BODY t",
    "CREATE TYPE t AS OBJECT (a NUMBER);",
    "CREATE LIBRARY l",
    "CREATE OR REPLACE AND RESOLVE JAVA SOURCE NAMED j",
    "CREATE IF NOT EXISTS PROCEDURE p",
    "CREATE MLE MODULE m",
    "CREATE /* a */ OR -- b\n REPLACE TRIGGER t",
    "WITH FUNCTION f RETURN NUMBER IS",
    "with procedure p is",
    "CREATE VIEW v AS WITH FUNCTION f RETURN NUMBER IS",
    "INSERT INTO t WITH FUNCTION f (a NUMBER)",
    'SELECT * FROM (WITH FUNCTION "F" RETURN'
  ])("takes %j for PL/SQL", (text) => {
    expect(classify(text)).toBe("plsql")
  })

  it.each([
    "CREATE TABLE type (a NUMBER)",
    "CREATE OR REPLACE EDITIONABLE VIEW v",
    "CREATE SCHEMA AUTHORIZATION app",
    "CREATE GLOBAL TEMPORARY TABLE t",
    "ALTER TRIGGER t COMPILE",
    "DROP PACKAGE p",
    "SET ROLE ALL",
    "WITH function AS (SELECT 1 FROM dual)",
    "WITH function (a) AS (SELECT 1 FROM dual)",
    "WITH x AS (SELECT 1 FROM dual)"
  ])("takes %j for SQL", (text) => {
    expect(classify(text)).toBe("sql")
  })

  it.each(["CREATE", "CREATE OR REPLACE", "CREATE OR REPLACE NONEDITIONABLE", "CREATE MLE", "-- c"])(
    "waits for more after %j",
    (text) => {
      expect(classify(text)).toBeNull()
    }
  )

  it("still finds WITH FUNCTION when it is searched from the middle", () => {
    const words = wordsOf("INSERT INTO t WITH FUNCTION f RETURN NUMBER")
    expect(classifyStatement(words, 5)).toBe("plsql")
  })
})

describe("isOpaqueUnit", () => {
  it("knows Java and wrapped code from PL/SQL", () => {
    expect(isOpaqueUnit(wordsOf("CREATE JAVA SOURCE NAMED j AS class"))).toBe(true)
    expect(isOpaqueUnit(wordsOf("CREATE OR REPLACE PACKAGE BODY p wrapped a000000"))).toBe(true)
    expect(isOpaqueUnit(wordsOf("CREATE PROCEDURE p IS BEGIN NULL; END;"))).toBe(false)
    expect(isOpaqueUnit(wordsOf("BEGIN java.wrapped; END;"))).toBe(false)
  })
})
