// One statement at a time on the one connection. Waiting for another session's transaction happens outside, so that it can end.

/** Runs tasks one after the other, in the order in which they came. */
export class StatementQueue {
  #last: Promise<unknown> = Promise.resolve()

  /** The task's result; a failing task does not stop those behind it. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task, task)
    this.#last = result.catch(() => null)
    return result
  }
}
