// Summaries, descriptions and examples of the commands and their flags, in one place so that they read alike.

/** What help shows of a command. */
export interface CommandWords {
  readonly summary: string
  readonly description: string
  readonly examples: ReadonlyArray<{ readonly description: string; readonly command: string }>
}

const run = "<%= config.bin %> <%= command.id %>"

/** The words of each command by its id. */
export const commandWords = {
  validateConfig: {
    summary: "Check a config: all errors and warnings at once.",
    description:
      "Reads the config and, when there is one, the snapshot beside it. Nothing is written. Without a snapshot the checks that need facts are left out, and it says so.",
    examples: [
      { description: "Check a config", command: `${run} --config migration_config.json` },
      { description: "Check one table of it", command: `${run} --config migration_config.json --table HR.ORDERS` }
    ]
  },
  plan: {
    summary: "Show what would happen to each table.",
    description:
      "Layout to come, index decisions with their reasons, steps with locks, outage, space and time. Nothing is written and no database is needed: facts come from the snapshot.",
    examples: [
      { description: "Show all plans", command: `${run} --config migration_config.json` },
      {
        description: "Give one plan to a program",
        command: `${run} --config migration_config.json --table HR.ORDERS --json`
      }
    ]
  },
  generate: {
    summary: "Write the SQL*Plus script set of each table.",
    description:
      "One folder per table, with a README, the step scripts, two masters, the rollback scripts and plan.json. Files that orapart did not write, or that were changed since, are never overwritten or deleted. All folders are checked before the first file is written.",
    examples: [
      { description: "Write all script sets", command: `${run} --config migration_config.json --output-dir output` },
      { description: "Write one", command: `${run} --config migration_config.json --table HR.ORDERS` }
    ]
  },
  actions: {
    summary: "List the migration actions and where they come from.",
    description:
      "Actions are plugins: shipped with orapart, installed or linked with `<%= config.bin %> plugins`, or named in a config. A plugin that cannot be loaded is listed with its reason.",
    examples: [
      { description: "List the installed actions", command: `${run}` },
      { description: "Add those that a config names", command: `${run} --config migration_config.json` }
    ]
  },
  actionsShow: {
    summary: "Show one migration action and the keys of its target_configuration.",
    description: "What the action does and what a config may say to it.",
    examples: [{ description: "Show an action", command: `${run} add_interval_hash_partitioning` }]
  },
  actionsNew: {
    summary: "Write a new in-house action to start from.",
    description:
      "Writes a package with a working action: source, templates, pages, test with golden files, an example, and a README with the commands to go on. It never overwrites anything. With --single-file it is one TypeScript file to be named in a config.",
    examples: [
      {
        description: "A package @acme/orapart-archive-first in ./archive-first",
        command: `${run} archive-first --scope acme`
      },
      { description: "One file beside a config", command: `${run} archive-first --single-file --dir actions` }
    ]
  },
  lint: {
    summary: "Find the traps in SQL*Plus scripts, whoever wrote them.",
    description:
      "Reads scripts as SQL*Plus cuts them up and reports what does something else than it says. Folders are searched for scripts in sorted order; a script that others call is judged as they call it. Nothing is written and no database is needed. Exit code 1 when there is an error, 0 with warnings and notes only.",
    examples: [
      { description: "Lint one script", command: `${run} install.sql` },
      { description: "Lint all scripts of a folder", command: `${run} output/HR_ORDERS` },
      { description: "Lint what another program writes", command: `generate_it | ${run} -` }
    ]
  },
  explain: {
    summary: "Explain the code of a finding.",
    description:
      "Prints the page of a code: what it means, why it matters and what to do. Plugins bring pages of their own.",
    examples: [
      { description: "Explain a code", command: `${run} OP101` },
      { description: "Its short name works as well", command: `${run} snapshot-needed` }
    ]
  }
} as const satisfies { readonly [id: string]: CommandWords }

/** What help shows of each flag. */
export const flagWords = {
  config: "Path of the config, usually migration_config.json.",
  configForActions: "Also load the plugins that this config names.",
  configForPages: "Also look at the pages of the plugins that this config names.",
  snapshot:
    "Path of the snapshot. Without it: metadata.snapshot of the config, else schema_snapshot.json beside the config.",
  table: "Only this table, as OWNER.NAME. May be given several times.",
  outputDir: "Folder that gets one folder per table.",
  quiet: "Print errors only.",
  verbose: "Also print what was read and which plugins were loaded.",
  action: "Id of the action.",
  newAction: "Name of the new action, as in archive-first.",
  scope: "npm scope of the package, as in acme; also the prefix of its templates and of the action's id.",
  newActionDir: "Folder of the new package, instead of ./NAME; with --single-file the folder that gets the file.",
  singleFile: "Write one TypeScript file for the config's plugins instead of a package.",
  script: "Scripts and folders of scripts; - is the standard input.",
  code: "A code such as OP101, or its short name."
} as const
