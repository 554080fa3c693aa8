import { packageProject } from "../../tools/vitest-project.ts"

export default packageProject("sandbox")
