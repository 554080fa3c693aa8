// How a loop turns: plainly while everything is there at once, with waiting from the first thing on that is not.
import type { Frame, Jump, Step } from "./code.ts"
import type { LoopTarget } from "./compile-context.ts"
import type { Eventual } from "./value.ts"

/** What a loop does after its body: goes on, ends, or lets a jump pass. */
type Turn = "next" | "end" | Jump

const turnAfter = (jump: Jump | null, loop: LoopTarget): Turn => {
  if (jump === null) return "next"
  if (jump.kind === "return" || jump.loop !== loop) return jump
  return jump.kind === "exit" ? "end" : "next"
}

type Question = () => Eventual<boolean>

/** The same loop from the first thing on that has to be waited for. No promise waits for the next turn's: a million turns take no memory. */
const waitLoop = async (
  frame: Frame,
  loop: LoopTarget,
  body: Step,
  isOn: Question,
  first: Promise<boolean> | Promise<void> | Promise<Jump | null>
): Promise<Jump | null> => {
  let waited: boolean | Jump | null | void = await first
  for (;;) {
    if (waited === false) return null
    if (waited !== true && waited !== undefined) {
      const turn = turnAfter(waited, loop)
      if (turn === "end") return null
      if (turn !== "next") return turn
    } else {
      const jump = body(frame)
      waited = jump instanceof Promise ? await jump : jump
      continue
    }
    const pause = frame.machine.turn()
    if (pause !== null) await pause
    const on = isOn()
    waited = on instanceof Promise ? await on : on
  }
}

/** Runs `body` while `isOn` says so, which is asked before each turn. It stays in one plain loop while nothing has to be waited for. */
export const runLoop = (frame: Frame, loop: LoopTarget, body: Step, isOn: Question): Eventual<Jump | null> => {
  for (;;) {
    const on = isOn()
    if (on instanceof Promise) return waitLoop(frame, loop, body, isOn, on)
    if (!on) return null
    const pause = frame.machine.turn()
    if (pause !== null) return waitLoop(frame, loop, body, isOn, pause)
    const jump = body(frame)
    if (jump instanceof Promise) return waitLoop(frame, loop, body, isOn, jump)
    const turn = turnAfter(jump, loop)
    if (turn === "end") return null
    if (turn !== "next") return turn
  }
}
