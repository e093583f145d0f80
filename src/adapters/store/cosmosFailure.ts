/** What a request to Cosmos came to that did not come to what was asked. */
export type Failure = {
  readonly kind:
    | 'absent'
    /** Something lies there already (409), or what lies there is of another version (412). */
    | 'conflict'
    /** Nothing was done: to be asked again, after the time that is named. */
    | 'throttled'
    /** To be asked again. It may have been done all the same. */
    | 'doubtful'
    /** To ask again would not help. */
    | 'refused';
  /** The status with what the service says besides, e.g. `404/1002`; or what the network called it. */
  readonly why: string;
  /** Milliseconds. */
  readonly retryAfter?: number | undefined;
};

type Answered = { readonly code: number; readonly substatus: number | undefined; readonly retryAfterInMs: number | undefined };

/** What the statuses mean that we can do something about; every other one below 500 is a refusal. */
const BY_STATUS: Readonly<Record<number, Failure['kind']>> = {
  404: 'absent', 409: 'conflict', 412: 'conflict', 429: 'throttled',
  408: 'doubtful', // the service gave up waiting for itself
  410: 'doubtful', // the partition moves
  449: 'doubtful', // two writes met; neither is said to have lost
};

/** Where the same status means several things: `status/substatus`. */
const BY_SUBSTATUS: Readonly<Record<string, Failure['kind']>> = {
  '404/1002': 'doubtful', // the replica that was asked is behind what we have written: the document may well be there
  '404/1003': 'refused', // not the document is missing but the container
  '403/3': 'doubtful', // the region that was asked no longer takes writes: a failover is under way
  '403/1008': 'doubtful',
};

/** Reads what the SDK threw. Whatever has no status of the service's is a matter of the network, of a time limit, or of an answer cut short. */
export function failureOf(fault: unknown): Failure {
  const answered = answerIn(fault);
  if (answered === undefined) return { kind: 'doubtful', why: nameOf(fault) };
  const why = [answered.code, answered.substatus ?? 0].filter((number) => number !== 0).join('/');
  return { kind: kindOf(answered.code, why), why, retryAfter: answered.retryAfterInMs };
}

const kindOf = (code: number, why: string): Failure['kind'] => BY_SUBSTATUS[why] ?? BY_STATUS[code] ?? (code >= 500 ? 'doubtful' : 'refused');

function answerIn(fault: unknown): Answered | undefined {
  if (typeof fault !== 'object' || fault === null || !('code' in fault) || typeof fault.code !== 'number') return undefined;
  return { code: fault.code, substatus: numberIn(fault, 'substatus'), retryAfterInMs: numberIn(fault, 'retryAfterInMs') };
}

function numberIn(fault: object, name: string): number | undefined {
  const value: unknown = Object.entries(fault).find(([key]) => key === name)?.[1];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The kind of fault and its code, never its sentence: a parser's quotes what it could not read. */
function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  if (fault.cause instanceof Error) return nameOf(fault.cause);
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : fault.name;
}
