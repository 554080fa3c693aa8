// The DBMS_OUTPUT buffer of a session. It knows no SQL; limits and errors are those of the package.
import { ora } from "../errors/ora.ts"

const utf8 = new TextEncoder()
const maxLineBytes = 32_767

/** Lines waiting to be fetched. Nothing is kept while it is disabled. */
export class OutputBuffer {
  #isEnabled = false
  #limitBytes: number | null = null
  #bytes = 0
  #lines: string[] = []
  #line = ""

  /** ENABLE(limit): null is no limit; a limit below 2,000 bytes counts as 2,000. What is in the buffer stays. */
  enable(limitBytes: number | null): void {
    this.#isEnabled = true
    this.#limitBytes = limitBytes === null ? null : Math.min(Math.max(limitBytes, 2000), 1_000_000)
  }

  /** DISABLE: forgets everything. */
  disable(): void {
    this.#isEnabled = false
    this.#clear()
  }

  get isEnabled(): boolean {
    return this.#isEnabled
  }

  /** PUT. ORA-20000 with ORU-10028 for a line over 32,767 bytes, ORU-10027 when the buffer is full. */
  put(text: string): void {
    if (!this.#isEnabled) return
    this.#line += text
    if (utf8.encode(this.#line).length > maxLineBytes) {
      this.#line = ""
      throw ora(20000, ["ORU-10028: line length overflow, limit of 32767 bytes per line"])
    }
  }

  /** PUT_LINE and NEW_LINE. */
  newLine(text = ""): void {
    if (!this.#isEnabled) return
    this.put(text)
    const bytes = utf8.encode(this.#line).length
    if (this.#limitBytes !== null && this.#bytes + bytes > this.#limitBytes)
      throw ora(20000, [`ORU-10027: buffer overflow, limit of ${String(this.#limitBytes)} bytes`])
    this.#bytes += bytes
    this.#lines.push(this.#line)
    this.#line = ""
  }

  /** GET_LINE: the oldest line, null when there is none. An unfinished line is not given. */
  take(): string | null {
    const line = this.#lines.shift()
    if (line === undefined) return null
    this.#bytes -= utf8.encode(line).length
    return line
  }

  /** GET_LINES. */
  takeMany(count: number): ReadonlyArray<string> {
    const taken = this.#lines.splice(0, Math.max(0, count))
    for (const line of taken) this.#bytes -= utf8.encode(line).length
    return taken
  }

  #clear(): void {
    this.#lines = []
    this.#line = ""
    this.#bytes = 0
  }
}
