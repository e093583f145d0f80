import type { Button } from '../buttons.ts';
import type { Line } from '../views.ts';

/** What the secretariat alone reads beside what others read too, and can press there. */
export type Beside = { readonly lines: readonly Line[]; readonly buttons: readonly Button[] };
