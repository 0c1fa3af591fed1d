import { pickVoice } from '@/lib/announcements/pick-voice';
import { speechPatienceSeconds } from '@/lib/announcements/speech-length';
import type { SpeechPlan } from '@/lib/announcements/speech-plan';
import type { Locale } from '@/lib/core/locale';

const CHIME = '/sounds/chime.flac';
/** A voice that failed twice running rests this long; the clips speak meanwhile. */
const voiceRestMs = 10 * 60_000;
/** What a browser that may play needs at most to say so. */
const unlockWithinMs = 500;
/** Sounds end on their own; when the device's output hangs, nothing waits longer than this beyond their length. */
const outputPatienceSeconds = 2;
const voiceRate = 0.95;

/**
 * The display's loudspeaker: a chime, the browser's own voices, and the shipped clips where it has none. Nothing here
 * throws or waits for ever: each method says whether something was heard.
 */
export class Sound {
  private readonly context = typeof AudioContext === 'undefined' ? undefined : new AudioContext();
  private readonly clips = new Map<string, Promise<AudioBuffer | undefined>>();
  private readonly failures = new Map<Locale, { count: number; restUntil: number }>();
  private playing: AudioBufferSourceNode[] = [];
  /** Kept, since some browsers forget an utterance that nobody holds and then never say that it ended. */
  private readonly held = new Set<SpeechSynthesisUtterance>();

  /**
   * Asks the browser to let this page be heard. Without a tap on the page it agrees only when it was told so at its
   * start (`--autoplay-policy=no-user-gesture-required`).
   */
  async unlock(): Promise<boolean> {
    if (!this.context) return 'speechSynthesis' in window;
    if (this.context.state !== 'running') {
      // Where it is not allowed the promise stays open until it is, or fails when the page closes the context meanwhile.
      await within(
        unlockWithinMs,
        this.context.resume().catch(() => undefined),
      );
    }
    return this.audible();
  }

  audible(): boolean {
    return this.context ? this.context.state === 'running' : 'speechSynthesis' in window;
  }

  /** Calls back when the browser begins or ceases to let the page be heard. */
  onAudible(listener: (audible: boolean) => void): () => void {
    const changed = () => listener(this.audible());
    this.context?.addEventListener('statechange', changed);
    return () => this.context?.removeEventListener('statechange', changed);
  }

  /** Fetches clips ahead, one by one, so that they can be heard when the server is gone. */
  async prepare(addresses: readonly string[]): Promise<void> {
    for (const address of [CHIME, ...addresses]) await this.clip(address);
  }

  chime(): Promise<boolean> {
    return this.play([CHIME]);
  }

  /** Speaks in one language: by a voice of the browser, otherwise (or when it fails before a word is heard) by clips. */
  async say(plan: SpeechPlan, locale: Locale): Promise<boolean> {
    if (!this.audible()) return false;
    if (await this.speak(plan, locale)) return true;
    return this.play(plan.clips);
  }

  /** Ends what is being heard now. */
  silence(): void {
    for (const source of this.playing) source.stop();
    this.playing = [];
    if ('speechSynthesis' in window) window.speechSynthesis.cancel();
  }

  close(): void {
    this.silence();
    void this.context?.close();
  }

  private async speak(plan: SpeechPlan, locale: Locale): Promise<boolean> {
    if (!('speechSynthesis' in window)) return false;
    const resting = this.failures.get(locale);
    if (resting && resting.restUntil > performance.now()) return false;
    const synthesis = window.speechSynthesis;
    const voice = pickVoice(synthesis.getVoices(), locale);
    if (!voice) return false;
    const utterance = new SpeechSynthesisUtterance(plan.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = voiceRate;
    this.held.add(utterance);
    let started = false;
    const ended = new Promise<boolean>((resolve) => {
      utterance.onstart = () => {
        started = true;
      };
      utterance.onend = () => resolve(true);
      utterance.onerror = () => resolve(started);
    });
    // An engine that was cut off or paused would leave this one waiting behind the old one.
    if (synthesis.speaking || synthesis.pending) synthesis.cancel();
    synthesis.resume();
    synthesis.speak(utterance);
    const heard = await within(speechPatienceSeconds(plan) * 1000, ended);
    if (heard === undefined) {
      started ||= synthesis.speaking && !synthesis.pending;
      synthesis.cancel();
    }
    this.held.delete(utterance);
    this.noteVoice(locale, heard === true);
    return heard ?? started;
  }

  /** Once may be chance; a voice that fails twice running is left alone for a while. */
  private noteVoice(locale: Locale, worked: boolean): void {
    const count = worked ? 0 : (this.failures.get(locale)?.count ?? 0) + 1;
    this.failures.set(locale, { count, restUntil: count >= 2 ? performance.now() + voiceRestMs : 0 });
  }

  private async play(addresses: readonly string[]): Promise<boolean> {
    const { context } = this;
    if (!context || !this.audible()) return false;
    const found = await Promise.all(addresses.map((address) => this.clip(address)));
    const buffers = found.filter((buffer) => buffer !== undefined);
    if (buffers.length === 0) return false;
    let at = context.currentTime + 0.05;
    const sources = buffers.map((buffer) => {
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(context.destination);
      source.start(at);
      at += buffer.duration;
      return source;
    });
    this.playing = sources;
    const last = sources.at(-1);
    const ended = new Promise<true>((resolve) => last?.addEventListener('ended', () => resolve(true), { once: true }));
    const heard = await within((at - context.currentTime + outputPatienceSeconds) * 1000, ended);
    this.playing = [];
    return heard === true;
  }

  /** A clip, loaded and decoded once. One that could not be had is tried again when it is needed again. */
  private clip(address: string): Promise<AudioBuffer | undefined> {
    const { context } = this;
    if (!context) return Promise.resolve(undefined);
    const known = this.clips.get(address);
    if (known) return known;
    const loading = load(context, address).catch(() => {
      this.clips.delete(address);
      return undefined;
    });
    this.clips.set(address, loading);
    return loading;
  }
}

async function load(context: AudioContext, address: string): Promise<AudioBuffer> {
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return context.decodeAudioData(await response.arrayBuffer());
}

/** The promise's value, or undefined when it has not come within that time. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
