// Run by describe-action.test.ts in a vitest of its own: the sample as it is, then each defect.
import { join } from "node:path"
import { describe } from "vitest"
import { describeAction } from "../../../src/describe-action/index.ts"
import { sampleAction, sampleSetup } from "./action.ts"
import { defects } from "./defects.ts"

const root = process.env["SAMPLE_FOLDER"] ?? ""

describe("nothing", () => describeAction(sampleAction, sampleSetup(join(root, "nothing"))))

for (const [index, defect] of defects.entries()) {
  const folder = join(root, String(index))
  const setup = sampleSetup(folder)
  describe(defect.name, () => {
    describeAction({ ...sampleAction, ...defect.action }, { ...setup, ...defect.setup?.(setup, folder) })
  })
}
