// What this room uses of the ANTLR runtime: antlr4 4.13.0 names a file of types that it does not ship.
declare module "antlr4" {
  export class CharStream {
    constructor(text: string)
  }
  export class Token {
    readonly type: number
    readonly channel: number
    readonly text: string
    /** Offset of the first character (UTF-16 units). */
    readonly start: number
    readonly line: number
    readonly column: number
  }
  export interface ErrorListener {
    syntaxError(recognizer: unknown, offending: Token | null, line: number, column: number, message: string): void
    reportAmbiguity(): void
    reportAttemptingFullContext(): void
    reportContextSensitivity(): void
  }
  export class Recognizer {
    removeErrorListeners(): void
    addErrorListener(listener: ErrorListener): void
  }
  export class Lexer extends Recognizer {
    constructor(input: CharStream)
    getAllTokens(): Token[]
  }
  export class CommonTokenStream {
    constructor(lexer: Lexer)
    LT(distance: number): Token
  }
  export class Parser extends Recognizer {
    constructor(stream: CommonTokenStream)
    buildParseTrees: boolean
    readonly _interp: { predictionMode: number }
    consume(): Token
  }
}
