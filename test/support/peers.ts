import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Somebody outside who holds a connection and does with it what no browser would. */
export interface Peer {
  socket: Socket;
  /** What has been read of the answer. */
  heard(): string;
  /** Whether the server has closed the connection. */
  isCut(): boolean;
  leave(): void;
}

export interface Say {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  /** Follows the head as it is. */
  body?: Buffer | string;
}

/** Connects and sends the head of a request, and whatever of its body is given. */
export async function peer(port: number, { method = 'GET', path, headers = {}, body }: Say): Promise<Peer> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  let cut = false;
  socket.on('data', (bytes) => (heard += bytes.toString('latin1')));
  socket.on('error', () => (cut = true));
  socket.on('close', () => (cut = true));
  await once(socket, 'connect');
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  if (body !== undefined) socket.write(body);
  return { socket, heard: () => heard, isCut: () => cut, leave: () => socket.destroy() };
}

/** Asks for something, takes the first bytes of the answer and no more: the kernel's small buffer fills, then the server waits. */
export async function stoppedReader(port: number, say: Say): Promise<Peer> {
  const reader = await peer(port, say);
  await once(reader.socket, 'data');
  reader.socket.pause();
  return reader;
}
