// The one service in front of nunjucks: templates by id, compiled once, rendered strictly. It reads no files and decides nothing.
import * as Effect from "effect/Effect"
import { RenderError } from "@orapart/contract"
import { RenderFault } from "./engine/render-fault.ts"
import { ScriptEnvironment } from "./engine/script-environment.ts"
import { checkLostValues, finishText, normalizeLineEnds } from "./engine/script-text.ts"
import { templateFilters } from "./filters/template-filters.ts"
import { makeTemplateOrigin } from "./filters/template-origin.ts"

/** A template that replaces one of the same id. `origin` says where it came from, for example the path in the config. */
export interface TemplateOverride {
  readonly text: string
  readonly origin: string
}

/** Templates, ready to render. Holds compiled templates; it can be used for any number of plans. */
export interface Renderer {
  /** Every id that can be rendered, sorted. */
  readonly templateIds: ReadonlyArray<string>
  /** Renders one template to a finished text. Throws a RenderFault; callers outside this package use renderScript. */
  readonly renderText: (templateId: string, context: object) => string
  /** Lets go of the data that was rendered last; to be called when a set is finished, so that no plan outlives its files. */
  readonly forgetData: () => void
  /** Compiles one template without rendering it. Throws a RenderFault. */
  readonly compile: (templateId: string) => void
}

/**
 * A renderer over template texts by id (`core:10_create_table.sql`). An override replaces the text of an existing id; one whose
 * id does not exist makes every rendering fail with UnknownTemplate, because the user's text would silently not be used.
 */
export const createRenderer = (input: {
  readonly templates: ReadonlyMap<string, string>
  readonly overrides?: ReadonlyMap<string, TemplateOverride>
}): Renderer => {
  const overrides = input.overrides ?? new Map<string, TemplateOverride>()
  const templateIds = [...input.templates.keys()].sort()
  const texts = new Map(
    templateIds.map((id) => [id, normalizeLineEnds(overrides.get(id)?.text ?? input.templates.get(id) ?? "")] as const)
  )
  const filters = [...templateFilters, makeTemplateOrigin(overrides)]
  const environment = new ScriptEnvironment(texts, new Map(filters.map((filter) => [filter.name, filter])))
  const strayId = [...overrides.keys()].find((id) => !texts.has(id))

  const load = (templateId: string) => {
    if (strayId !== undefined) throw new RenderFault({ _tag: "UnknownTemplate", template: strayId, known: templateIds })
    return environment.load(templateId)
  }
  const renderText = (templateId: string, context: object): string => {
    const text = finishText(templateId, load(templateId).render(context))
    checkLostValues(templateId, text, context, texts)
    return text
  }
  return {
    templateIds,
    renderText,
    forgetData: () => environment.forgetData(),
    compile: (templateId) => void load(templateId)
  }
}

/** Runs a rendering; faults become the typed error, anything else is a defect of ours. */
export const tryRendering = <Value>(render: () => Value): Effect.Effect<Value, RenderError> =>
  Effect.suspend(() => {
    try {
      return Effect.succeed(render())
    } catch (error) {
      return error instanceof RenderFault ? Effect.fail(new RenderError({ reason: error.reason })) : Effect.die(error)
    }
  })

/** One template with its context. Fails when the template is unknown, reads a field that does not exist, or is at fault itself. */
export const renderScript = (
  renderer: Renderer,
  templateId: string,
  context: object
): Effect.Effect<string, RenderError> => tryRendering(() => renderer.renderText(templateId, context))

/** Compiles every template, so that a syntax error shows before the first table is rendered. */
export const checkTemplates = (renderer: Renderer): Effect.Effect<void, RenderError> =>
  tryRendering(() => renderer.templateIds.forEach(renderer.compile))
