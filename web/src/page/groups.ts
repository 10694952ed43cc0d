// Values by a key that several may have.

export function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const like = groups.get(key);
  if (like) like.push(value);
  else groups.set(key, [value]);
}
