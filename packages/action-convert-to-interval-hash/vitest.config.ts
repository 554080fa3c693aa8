import { packageProject } from "../../tools/vitest-project.ts"

export default packageProject("action-convert-to-interval-hash")
