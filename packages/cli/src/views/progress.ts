// A line on the terminal that says how far writing has come; only where somebody is looking and only when it takes a while.
import type { Progress } from "../services/write-script-sets.ts"

/** Fewer folders than this are written before anybody could read a line. */
export const fewFolders = 20

/** Progress on a stream; silent when asked to be, when the stream is no terminal, and for a few folders. */
export const makeProgress = (stream: NodeJS.WriteStream, isSilent: boolean): Progress => {
  if (isSilent || !stream.isTTY) return () => {}
  return (done, all) => {
    if (all < fewFolders) return
    stream.write(done === all ? "\r\u001B[2K" : `\rwriting ${done} of ${all} script sets`)
  }
}
