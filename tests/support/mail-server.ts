import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface ReceivedLetter {
  from: string;
  to: string[];
  /** As it came: headers and parts. */
  source: string;
}

/** A mail server of the test alone, on a port of its own. `refuse` makes it turn letters away for a while. */
export async function startMailServer() {
  const letters: ReceivedLetter[] = [];
  const server = { letters, refuse: false, url: '', close: async () => {} };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      const source = await text(stream);
      if (server.refuse) {
        done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        return;
      }
      const { mailFrom, rcptTo } = session.envelope;
      letters.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), source });
      done();
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  server.url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  server.close = () => new Promise((resolve) => smtp.close(() => resolve()));
  return server;
}
