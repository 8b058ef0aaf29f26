import type { MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';

const LOOK_MS = 400;

/** Shows something again whenever it has changed, until it is over (server-sent events). */
export function watched<T>(
  type: string,
  look: () => Promise<T>,
  isOver: (view: T) => boolean,
): Observable<MessageEvent> {
  return new Observable((watcher) => {
    let shown = '';
    const again = async (): Promise<void> => {
      const view = await look();
      const text = JSON.stringify(view);
      if (text !== shown) watcher.next({ type, data: view as object });
      shown = text;
      if (isOver(view)) watcher.complete();
      else if (!watcher.closed)
        setTimeout(() => void again().catch((error: unknown) => watcher.error(error)), LOOK_MS).unref();
    };
    again().catch((error: unknown) => watcher.error(error));
  });
}
