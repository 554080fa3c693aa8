// ALTER INDEX and DROP INDEX.
import type { AlterIndex, AlterIndexAction, DropIndex, IndexPartitionName } from "../ast/index-ddl.ts"
import { parseIdentifier, parseObjectName } from "./names.ts"
import { noAttributes, parseAttributes, readAttribute, readParallel } from "./storage.ts"
import type { TokenStream } from "./token-stream.ts"

const readPartition = (stream: TokenStream): IndexPartitionName | null => {
  const isPartition = stream.isWord("PARTITION")
  if (!isPartition && !stream.isWord("SUBPARTITION")) return null
  const { start } = stream.take()
  const name = parseIdentifier(stream, isPartition ? 14006 : 14157)
  return { level: isPartition ? "partition" : "subpartition", name, ...stream.span(start) }
}

const parseRebuild = (stream: TokenStream, start: number): AlterIndexAction => {
  const partition = readPartition(stream)
  const attributes = noAttributes()
  let isOnline = false
  let isReverse: boolean | null = null
  let parallel = null as ReturnType<typeof readParallel>
  for (;;) {
    if (stream.acceptWords("ONLINE")) isOnline = true
    else if (stream.acceptWords("REVERSE")) isReverse = true
    else if (stream.acceptWords("NOREVERSE")) isReverse = false
    else if (stream.acceptWords("COMPUTE", "STATISTICS")) continue
    else if (!readAttribute(stream, attributes, "index")) {
      const degree = readParallel(stream)
      if (degree === null) break
      parallel = degree
    }
  }
  return { kind: "rebuild", partition, isOnline, isReverse, attributes, parallel, ...stream.span(start) }
}

const parseModify = (stream: TokenStream, start: number): AlterIndexAction => {
  if (stream.acceptWords("DEFAULT", "ATTRIBUTES")) {
    const partition = stream.acceptWords("FOR") ? readPartition(stream) : null
    return {
      kind: "modify-default-attributes",
      partition,
      attributes: parseAttributes(stream, "index"),
      ...stream.span(start)
    }
  }
  const partition = readPartition(stream)
  if (partition === null) throw stream.fail(2243)
  if (stream.acceptWords("COALESCE")) throw stream.refuse("MODIFY PARTITION COALESCE")
  const isUnusable = stream.acceptWords("UNUSABLE")
  const place = stream.token.start
  const attributes = parseAttributes(stream, "index")
  if (!isUnusable && stream.previousEnd <= place) throw stream.fail(14050)
  return { kind: "modify-partition", partition, attributes, isUnusable, ...stream.span(start) }
}

const parseRename = (stream: TokenStream, start: number): AlterIndexAction => {
  const partition = readPartition(stream)
  stream.expectWord("TO", partition === null ? 14155 : 946)
  const to = parseIdentifier(stream, partition === null ? 953 : 14006)
  if (!stream.isEnd()) throw stream.fail(14047)
  if (partition !== null) return { kind: "rename-partition", partition, to, ...stream.span(start) }
  return { kind: "rename", to, ...stream.span(start) }
}

const readWord = (stream: TokenStream, start: number): AlterIndexAction | null => {
  if (stream.acceptWords("VISIBLE")) return { kind: "visibility", isInvisible: false, ...stream.span(start) }
  if (stream.acceptWords("INVISIBLE")) return { kind: "visibility", isInvisible: true, ...stream.span(start) }
  if (stream.acceptWords("ENABLE")) return { kind: "enable", ...stream.span(start) }
  if (stream.acceptWords("DISABLE")) return { kind: "disable", ...stream.span(start) }
  if (stream.acceptWords("COMPILE")) return { kind: "compile", ...stream.span(start) }
  if (stream.acceptWords("COALESCE")) return { kind: "coalesce", ...stream.span(start) }
  if (stream.acceptWords("UNUSABLE")) {
    stream.acceptWords("ONLINE")
    return { kind: "unusable", ...stream.span(start) }
  }
  if (stream.acceptWords("SHRINK")) {
    stream.expectWord("SPACE", 2243)
    return { kind: "shrink", ...stream.span(start) }
  }
  const isOn = stream.acceptWords("MONITORING", "USAGE")
  if (isOn || stream.acceptWords("NOMONITORING", "USAGE")) return { kind: "monitoring", isOn, ...stream.span(start) }
  return null
}

const parseAction = (stream: TokenStream): AlterIndexAction => {
  const { start } = stream.token
  if (stream.acceptWords("RENAME")) return parseRename(stream, start)
  if (stream.acceptWords("MODIFY")) return parseModify(stream, start)
  if (stream.acceptWords("REBUILD")) return parseRebuild(stream, start)
  if (stream.isWord("SPLIT") || stream.isWord("DROP") || stream.isWord("ADD"))
    throw stream.refuse(`ALTER INDEX ... ${stream.token.value} PARTITION`)
  const word = readWord(stream, start)
  if (word !== null) return word
  const degree = readParallel(stream)
  if (degree !== null) return { kind: "parallel", degree, ...stream.span(start) }
  const attributes = noAttributes()
  if (!readAttribute(stream, attributes, "index")) throw stream.fail(2243)
  while (readAttribute(stream, attributes, "index"));
  return { kind: "attributes", attributes, ...stream.span(start) }
}

const checkAlone = (stream: TokenStream, actions: ReadonlyArray<AlterIndexAction>): void => {
  const [, second] = actions
  if (second === undefined) return
  for (const [at, { kind, start }] of actions.entries()) {
    if (kind === "rename" || kind === "rename-partition") throw stream.place(14047, start)
    if (kind === "rebuild" && at > 0) throw stream.place(14055, start)
  }
}

/** What follows `ALTER INDEX`. */
export const parseAlterIndex = (stream: TokenStream, start: number): AlterIndex => {
  const name = parseObjectName(stream, 953)
  if (stream.isEnd()) throw stream.fail(2242)
  const actions: [AlterIndexAction, ...AlterIndexAction[]] = [parseAction(stream)]
  while (!stream.isEnd()) actions.push(parseAction(stream))
  checkAlone(stream, actions)
  return { kind: "alter-index", name, actions, ...stream.span(start) }
}

/** What follows `DROP INDEX`. */
export const parseDropIndex = (stream: TokenStream, start: number): DropIndex => {
  const isIfExists = stream.release >= 23 && stream.acceptWords("IF", "EXISTS")
  const name = parseObjectName(stream, 953)
  const isOnline = stream.release >= 12.1 && stream.acceptWords("ONLINE")
  const isForce = stream.acceptWords("FORCE")
  return { kind: "drop-index", name, isIfExists, isOnline, isForce, ...stream.span(start) }
}
