// Releases whose grammar the front end can be told to keep to.

/** An Oracle release. The default of the sandbox is 19. */
export type OracleRelease = 11.2 | 12.1 | 12.2 | 18 | 19 | 21 | 23

/** The release whose rules hold unless another is asked for. */
export const defaultRelease: OracleRelease = 19

/** Longest identifier in bytes: 128 from release 12.2 on, before that 30. */
export const identifierLimitBytes = (release: OracleRelease): number => (release >= 12.2 ? 128 : 30)
