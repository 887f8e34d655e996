// What the engine needs of the world outside Confluence, and of Confluence's search. It must not decide anything.

/** An address outside that an admin has named, so that rules need not hold its secrets. */
export interface Connection {
  readonly name: string;
  readonly url: string;
  /** What messages are signed with; absent: they are not. */
  readonly secret?: string;
}

/** What may be shown of a connection. */
export interface ConnectionSummary {
  readonly name: string;
  /** `https://hooks.example.com`: paths hold secrets. */
  readonly origin: string;
  readonly signed: boolean;
}

/** Connections, with their addresses and secrets where nobody can read them back. */
export interface ConnectionStore {
  list(): Promise<readonly ConnectionSummary[]>;
  get(name: string): Promise<Connection | undefined>;
  put(connection: Connection): Promise<void>;
  delete(name: string): Promise<void>;
}

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
  /** What is being done, for the failure: `post to the connection "crm"`. It must not tell the address. */
  readonly purpose: string;
}

/** Requests to addresses outside that an admin has allowed the app to reach. */
export interface Webhooks {
  connection(name: string): Promise<Connection | undefined>;
  /** Throws a `FailureError` unless the answer is 2xx. */
  post(request: WebhookRequest): Promise<void>;
}

/** Content as a search finds it. */
export interface FoundContent {
  readonly id: string;
  /** `page`, `blogpost`, `attachment`, `comment`, … */
  readonly type: string;
  readonly title: string;
  readonly space?: { readonly key: string; readonly name: string };
}

export interface Search {
  /** The first `limit` that `cql` finds, as far as the app may see them. Throws a `FailureError`. */
  find(cql: string, limit: number): Promise<readonly FoundContent[]>;
}
