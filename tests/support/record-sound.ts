import type { BrowserContext } from '@playwright/test';

/**
 * Makes the browser refuse sound until somebody taps on the page, as browsers do. Without this a test's own questions
 * to the page count as taps.
 */
export async function refuseSound(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let tapped = false;
    const noteTap = ({ isTrusted }: Event) => {
      tapped ||= isTrusted;
    };
    addEventListener('click', noteTap, { capture: true });
    const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state');
    Object.defineProperty(BaseAudioContext.prototype, 'state', {
      get(this: BaseAudioContext) {
        return tapped ? state?.get?.call(this) : 'suspended';
      },
    });
    const { resume } = AudioContext.prototype;
    AudioContext.prototype.resume = function (this: AudioContext) {
      return tapped ? resume.call(this) : new Promise(() => undefined);
    };
  });
}

/**
 * Writes down what a page gives to its loudspeaker, in order, over reloads: `chime`, `say <text>` for the browser's own
 * voice and `clips <names>` for the shipped ones. Only the output is replaced: the voice ends after a moment of
 * silence, and the clips are really fetched, decoded and played.
 *
 * @param voices languages for which the browser is to have a voice
 */
export async function recordSound(context: BrowserContext, voices: string[]): Promise<string[]> {
  const heard: string[] = [];
  await context.exposeFunction('noteHeard', (what: string) => {
    // Clips of one call are started together; they are one thing that is heard.
    const clip = /^clip (.*)$/.exec(what)?.[1];
    if (clip === 'chime') heard.push('chime');
    else if (clip === undefined) heard.push(what);
    else if (/^(please|ticket)$/.test(clip)) heard.push(`clips ${clip}`);
    else heard[heard.length - 1] += ` ${clip}`;
  });
  await context.addInitScript((languages: string[]) => {
    const note = (window as unknown as { noteHeard(what: string): Promise<void> }).noteHeard;
    const names = new WeakMap<object, string>();

    const { arrayBuffer } = Response.prototype;
    Response.prototype.arrayBuffer = async function (this: Response) {
      const bytes = await arrayBuffer.call(this);
      names.set(bytes, this.url.split('/').at(-1)?.replace('.flac', '') ?? '');
      return bytes;
    };
    const { decodeAudioData } = BaseAudioContext.prototype;
    BaseAudioContext.prototype.decodeAudioData = async function (this: BaseAudioContext, bytes: ArrayBuffer) {
      const name = names.get(bytes) ?? '';
      const sound = await decodeAudioData.call(this, bytes);
      names.set(sound, name);
      return sound;
    };
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, when?: number) {
      void note(`clip ${this.buffer ? names.get(this.buffer) : ''}`);
      start.call(this, when);
    };

    class Utterance {
      voice: unknown = null;
      lang = '';
      rate = 1;
      onstart: (() => void) | null = null;
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      constructor(readonly text: string) {}
    }
    const speechSynthesis = {
      speaking: false,
      pending: false,
      getVoices: () => languages.map((lang) => ({ lang, localService: true, default: false, name: lang })),
      speak(utterance: Utterance) {
        void note(`say ${utterance.text}`);
        setTimeout(() => utterance.onstart?.(), 0);
        setTimeout(() => utterance.onend?.(), 300);
      },
      cancel() {},
      resume() {},
    };
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
  }, voices);
  return heard;
}
