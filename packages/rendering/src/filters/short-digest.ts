// {{ plan.digest | short_digest }}: a plan's hash where people read it.
import { FilterFault } from "../engine/render-fault.ts"
import { defineFilter } from "./define-filter.ts"

/** The first eight digits. */
export const shortenDigest = (digest: string): string => {
  if (!/^[0-9a-f]{8,}$/i.test(digest)) throw new FilterFault(`${digest} is no hexadecimal digest.`)
  return digest.slice(0, 8)
}

export const shortDigestFilter = defineFilter({ name: "short_digest", takes: ["text"], apply: shortenDigest })
