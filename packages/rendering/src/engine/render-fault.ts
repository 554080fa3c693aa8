// The exception that travels through nunjucks unchanged. It never leaves this package: the renderer turns it into a RenderError.
import type { RenderFailure } from "@orapart/contract"

/** A failure with its place. nunjucks rewrites foreign errors but leaves those alone that bring an `Update` method. */
export class RenderFault extends Error {
  readonly reason: RenderFailure

  constructor(reason: RenderFailure) {
    super(reason._tag)
    this.reason = reason
  }

  /** Called by nunjucks to add the template's path to the message. The place is known already. */
  Update(): this {
    return this
  }
}

/** Why a filter refuses its input; the place is added by whoever called the filter. */
export class FilterFault extends Error {}

/** A field that a filter reads and its input does not have. */
export class AbsentField extends Error {
  readonly holder: object
  readonly key: string

  constructor(holder: object, key: string) {
    super(`the field ${key} does not exist`)
    this.holder = holder
    this.key = key
  }
}

/** A fault of a template; `line` counts from 1 and is null when unknown. */
export const templateFault = (template: string, line: number | null, message: string): RenderFault =>
  new RenderFault({ _tag: "TemplateFault", template, line, message })

/** A field that a template reads and its context does not have. */
export const missingField = (template: string, line: number, field: string): RenderFault =>
  new RenderFault({ _tag: "MissingField", template, line, field })
