/**
 * Makes public/sounds/ again: `npm run sounds`. Needs espeak-ng and sox; the product itself
 * needs neither, since the files are in the repository.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locales } from '@/lib/i18n/config';
import { type ClipVoice, chineseLetters, clipVoices } from './clip-words';

const sounds = join(process.cwd(), 'public', 'sounds');
const scratch = mkdtempSync(join(tmpdir(), 'clips-'));

function makeClips(folder: string, { voice, wordsPerMinute, words }: ClipVoice) {
  mkdirSync(folder, { recursive: true });
  for (const [clip, text] of Object.entries(words)) {
    const raw = join(scratch, 'raw.wav');
    execFileSync('espeak-ng', ['-v', voice, '-s', String(wordsPerMinute), '-p', '45', '-w', raw, text]);
    // Silence off both ends, so that clips joined together sound like one sentence; same level for all.
    const trim = ['silence', '1', '0.005', '0.3%', 'reverse'];
    const effects = [...trim, ...trim, 'rate', '16k', 'norm', '-2', 'pad', '0.01', '0.05'];
    execFileSync('sox', ['-R', '-D', raw, '-c', '1', '-b', '16', '-C', '8', join(folder, `${clip}.flac`), ...effects]);
  }
}

/** Two soft bell tones, a major third down (E5, C5), each with its octave, fading out. */
function makeChime(file: string) {
  const tone = (hertz: number) => [
    ...['synth', '0.9', 'sine', String(hertz), 'synth', '0.9', 'sine', 'mix', String(hertz * 2)],
    ...['fade', 'l', '0.008', '0.9', '0.85'],
  ];
  const first = join(scratch, 'first.wav');
  const second = join(scratch, 'second.wav');
  const base = ['-R', '-n', '-r', '22050', '-c', '1', '-b', '16'];
  execFileSync('sox', [...base, first, ...tone(659.25), 'gain', '-6']);
  execFileSync('sox', [...base, second, ...tone(523.25), 'pad', '0.42', 'gain', '-6']);
  execFileSync('sox', ['-R', '-D', '-m', first, second, '-b', '16', '-C', '8', file, 'norm', '-3']);
}

rmSync(sounds, { recursive: true, force: true });
mkdirSync(sounds, { recursive: true });
makeChime(join(sounds, 'chime.flac'));
for (const locale of locales) makeClips(join(sounds, locale), clipVoices[locale]);
makeClips(join(sounds, 'zh-CN'), chineseLetters);
rmSync(scratch, { recursive: true });

const files = readdirSync(sounds, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.flac'));
const bytes = files.reduce((sum, file) => sum + statSync(join(sounds, file)).size, 0);
process.stdout.write(`${files.length} clips, ${Math.round(bytes / 1024)} KB in public/sounds\n`);
