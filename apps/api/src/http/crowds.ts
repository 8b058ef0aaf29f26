import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';
import { networkOf } from '@lib/access';
import { httpProblems } from '@lib/http';

/** How many of something each address has at this moment. */
class Crowd {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** False when the address has as many as it may. */
  enter(address: string): boolean {
    const count = this.counts.get(address) ?? 0;
    if (count >= this.most) return false;
    this.counts.set(address, count + 1);
    return true;
  }

  leave(address: string): void {
    const count = this.counts.get(address) ?? 0;
    if (count > 1) this.counts.set(address, count - 1);
    else this.counts.delete(address);
  }
}

const BUSY = 'HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 5\r\nContent-Length: 0\r\n\r\n';

/**
 * Bounds what one address holds at the same time, so that a single machine cannot take everything. Without a proxy that is its connections.
 * Behind one, whose connections are everybody's, it is the requests under way of the address that the proxy tells.
 */
export function boundCrowds(server: FastifyInstance, most: number, behindProxy: boolean): void {
  const crowd = new Crowd(most);
  if (behindProxy) boundRequests(server, crowd, most);
  else boundConnections(server, crowd);
}

function boundConnections(server: FastifyInstance, crowd: Crowd): void {
  server.server.on('connection', (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    if (crowd.enter(address)) socket.once('close', () => crowd.leave(address));
    else {
      socket.on('error', () => undefined);
      socket.end(BUSY, () => socket.destroy());
    }
  });
}

function boundRequests(server: FastifyInstance, crowd: Crowd, most: number): void {
  server.addHook('onRequest', async (request, reply) => {
    const address = networkOf(request.ip);
    if (!crowd.enter(address)) throw httpProblems.TooManyConnections({ limit: most, seconds: 5 });
    reply.raw.once('close', () => crowd.leave(address));
  });
}
