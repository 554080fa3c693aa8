// Shows the page of a code; what there is to say about the page itself goes above it.
import type { Outcome } from "../failures.ts"
import type { CodePage } from "../services/explain-code.ts"
import { renderFindings } from "./findings-view.ts"
import type { Style } from "./style.ts"

/** The page as it is written; Markdown reads well in a terminal. */
export const renderPage = ({ result, findings }: Outcome<CodePage>, style: Style): string =>
  [...(findings.length === 0 ? [] : [renderFindings(findings, style), ""]), (result?.page ?? "").trimEnd()].join("\n")
