// Is the number of partitions of a GLOBAL hash index one that spreads entries evenly?
import { defineCheck } from "@orapart/contract"
import { isPowerOfTwo, measureEvenness, nearestPowersOfTwo } from "@orapart/oracle-rules"
import { settingPath, tableName } from "../facts/wishes.ts"

const evenness = (count: number): number => Math.round(measureEvenness(count).maxOverMean * 1000) / 1000

export const globalHashPartitions = defineCheck({
  code: "OP146",
  slug: "global-hash-partitions",
  title: "The number of partitions of a GLOBAL hash index spreads entries unevenly",
  severity: "warning",
  rules: ["V08"],
  run: (context) =>
    Object.entries(context.table.migration_settings?.index_overrides ?? {}).flatMap(([name, wish]) => {
      if (typeof wish !== "object" || isPowerOfTwo(wish.global_hash_partitions)) return []
      const count = wish.global_hash_partitions
      const [below, above] = nearestPowersOfTwo(count)
      return [
        {
          subject: `${tableName(context)}.${name}`,
          at: `${settingPath("index_overrides")}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}/global_hash_partitions`,
          what: `${name} would be hashed into ${count} partitions, which is not a power of two: measured with ids 1 to 100,000, the largest holds ${evenness(count)} times the mean.`,
          why: "Oracle fills the next power of two and folds what is missing onto the others.",
          advice: `Use ${below} or ${above}.`,
          evidence: { index: name, count, maxOverMean: evenness(count) }
        }
      ]
    })
})
