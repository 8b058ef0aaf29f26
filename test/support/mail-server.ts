import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A mail server that takes what it is told to take. */
export interface MailServer {
  url: string;
  mails: string[];
  refuse: boolean;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const state: MailServer = { url: '', mails: [], refuse: false, close: () => Promise.resolve() };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let reading = '';
    let inData = false;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('220 test');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      reading += chunk.toString('utf8');
      for (;;) {
        if (inData) {
          const end = reading.indexOf('\r\n.\r\n');
          if (end < 0) return;
          state.mails.push(reading.slice(0, end));
          [reading, inData] = [reading.slice(end + 5), false];
          say('250 taken');
          continue;
        }
        const end = reading.indexOf('\r\n');
        if (end < 0) return;
        const line = reading.slice(0, end);
        reading = reading.slice(end + 2);
        if (/^EHLO/i.test(line)) say('250 test');
        else if (/^RCPT/i.test(line) && state.refuse) say('451 try later');
        else if (/^DATA/i.test(line)) {
          inData = true;
          say('354 go on');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else say('250 ok');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`;
  state.close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return state;
}

/** A mail's text as it was written: quoted-printable undone. */
export const decoded = (mail: string): string =>
  mail
    .replace(/=\r\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
