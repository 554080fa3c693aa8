// Lets a plugin import the contract although nothing is installed beside it: what Node cannot find from the plugin's file is
// looked for where orapart itself lies. So a single .ts file beside a config can be an action, and a package can leave the
// contract to whoever loads it (an optional peer dependency), which is the only way to be sure that both mean the same one.
import { registerHooks } from "node:module"

const shared = /^(?:@orapart\/(?:contract|oracle-rules)|effect)(?:\/|$)/u

let isRegistered = false

/** Registers the fallback once; it changes nothing that Node can resolve by itself. */
export const resolveFromHost = (): void => {
  if (isRegistered) return
  isRegistered = true
  registerHooks({
    resolve: (specifier, context, next) => {
      try {
        return next(specifier, context)
      } catch (cause) {
        if (!shared.test(specifier)) throw cause
        return next(specifier, { ...context, parentURL: import.meta.url })
      }
    }
  })
}
