// Work that the server does meanwhile: told how far it is, until it has ended.
import { Problem, type Api } from './api';

export interface Job {
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  done: number;
  total: number | null;
  /** Seconds since its turn came. */
  lasted: number;
  problem?: { detail: string; status: number };
}
interface Deferred {
  job: string;
}

const POLL = 400;

/** The job once it is done; a failed one is a problem. */
export async function ended<J extends Job>(api: Api, id: string, tell: (job: J) => void, signal?: AbortSignal): Promise<J> {
  for (;;) {
    const job = await api.get<J>(`jobs/${encodeURIComponent(id)}`, signal);
    if (job.state === 'done') return job;
    if (job.state === 'failed' || job.state === 'cancelled') throw new Problem(job.problem?.status ?? 500, job.problem?.detail ?? '');
    tell(job);
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

/** What may take long is asked, followed as a job if it does, and asked again once it is known.
 * A job that nobody waits for any more is given up. */
export async function patiently<T extends object>(api: Api, ask: () => Promise<T | Deferred>, tell: (job: Job) => void, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (!isDeferred(answer)) return answer;
    try {
      await ended(api, answer.job, tell, signal);
    } catch (error) {
      if (signal?.aborted) void api.delete(`jobs/${encodeURIComponent(answer.job)}`).catch(() => undefined);
      throw error;
    }
  }
}

export const isDeferred = (answer: object): answer is Deferred => 'job' in answer;
