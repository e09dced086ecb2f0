// The server's answers, and its problems in words.
import type { Packed } from './data/packed';
import { unpack } from './data/unpack';
import type { Lang } from './state';

export class Problem extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly errors: readonly { field: string; message: string }[] = [],
  ) {
    super(detail);
  }
}

export interface RecordData {
  id: string;
  sheet: string;
  line: number;
  source: string;
  locator: string;
  voice: string;
  observed_on: { earliest: string; latest: string } | string | null;
  declared_by: { name: string | null; ids: string[] } | null;
  cells: Record<string, string>;
  import_id: string;
  import_title?: string;
}
export interface TieData {
  kind_label: string;
  records: RecordData[];
}
export interface Match {
  id: string;
  label: string;
  kind: string;
  family: string;
  sector: string;
  where: string;
}

const ROOT = 'api/v1';

export class Api {
  private readonly named = new WeakMap<Packed, Promise<readonly string[]>>();

  constructor(
    private readonly lang: () => Lang,
    /** A question had no answer at all. */
    private readonly unanswered: () => void = () => undefined,
  ) {}

  /** Whether the server answers. */
  answers(): Promise<boolean> {
    return fetch(`${ROOT}/health`, { cache: 'no-store' }).then(
      () => true,
      () => false,
    );
  }

  /** Asked for as the page's own `Link` header asks for it, so that what is on its way is taken. */
  async scene(scope: string): Promise<Packed> {
    const answer = await this.answered(() => fetch(`${ROOT}/scene?form=bytes${scope === 'auto' ? '' : `&as=${scope}`}`));
    return unpack(await answer.arrayBuffer());
  }

  /** Ids of the ties of a scene, row by row: those of a large one come when they are needed. */
  tieIds(packed: Packed): Promise<readonly string[]> {
    if (packed.ties.id.length === packed.ties.source.length) return Promise.resolve(packed.ties.id);
    const known = this.named.get(packed) ?? this.askTieIds(packed);
    this.named.set(packed, known);
    known.catch(() => this.named.delete(packed));
    return known;
  }

  private async askTieIds({ aggregated, revision }: Packed): Promise<readonly string[]> {
    const found = await this.get<{ revision: string; id: string[] }>(`scene/ties?as=${aggregated ? 'poles' : 'all'}`);
    // Another network by now: its rows are not those that are drawn.
    if (found.revision !== revision) throw new Problem(412, '');
    return found.id;
  }

  tie(id: string): Promise<TieData> {
    return this.get(`ties/${encodeURIComponent(id)}`);
  }
  search(text: string): Promise<{ items: Match[] }> {
    return this.get(`search?limit=12&q=${encodeURIComponent(text)}`);
  }

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.ask<T>('GET', path, undefined, signal);
  }
  post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    return this.ask<T>('POST', path, body, signal);
  }
  /** An answer that is a file. */
  async file(path: string, body: unknown): Promise<Blob> {
    return (await this.send('POST', path, body)).blob();
  }
  /** A file that is there to be taken, under the name that it comes with. */
  async download(path: string): Promise<File> {
    const answer = await this.send('GET', path);
    const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') ?? '') ?? [];
    return new File([await answer.blob()], decodeURIComponent(name));
  }
  delete<T>(path: string): Promise<T> {
    return this.ask<T>('DELETE', path);
  }

  private async ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const answer = await this.send(method, path, body, signal);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }

  private async send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const form = body instanceof FormData;
    const headers: Record<string, string> = { 'Accept-Language': this.lang(), Accept: 'application/json', Prefer: 'wait=2' };
    if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
    // « undo » addresses come whole, from the root of the API.
    const address = path.startsWith('/') ? path.slice(1) : `${ROOT}/${path}`;
    const sent = body === undefined ? undefined : form ? body : JSON.stringify(body);
    return this.answered(() => fetch(address, { method, headers, body: sent, signal }), signal);
  }

  private async answered(ask: () => Promise<Response>, signal?: AbortSignal): Promise<Response> {
    let answer: Response;
    try {
      answer = await ask();
    } catch (error) {
      if (signal?.aborted) throw error;
      this.unanswered();
      // No answer at all: the server or the way to it is down.
      throw new Problem(0, '');
    }
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  const said = (await answer.json().catch(() => null)) as { detail?: unknown; errors?: { field: string; message: string }[] } | null;
  return new Problem(answer.status, typeof said?.detail === 'string' ? said.detail : answer.statusText, said?.errors);
}
