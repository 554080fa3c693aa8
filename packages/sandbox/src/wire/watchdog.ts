// Closes a connection on which something that was due has not come: the login, or the rest of a request.

export class Watchdog {
  readonly #onMissed: (reason: string) => void
  readonly #timers = new Map<string, NodeJS.Timeout>()

  /** `onMissed` gets a sentence for the report. */
  constructor(onMissed: (reason: string) => void) {
    this.#onMissed = onMissed
  }

  /** Begins to wait for something, or begins anew. */
  expect(what: string, seconds: number): void {
    clearTimeout(this.#timers.get(what))
    this.#timers.set(
      what,
      setTimeout(() => this.#onMissed(`no ${what} within ${seconds} s`), seconds * 1000)
    )
  }

  /** It has come. */
  met(what: string): void {
    clearTimeout(this.#timers.get(what))
    this.#timers.delete(what)
  }

  /** Waits for nothing any more. */
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }
}
