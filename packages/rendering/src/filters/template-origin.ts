// {{ step.apply.template | template_origin }}: where a script's text came from, for its header.
import { createHash } from "node:crypto"
import { calmText } from "../text/ascii.ts"
import { defineFilter } from "./define-filter.ts"
import type { TemplateFilter } from "./define-filter.ts"

/** The filter of one renderer: the id, and for a replaced template also its origin and the first 8 digits of its SHA-256. */
export const makeTemplateOrigin = (
  overrides: ReadonlyMap<string, { readonly text: string; readonly origin: string }>
): TemplateFilter =>
  defineFilter({
    name: "template_origin",
    takes: ["text"],
    apply: (id: string): string => {
      const override = overrides.get(id)
      if (override === undefined) return id
      const hash = createHash("sha256").update(override.text, "utf8").digest("hex").slice(0, 8)
      return `${id} replaced by ${calmText(override.origin)}, SHA-256 ${hash}`
    }
  })
