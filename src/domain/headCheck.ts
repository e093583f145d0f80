import type { HeadCheck } from './board.ts';
import type { SectionId } from './ids.ts';
import type { LocalDate } from './instant.ts';
import { validOn, type Office } from './office.ts';
import type { Progress } from './progress.ts';

/** 所属長確認 of a unit on that day. Without a registered head it is 所属長確認なし, unless the office waits for one. */
export function headCheckOf(office: Office, section: SectionId, day: LocalDate, { confirmed }: Pick<Progress, 'confirmed'>): HeadCheck {
  if (office.headConfirmation === 'off') return 'off';
  if (confirmed !== undefined) return 'confirmed';
  return office.headConfirmation === 'required' || hasHead(office, section, day) ? 'waits' : 'none';
}

/** A head or a deputy stands in the list of posts, whether Teams has shown them to us or not. */
export const hasHead = ({ posts }: Office, section: SectionId, day: LocalDate): boolean =>
  posts.some((post) => (post.role === 'head' || post.role === 'deputy') && post.section === section && validOn(post, day));
