import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { problems } from '@lib/kernel';

const LOOK_MS = 400;

/** Shows something again whenever it has changed, until it is over (server-sent events). */
export function watched<T>(
  type: string,
  look: () => Promise<T>,
  isOver: (view: T) => boolean,
): Observable<MessageEvent> {
  return new Observable((watcher) => {
    let ended = false;
    let shown = '';
    const again = async (): Promise<void> => {
      const view = await look();
      const text = JSON.stringify(view);
      if (text !== shown) watcher.next({ type, data: view as object });
      shown = text;
      if (isOver(view)) watcher.complete();
      else if (!ended) setTimeout(() => void again().catch((error: unknown) => watcher.error(error)), LOOK_MS).unref();
    };
    again().catch((error: unknown) => watcher.error(error));
    return () => {
      ended = true;
    };
  });
}

/** The place in a list that goes by time: instant and id. */
export function timeCursor(after: string | undefined): { createdAt: string; id: string } | null {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(after ?? '');
  if (after !== undefined && !match) throw problems.InvalidField({ reason: 'after' }, '/after');
  return match ? { createdAt: match[1]!, id: match[2]! } : null;
}
