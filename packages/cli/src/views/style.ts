// Colours, only where a person looks: styleText leaves them out when the stream is no terminal or NO_COLOR is set.
import { styleText } from "node:util"
import type { Severity } from "@orapart/contract"

/** How text is shown on one stream. */
export interface Style {
  /** Characters per line: the terminal's width, at least 60 and at most 100; 100 when piped. */
  readonly width: number
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
  readonly good: (text: string) => string
  readonly ofSeverity: (severity: Severity, text: string) => string
}

const formats = { error: "red", warning: "yellow", info: "cyan" } as const

/** The style of a stream. */
export const styleOf = (stream: NodeJS.WriteStream): Style => {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) => styleText(format, text, { stream })
  return {
    width: Math.min(100, Math.max(60, stream.isTTY ? stream.columns : 100)),
    strong: paint("bold"),
    faint: paint("dim"),
    good: paint("green"),
    ofSeverity: (severity, text) => styleText(formats[severity], text, { stream })
  }
}

/** Text without colours at 100 columns, for tests and files. */
export const plainStyle: Style = {
  width: 100,
  strong: (text) => text,
  faint: (text) => text,
  good: (text) => text,
  ofSeverity: (_, text) => text
}
