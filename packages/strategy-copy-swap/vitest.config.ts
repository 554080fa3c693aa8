import { packageProject } from "../../tools/vitest-project.ts"

export default packageProject("strategy-copy-swap")
