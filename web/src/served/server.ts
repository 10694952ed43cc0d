// Speaking with `sociogram serve`: requests to the page's own server, and what went wrong in words.

const KEPT = "sociogram token";

/** A request that was refused or never answered; the message is for a reader. */
export class Failure extends Error {
  constructor(message: string, readonly status: number, readonly details: Record<string, unknown> = {}) {
    super(message);
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** What to tell of any error. */
export function wordsOf(error: unknown): string {
  return error instanceof Failure ? error.message : `Something went wrong in the page: ${String(error)}`;
}

/**
 * The token of this tab. In a link it stands behind `#`, which no server and no log sees; it is taken
 * out of the address bar, so that a copied link does not give it away.
 */
export function takeToken(): string {
  const hash = new URLSearchParams(location.hash.slice(1));
  const given = hash.get("token");
  if (given !== null) {
    hash.delete("token");
    const rest = hash.toString();
    history.replaceState(null, "", rest ? `#${rest}` : location.pathname + location.search);
    keepToken(given);
    return given;
  }
  try {
    return sessionStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

export function keepToken(token: string): void {
  try {
    if (token) sessionStorage.setItem(KEPT, token);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Without storage the token lives as long as the page.
  }
}

export interface RequestOptions { method?: string; body?: string; type?: string; accept?: string; signal?: AbortSignal }

export class Server {
  constructor(public token: string) {}

  async json<T>(path: string, options: RequestOptions = {}): Promise<T> {
    const answer = await this.ask(path, { accept: "application/json", ...options });
    return whole(answer, answer.json() as Promise<T>);
  }

  get<T>(path: string, parameters: Record<string, string | number>, signal?: AbortSignal): Promise<T> {
    return this.json<T>(withParameters(path, parameters), { signal });
  }

  /** Actors of the whole case by their names. */
  async findActors<T>(words: string, most: number, signal?: AbortSignal): Promise<T[]> {
    return (await this.get<{ actors: T[] }>("/api/search", { q: words, most }, signal)).actors;
  }

  async text(path: string, options: RequestOptions = {}): Promise<string> {
    const answer = await this.ask(path, options);
    return whole(answer, answer.text());
  }

  async ask(path: string, { method, body, type, accept, signal }: RequestOptions): Promise<Response> {
    const headers: Record<string, string> = {};
    if (accept) headers.Accept = accept;
    if (body !== undefined) headers["Content-Type"] = type ?? "application/json";
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    let answer: Response;
    try {
      answer = await fetch(path, {
        method: method ?? (body === undefined ? "GET" : "POST"), headers, body, signal, cache: "no-store", credentials: "same-origin",
      });
    } catch (error) {
      if (isAbort(error)) throw error;
      throw new Failure("The server does not answer. Is sociogram serve still running?", 0);
    }
    if (answer.ok) return answer;
    throw await refusal(answer);
  }
}

export function withParameters(path: string, parameters: Record<string, string | number>): string {
  return `${path}?${new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]))}`;
}

/** What an answer holds, once all of it has come. */
async function whole<T>(answer: Response, body: Promise<T>): Promise<T> {
  try {
    return await body;
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new Failure("The server's answer broke off; try again.", answer.status);
  }
}

async function refusal(answer: Response): Promise<Failure> {
  let details: Record<string, unknown> = {};
  try {
    details = (await answer.json()) as Record<string, unknown>;
  } catch {
    // No JSON: the status alone has to do.
  }
  const said = typeof details.error === "string" ? details.error.slice(0, 1000) : "";
  const wait = Number(answer.headers.get("Retry-After"));
  const usual: Record<number, string> = {
    401: "The server wants its token: open the link that sociogram serve printed, with #token=… at its end.",
    403: `The server does not allow it${said ? `: ${said}` : "."}`,
    503: `The server is busy; try again ${wait > 0 ? `in ${wait} ${wait === 1 ? "second" : "seconds"}` : "in a while"}.`,
    504: `It took too long, so the server gave up${said ? `: ${said}` : "."}`,
  };
  return new Failure(usual[answer.status] ?? (said || `The server answered with status ${answer.status}.`), answer.status, details);
}
