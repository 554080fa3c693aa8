// The action's JSON Schema: it compiles, explains its keys, takes what it must and refuses what it must.
import type { JsonSchema } from "@orapart/contract"
import { Ajv2020 } from "ajv/dist/2020.js"
import type { ActionSubject, Wishes } from "./action-case.ts"
import { demand, once } from "./verdict.ts"
import type { NamedCheck, Verdict } from "./verdict.ts"

type Validate = (wishes: unknown) => boolean

/** Compiles a schema with the settings of the host; a text says why it cannot be. */
export const compileSchema = (schema: JsonSchema): Validate | string => {
  try {
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
    const validate = ajv.compile(schema)
    return (wishes) => Boolean(validate(wishes))
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const propertiesOf = (schema: JsonSchema): ReadonlyArray<readonly [string, Readonly<Record<string, unknown>>]> =>
  Object.entries(isObject(schema["properties"]) ? schema["properties"] : {}).map(([name, property]) => [
    name,
    isObject(property) ? property : {}
  ])

const listOf = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

const acceptedWishes = ({ setup }: ActionSubject): ReadonlyArray<Wishes> =>
  setup.cases.filter(({ expected }) => expected === "accepted").map(({ wishes }) => wishes)

const checkExamples = (schema: JsonSchema, validate: Validate): ReadonlyArray<string> => [
  ...listOf(schema["examples"]).flatMap((example) =>
    demand(validate(example), `the schema refuses its own example ${JSON.stringify(example)}`)
  ),
  ...propertiesOf(schema).flatMap(([name, property]) => {
    const examples = listOf(property["examples"])
    const accepts = examples.length === 0 ? "nothing to try" : compileSchema(property)
    if (typeof accepts === "string") return []
    return examples.flatMap((example) =>
      demand(accepts(example), `the schema refuses the example ${JSON.stringify(example)} of ${name}`)
    )
  })
]

const checkKeys = (subject: ActionSubject, validate: Validate): ReadonlyArray<string> =>
  acceptedWishes(subject).flatMap((wishes) => {
    const stranger = { ...wishes, "a key nobody knows": 1 }
    return [
      ...demand(validate(wishes), `the schema refuses wishes that the action takes: ${JSON.stringify(wishes)}`),
      ...demand(!validate(stranger), 'the schema takes keys it does not know: it needs "additionalProperties": false')
    ]
  })

const checkMisshapen = ({ setup }: ActionSubject, validate: Validate): ReadonlyArray<string> => {
  const faults = Object.entries(setup.misshapen)
  return [
    ...demand(faults.length > 0, "misshapen is empty: at least one wrong shape has to be tried"),
    ...faults.flatMap(([fault, wishes]) => demand(!validate(wishes), `the schema takes wishes with ${fault}`))
  ]
}

const checkValidator = ({ action, setup }: ActionSubject, validate: Validate): ReadonlyArray<string> =>
  [...setup.cases.map(({ wishes }) => wishes), ...Object.values(setup.misshapen)].flatMap((wishes) =>
    demand(
      action.validateTarget?.(wishes) === validate(wishes),
      `validateTarget and targetSchema disagree about ${JSON.stringify(wishes)}: compile it anew`
    )
  )

/** The checks of the action's schema. */
export const schemaChecks = (subject: ActionSubject): ReadonlyArray<NamedCheck> => {
  const { targetSchema, validateTarget } = subject.action
  const compiled = once(() => compileSchema(targetSchema))
  const whenCompiled = (check: (validate: Validate) => ReadonlyArray<string>) => (): Verdict => {
    const validate = compiled()
    return typeof validate === "string" ? { skipped: "the schema does not compile" } : { problems: check(validate) }
  }
  const checkCompiles = (): Verdict => {
    const validate = compiled()
    const isObjectSchema = targetSchema["type"] === "object" && propertiesOf(targetSchema).length > 0
    if (typeof validate === "string") return { problems: [validate] }
    return { problems: demand(isObjectSchema, 'the schema has no "type": "object" with properties') }
  }
  const checkDescriptions = (): Verdict => ({
    problems: propertiesOf(targetSchema).flatMap(([name, { description }]) =>
      demand(typeof description === "string" && description !== "", `${name} has no description for \`actions show\``)
    )
  })
  return [
    { sentence: "has a target schema that is JSON Schema 2020-12", run: checkCompiles },
    { sentence: "describes every key of its schema", run: checkDescriptions },
    {
      sentence: "takes the wishes of its cases and no key beside",
      run: whenCompiled((validate) => checkKeys(subject, validate))
    },
    {
      sentence: "takes the examples of its schema",
      run: whenCompiled((validate) => checkExamples(targetSchema, validate))
    },
    { sentence: "refuses misshapen wishes", run: whenCompiled((validate) => checkMisshapen(subject, validate)) },
    ...(validateTarget === undefined
      ? []
      : [
          {
            sentence: "has a compiled validator that agrees with its schema",
            run: whenCompiled((validate) => checkValidator(subject, validate))
          }
        ])
  ]
}
