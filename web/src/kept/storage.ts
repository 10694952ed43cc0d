// What this browser keeps for the page: without storage, or where it is full, things live as long as the page.

export function read(key: string, storage = () => localStorage): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/** Nothing for `value` takes the key away. */
export function write(key: string, value: string | null, storage = () => localStorage): void {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // The page goes on without it.
  }
}

/** What is kept under a key as JSON; anybody may have written there, so it may be anything. */
export function readJson(key: string): unknown {
  try {
    return JSON.parse(read(key) ?? "null");
  } catch {
    return null;
  }
}

/** The items of a kept list that `take` makes something of. */
export function readList<T>(key: string, take: (item: unknown) => T | null): T[] {
  const kept = readJson(key);
  return Array.isArray(kept) ? kept.map(take).filter((each) => each !== null) : [];
}

/** The keys that begin with `prefix`, without it. */
export function keysBehind(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}
