import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { httpProblems, takesFile } from '@lib/http';
import { problemBody } from './problem.filter.js';

/** The least that a body brings on average; a modem of the last century is faster. */
const LEAST_BYTES_PER_SECOND = 1024;

/** A body that is on its way. */
interface Arriving {
  socket: Socket;
  answer: ServerResponse;
  instance: string;
  /** A body that is no file fits into few packets and has two stalls in all. */
  isFile: boolean;
  windows: number;
  bytes: number;
}

/**
 * Cuts off who stands still: a reader that takes nothing of its answer for `stallMs`, and a sender whose body brings less than a kilobyte a
 * second over such a time, or that takes twice as long for a body that is no file. Whoever waits because of us is left alone.
 */
export function cutSlowPeers(server: FastifyInstance, stallMs: number): void {
  cutReaders(server, stallMs);
  cutSenders(server, stallMs);
}

/** Node tells of a connection on which nothing has moved for a while, in either direction; a write that makes headway counts as moving. */
function cutReaders(server: FastifyInstance, stallMs: number): void {
  const answers = new WeakMap<Socket, ServerResponse>();
  const open = new Set<Socket>();
  server.server.on('request', ({ socket }: IncomingMessage, answer: ServerResponse) => answers.set(socket, answer));
  server.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.server.setTimeout(stallMs, (socket: Socket) => {
    const answer = answers.get(socket);
    const atWork = answer !== undefined && !answer.writableFinished && !answer.destroyed;
    // Nothing to take: we are the ones who take our time.
    if (!atWork) socket.destroy();
    // What lies in the kernel for somebody who does not take it is thrown away, too.
    else if (socket.writableLength > 0) socket.resetAndDestroy();
  });
  // Server-sent events switch it off for their connection.
  const again = setInterval(() => {
    for (const socket of open) if (socket.timeout === 0) socket.setTimeout(stallMs);
  }, stallMs).unref();
  server.addHook('onClose', async () => clearInterval(again));
}

function cutSenders(server: FastifyInstance, stallMs: number): void {
  const arriving = new Map<FastifyRequest, Arriving>();
  const least = (LEAST_BYTES_PER_SECOND * stallMs) / 1000;
  server.addHook('onRequest', (request, reply, done) => {
    const { socket, headers } = request.raw;
    if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0) {
      arriving.set(request, {
        socket,
        answer: reply.raw,
        instance: request.url,
        isFile: takesFile(request.routeOptions.config),
        windows: 0,
        bytes: socket.bytesRead ?? 0,
      });
      reply.raw.once('close', () => arriving.delete(request));
    }
    done();
  });
  const look = setInterval(() => {
    for (const [request, body] of arriving) {
      const { raw } = request;
      if (raw.complete || raw.destroyed) arriving.delete(request);
      else if (raw.readableLength === 0) judge(body, least);
      // What has come and is not taken yet is our own delay.
      else body.bytes = body.socket.bytesRead;
    }
  }, stallMs).unref();
  server.addHook('onClose', async () => clearInterval(look));
}

/** The first window began before the request did, so it only begins to count. */
function judge(body: Arriving, least: number): void {
  const brought = body.socket.bytesRead - body.bytes;
  body.bytes = body.socket.bytesRead;
  body.windows++;
  const tooLittle = body.windows > 1 && brought < least;
  const tooLong = body.windows > 2 && !body.isFile;
  if (tooLittle || tooLong) refuse(body);
}

/** There is no handler to answer: the body has not arrived, or is half in somebody's hands. */
function refuse({ socket, answer, instance }: Arriving): void {
  if (!answer.headersSent) {
    const body = JSON.stringify(problemBody(httpProblems.TooSlow(), 'de', instance));
    socket.write(
      'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Type: application/problem+json; charset=utf-8\r\n' +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}
