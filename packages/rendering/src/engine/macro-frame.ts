// The scope of a macro's variables. nunjucks splits every name at dots whenever a variable is set; no name of ours has one.
import { nunjucksRuntime } from "./nunjucks-internals.ts"

/** A scope that sets plain names directly. Scopes inside it (loops) are of the same kind. */
export class MacroFrame extends nunjucksRuntime.Frame {
  override set(name: string, value: unknown, resolveUp?: boolean): void {
    if (resolveUp === true || name.includes(".")) super.set(name, value, resolveUp)
    else this.variables[name] = value
  }

  override push(isolateWrites?: boolean): MacroFrame {
    return new MacroFrame(this, isolateWrites)
  }
}
