// Preferences of DBMS_STATS with the values they have when nobody set them. Source: PL/SQL Packages and Types Reference, DBMS_STATS.SET_TABLE_PREFS (19c).

const defaults: Readonly<Record<string, string>> = {
  APPROXIMATE_NDV_ALGORITHM: "REPEAT OR HYPERLOGLOG",
  AUTO_STAT_EXTENSIONS: "OFF",
  CASCADE: "DBMS_STATS.AUTO_CASCADE",
  DEGREE: "NULL",
  ESTIMATE_PERCENT: "DBMS_STATS.AUTO_SAMPLE_SIZE",
  GLOBAL_TEMP_TABLE_STATS: "SESSION",
  GRANULARITY: "AUTO",
  INCREMENTAL: "FALSE",
  INCREMENTAL_LEVEL: "PARTITION",
  INCREMENTAL_STALENESS: "NULL",
  METHOD_OPT: "FOR ALL COLUMNS SIZE AUTO",
  NO_INVALIDATE: "DBMS_STATS.AUTO_INVALIDATE",
  OPTIONS: "GATHER",
  PREFERENCE_OVERRIDES_PARAMETER: "FALSE",
  PUBLISH: "TRUE",
  STALE_PERCENT: "10",
  STAT_CATEGORY: "OBJECT_STATS",
  TABLE_CACHED_BLOCKS: "1",
  WAIT_TIME_TO_UPDATE_STATS: "15"
}

/** The value without a preference; null for a name that is none. */
export const preferenceDefault = (name: string): string | null => defaults[name] ?? null
