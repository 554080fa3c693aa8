import { packageProject } from "../../tools/vitest-project.ts"

export default packageProject("action-convert-interval-to-interval-hash")
