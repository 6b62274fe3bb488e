/** Adds a value to the list under a key. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Groups in order of first appearance. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) addTo(groups, key(item), item)
  return groups
}

/** A list in the order of its items' keys, each of which is made once. */
export function sortedBy<T>(list: readonly T[], keyOf: (item: T) => string): T[] {
  if (list.length < 2) return [...list]
  return list.map((item) => ({ key: keyOf(item), item })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item)
}
