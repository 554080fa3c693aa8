import { packageProject } from "../../tools/vitest-project.ts"

const project = packageProject("cli")

// Commands are tested as processes: on a busy machine a few of them in a row take longer than vitest's five seconds.
export default {
  ...project,
  test: { ...project.test, globalSetup: ["./test/support/require-build.ts"], testTimeout: 60_000 }
}
