// JSON pointers (RFC 6901) as findings carry them. Knows nothing of texts or positions.

/** One step into a JSON value: a key or an index. */
export type PathStep = string | number

/** `["tables", 3, "a/b"]` -> `/tables/3/a~1b`; the whole value is the empty text. */
export const joinPointer = (steps: ReadonlyArray<PathStep>): string =>
  steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")

/** The steps of a pointer, all as text: an array index stays `"3"`. */
export const splitPointer = (pointer: string): ReadonlyArray<string> =>
  pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))

/** The value that a pointer leads to; undefined when it leads nowhere. */
export const valueAt = (root: unknown, pointer: string): unknown =>
  splitPointer(pointer).reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as { [key: string]: unknown })[step]
        : undefined,
    root
  )

/** A pointer as people read it: `tables[3].target_configuration.partition_column`; empty for the whole file. */
export const readablePath = (pointer: string): string =>
  splitPointer(pointer)
    .map((step, at) => (/^\d+$/.test(step) ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join("")
