// Graph order: groups of nodes that reach each other, each group after the groups it points at, ties by rank. Knows no tables.

type Edges = (node: string) => ReadonlySet<string>

/** Tarjan's strongly connected components, with an own stack of frames: a long chain of tables must not overflow the call stack. */
const findComponents = (nodes: ReadonlyArray<string>, edges: Edges): ReadonlyArray<ReadonlyArray<string>> => {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: Array<string> = []
  const isOpen = new Set<string>()
  const components: Array<ReadonlyArray<string>> = []
  const lower = (node: string, value: number): void => void low.set(node, Math.min(low.get(node) ?? value, value))
  const enter = (node: string) => {
    index.set(node, index.size)
    low.set(node, index.size - 1)
    open.push(node)
    isOpen.add(node)
    return { node, rest: [...edges(node)] }
  }
  const close = (node: string): void => {
    const component = open.splice(open.lastIndexOf(node))
    for (const member of component) isOpen.delete(member)
    components.push(component)
  }
  for (const start of nodes) {
    if (index.has(start)) continue
    const frames = [enter(start)]
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const next = frame.rest.pop()
      if (next === undefined) {
        frames.pop()
        const caller = frames.at(-1)
        if (caller !== undefined) lower(caller.node, low.get(frame.node) ?? 0)
        if (low.get(frame.node) === index.get(frame.node)) close(frame.node)
      } else if (!index.has(next)) frames.push(enter(next))
      else if (isOpen.has(next)) lower(frame.node, index.get(next) ?? 0)
    }
  }
  return components
}

/** The numbers 0 to n-1, each after those it waits for; of several that could come next, the smallest. */
const orderByNumber = (waitsFor: ReadonlyArray<ReadonlySet<number>>): ReadonlyArray<number> => {
  const missing = waitsFor.map((others) => others.size)
  const released = waitsFor.map((): Array<number> => [])
  for (const [number, others] of waitsFor.entries()) for (const other of others) released[other]?.push(number)
  // Largest first, so that the next one is taken from the end.
  const ready = [...missing.keys()].filter((number) => missing[number] === 0).reverse()
  const ordered: Array<number> = []
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    ordered.push(next)
    for (const number of released[next] ?? []) {
      missing[number] = (missing[number] ?? 0) - 1
      if (missing[number] === 0) ready.splice(ready.findLastIndex((other) => other > number) + 1, 0, number)
    }
  }
  return ordered
}

/**
 * The nodes in groups: a group holds the nodes of one circle, or a single node. A group comes after all groups its nodes point
 * at; among groups that could come next, the one with the smallest rank. Inside a group nodes stand by rank.
 */
export const findGroups = (
  nodes: ReadonlyArray<string>,
  edges: Edges,
  rank: (node: string) => number
): ReadonlyArray<ReadonlyArray<string>> => {
  const groups = findComponents(nodes, edges)
    .map((group) => [...group].sort((left, right) => rank(left) - rank(right)))
    .sort((left, right) => rank(left[0] ?? "") - rank(right[0] ?? ""))
  const groupOf = new Map(groups.flatMap((group, position) => group.map((node) => [node, position] as const)))
  const waitsFor = groups.map((group, position) => {
    const others = group.flatMap((node) => [...edges(node)].map((next) => groupOf.get(next) ?? position))
    return new Set(others.filter((other) => other !== position))
  })
  return orderByNumber(waitsFor).map((position) => groups[position] ?? [])
}
