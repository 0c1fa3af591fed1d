import nodemailer from 'nodemailer';

/** A letter as it goes out. `id` is the same each time the same letter is sent, so that mailboxes know a second one. */
export interface Letter {
  id: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  attachments: { filename: string; content: Buffer; contentType: string }[];
}

/** Sends a letter; throws MailFailure. */
export type SendLetter = (letter: Letter) => Promise<void>;

/** Why a letter did not go out. The words of the server stay out of it: they may name people. */
export class MailFailure extends Error {
  constructor(readonly problem: 'unreachable' | 'refused' | 'recipients') {
    super(`The mail server: ${problem}`);
  }
}

/** Codes of nodemailer for a server that was not reached or fell silent. */
const UNREACHABLE = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'ECONNREFUSED', 'EPROXY']);
const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/**
 * The mail server of an installation; null where none is set up.
 *
 * @param url smtp:// or smtps://, with user and password where it wants them
 * @param from who letters come from
 */
export function mailServer({ url, from }: { url: string | undefined; from: string }): SendLetter | null {
  if (!url) return null;
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // What is attached is made here; nothing is ever fetched or read from a file.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = new URL(url).hostname;
  return async ({ id, to, ...letter }) => {
    try {
      await transport.sendMail({ ...letter, from, bcc: to, messageId: `<${id}@${host}>` });
    } catch (error) {
      const code = String((error as { code?: unknown }).code);
      throw new MailFailure(UNREACHABLE.has(code) ? 'unreachable' : code === 'EENVELOPE' ? 'recipients' : 'refused');
    }
  };
}
