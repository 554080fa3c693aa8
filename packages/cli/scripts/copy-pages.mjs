// Copies the pages of all codes into the package, so that `orapart explain` finds them where no docs folder is.
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"

const source = fileURLToPath(new URL("../../../docs/reference/checks/", import.meta.url))
const target = fileURLToPath(new URL("../generated/pages/", import.meta.url))

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
if (existsSync(source)) cpSync(source, target, { recursive: true, filter: (path) => !path.includes("/.") })
