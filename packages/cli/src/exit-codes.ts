// The exit codes of the CLI, written once. Scripts of users depend on them: a code never changes its meaning.

/** Exit codes: 0 done, 1 refused or error findings, 2 usage, 4 stopped midway, 70 a bug of ours, 130 interrupted before anything changed. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  stoppedMidway: 4,
  bug: 70,
  interrupted: 130
} as const

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
