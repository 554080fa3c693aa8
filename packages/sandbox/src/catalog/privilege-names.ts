// System and object privileges by name. What is not here is no privilege (ORA-00990) or a role.

/** System privileges of release 19 that the sandbox knows. */
export const systemPrivileges: ReadonlyArray<string> = [
  "ADMINISTER DATABASE TRIGGER",
  "ALTER ANY INDEX",
  "ALTER ANY PROCEDURE",
  "ALTER ANY ROLE",
  "ALTER ANY SEQUENCE",
  "ALTER ANY TABLE",
  "ALTER ANY TRIGGER",
  "ALTER DATABASE",
  "ALTER SESSION",
  "ALTER SYSTEM",
  "ALTER USER",
  "ANALYZE ANY",
  "ANALYZE ANY DICTIONARY",
  "AUDIT ANY",
  "BACKUP ANY TABLE",
  "COMMENT ANY TABLE",
  "CREATE ANY CONTEXT",
  "CREATE ANY DIRECTORY",
  "CREATE ANY INDEX",
  "CREATE ANY MATERIALIZED VIEW",
  "CREATE ANY PROCEDURE",
  "CREATE ANY SEQUENCE",
  "CREATE ANY SYNONYM",
  "CREATE ANY TABLE",
  "CREATE ANY TRIGGER",
  "CREATE ANY TYPE",
  "CREATE ANY VIEW",
  "CREATE CLUSTER",
  "CREATE DATABASE LINK",
  "CREATE JOB",
  "CREATE MATERIALIZED VIEW",
  "CREATE PROCEDURE",
  "CREATE PUBLIC SYNONYM",
  "CREATE ROLE",
  "CREATE SEQUENCE",
  "CREATE SESSION",
  "CREATE SYNONYM",
  "CREATE TABLE",
  "CREATE TABLESPACE",
  "CREATE TRIGGER",
  "CREATE TYPE",
  "CREATE USER",
  "CREATE VIEW",
  "DELETE ANY TABLE",
  "DROP ANY INDEX",
  "DROP ANY MATERIALIZED VIEW",
  "DROP ANY PROCEDURE",
  "DROP ANY ROLE",
  "DROP ANY SEQUENCE",
  "DROP ANY SYNONYM",
  "DROP ANY TABLE",
  "DROP ANY TRIGGER",
  "DROP ANY VIEW",
  "DROP PUBLIC SYNONYM",
  "DROP USER",
  "EXECUTE ANY PROCEDURE",
  "EXECUTE ANY TYPE",
  "EXEMPT ACCESS POLICY",
  "EXEMPT REDACTION POLICY",
  "FLASHBACK ANY TABLE",
  "FLASHBACK ARCHIVE ADMINISTER",
  "FORCE ANY TRANSACTION",
  "GLOBAL QUERY REWRITE",
  "GRANT ANY OBJECT PRIVILEGE",
  "GRANT ANY PRIVILEGE",
  "GRANT ANY ROLE",
  "INSERT ANY TABLE",
  "LOCK ANY TABLE",
  "MANAGE TABLESPACE",
  "QUERY REWRITE",
  "READ ANY TABLE",
  "REDEFINE ANY TABLE",
  "RESTRICTED SESSION",
  "RESUMABLE",
  "SELECT ANY DICTIONARY",
  "SELECT ANY SEQUENCE",
  "SELECT ANY TABLE",
  "SELECT ANY TRANSACTION",
  "UNDER ANY VIEW",
  "UNLIMITED TABLESPACE",
  "UPDATE ANY TABLE"
]

const known: ReadonlySet<string> = new Set(systemPrivileges)

/** True for the name of a system privilege. */
export const isSystemPrivilege = (name: string): boolean => known.has(name)

/** Kinds of objects on which privileges are granted. */
export type GrantableKind = "table" | "view" | "sequence" | "unit"

const byKind: Readonly<Record<GrantableKind, ReadonlyArray<string>>> = {
  table: [
    "ALTER",
    "DELETE",
    "INDEX",
    "INSERT",
    "SELECT",
    "UPDATE",
    "REFERENCES",
    "READ",
    "ON COMMIT REFRESH",
    "QUERY REWRITE",
    "DEBUG",
    "FLASHBACK"
  ],
  view: [
    "DELETE",
    "INSERT",
    "SELECT",
    "UPDATE",
    "REFERENCES",
    "READ",
    "ON COMMIT REFRESH",
    "QUERY REWRITE",
    "DEBUG",
    "FLASHBACK",
    "MERGE VIEW"
  ],
  sequence: ["ALTER", "SELECT"],
  unit: ["EXECUTE", "DEBUG"]
}

/** What ALL means for a kind of object, in the order in which Oracle lists it. */
export const objectPrivilegesOf = (kind: GrantableKind): ReadonlyArray<string> => byKind[kind]

const anyObject: ReadonlySet<string> = new Set(Object.values(byKind).flat())

/** True for the name of an object privilege of any kind of object. */
export const isObjectPrivilege = (name: string): boolean => anyObject.has(name)

/** Object privileges that can be granted on columns. */
export const columnPrivileges: ReadonlySet<string> = new Set(["INSERT", "UPDATE", "REFERENCES"])
