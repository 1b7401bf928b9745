/** The same function, called once for each value: columns repeat theirs. */
export function oncePerValue<K, V>(judge: (value: K) => V): (value: K) => V {
  const known = new Map<K, V>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined || known.has(value)) return before as V;
    const verdict = judge(value);
    known.set(value, verdict);
    return verdict;
  };
}
