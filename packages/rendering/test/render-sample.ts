// Renders one small template, or gives the reason why it cannot be rendered.
import * as Effect from "effect/Effect"
import type { RenderFailure } from "@orapart/contract"
import { createRenderer, renderScript } from "../src/index.ts"
import type { TemplateOverride } from "../src/index.ts"

const makeRenderer = (texts: { readonly [id: string]: string }, overrides?: ReadonlyMap<string, TemplateOverride>) =>
  createRenderer({ templates: new Map(Object.entries(texts)), ...(overrides === undefined ? {} : { overrides }) })

/** Renders `core:main.sql` of these templates, or the single template given as text. */
export const render = (
  templates: string | { readonly [id: string]: string },
  context: object = {},
  overrides?: ReadonlyMap<string, TemplateOverride>
): string => {
  const texts = typeof templates === "string" ? { "core:main.sql": templates } : templates
  return Effect.runSync(renderScript(makeRenderer(texts, overrides), "core:main.sql", context))
}

/** The reason why `core:main.sql` cannot be rendered. */
export const failToRender = (
  templates: string | { readonly [id: string]: string },
  context: object = {},
  overrides?: ReadonlyMap<string, TemplateOverride>
): RenderFailure => {
  const texts = typeof templates === "string" ? { "core:main.sql": templates } : templates
  return Effect.runSync(Effect.flip(renderScript(makeRenderer(texts, overrides), "core:main.sql", context))).reason
}
