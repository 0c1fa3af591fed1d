import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/**
 * A printer on a port of this machine, as the house sees one: takes bytes by raw TCP and answers questions about its
 * state. It keeps every byte, and does what printers do to people: is off, hangs, dies in the middle, runs out of paper.
 */
export type Mood =
  | 'ready'
  | 'paperOut'
  | 'coverOpen'
  /** Takes the connection and every byte, and says nothing. */
  | 'hangs'
  /** Knows no questions, prints all the same. */
  | 'mute'
  /** Breaks the line after the first bytes of a slip. */
  | 'dies'
  /** Runs out of paper while it prints: the slip is half out. */
  | 'runsOut';

const QUESTION = [0x10, 0x04];
const CUT = Buffer.of(0x1d, 0x56, 66, 0);
const DONE = [0x1d, 0x72, 1];
const ANSWERS: Record<number, Partial<Record<Mood, number>> & { usual: number }> = {
  1: { usual: 0x12, paperOut: 0x1a, coverOpen: 0x1a, runsOut: 0x1a },
  2: { usual: 0x12, paperOut: 0x32, coverOpen: 0x16, runsOut: 0x32 },
  4: { usual: 0x12, paperOut: 0x72, runsOut: 0x72 },
};

export class SlipPrinter {
  mood: Mood = 'ready';
  /** What every connection has sent so far, questions left out; connections that only asked are not among them. */
  readonly slips: Buffer[] = [];
  /** The most connections that were open at the same moment. */
  mostAtOnce = 0;
  private sockets = new Set<Socket>();
  private waiting: (() => void)[] = [];

  private constructor(
    private server: Server,
    readonly host: string,
    readonly port: number,
  ) {
    server.on('connection', (socket) => this.serve(socket));
  }

  /** Listens where nobody else of this machine does: a loopback address of its own, where there are such. */
  static async start(): Promise<SlipPrinter> {
    const part = () => 1 + Math.floor(Math.random() * 253);
    for (let port = 9100; port < 9200; port++)
      for (const host of [`127.${part()}.${part()}.${part()}`, '127.0.0.1']) {
        const server = await listen(host, port).catch(() => null);
        if (server) return new SlipPrinter(server, host, port);
      }
    throw new Error('No port of 9100 to 9199 is free.');
  }

  /** Off: connections are refused. */
  async switchOff(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  async switchOn(): Promise<void> {
    this.server = await listen(this.host, this.port);
    this.server.on('connection', (socket) => this.serve(socket));
  }

  async close(): Promise<void> {
    if (this.server.listening) await this.switchOff();
  }

  /** Waits until a slip, counted from 1, has come out down to its cut. */
  async whole(count: number): Promise<Buffer> {
    while (!this.slips[count - 1]?.subarray(-CUT.length).equals(CUT))
      await new Promise<void>((heard) => this.waiting.push(heard));
    return this.slips[count - 1] as Buffer;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.sockets.size);
    socket.on('error', () => undefined);
    // Whoever has said that this was all is gone.
    socket.on('end', () => this.sockets.delete(socket));
    socket.on('close', () => this.sockets.delete(socket));
    const { mood } = this;
    let slip = -1;
    socket.on('data', (bytes) => {
      const rest: number[] = [];
      for (let i = 0; i < bytes.length; i++) {
        const asks = (question: number[]) => question.every((byte, at) => bytes[i + at] === byte);
        if (asks(QUESTION)) {
          this.answer(socket, ANSWERS[bytes[i + 2] ?? 0], mood, slip >= 0);
          i += 2;
        } else if (asks(DONE)) {
          if (mood === 'ready') socket.write(Uint8Array.of(0));
          i += 2;
        } else rest.push(bytes[i] ?? 0);
      }
      if (rest.length === 0) return;
      if (slip < 0) slip = this.slips.push(Buffer.alloc(0)) - 1;
      this.slips[slip] = Buffer.concat([this.slips[slip] as Buffer, Buffer.from(rest)]);
      if (mood === 'dies') socket.resetAndDestroy();
      for (const heard of this.waiting.splice(0)) heard();
    });
  }

  private answer(socket: Socket, answer: (typeof ANSWERS)[number] | undefined, mood: Mood, printing: boolean): void {
    if (!answer || mood === 'hangs' || mood === 'mute') return;
    // Paper runs out with the slip, not before it.
    const now = mood === 'runsOut' && !printing ? 'ready' : mood;
    socket.write(Uint8Array.of(answer[now] ?? answer.usual));
  }
}

async function listen(host: string, port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
