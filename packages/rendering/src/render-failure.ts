// Words for a rendering that failed. Made from the fields, so that every command says the same.
import type { RenderFailure } from "@orapart/contract"

/** One or two sentences: which template, where, what is wrong and what can be done. */
export const describeRenderFailure = (failure: RenderFailure): string => {
  switch (failure._tag) {
    case "UnknownTemplate": {
      const prefix = failure.template.slice(0, failure.template.indexOf(":") + 1)
      const near = failure.known.filter((id) => id.startsWith(prefix))
      return `There is no template ${failure.template}. Known: ${(near.length > 0 ? near : failure.known).join(", ") || "none"}.`
    }
    case "MissingField":
      return `${place(failure.template, failure.line)} reads ${failure.field}, which does not exist. Correct the name, or add the field to the step's data.`
    case "TemplateFault":
      return `${place(failure.template, failure.line)}: ${failure.message}`
  }
}

const place = (template: string, line: number | null | undefined): string =>
  line === null || line === undefined ? template : `${template} line ${line}`
