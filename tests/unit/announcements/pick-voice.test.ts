import { expect, it } from 'vitest';
import { pickVoice } from '@/lib/announcements/pick-voice';

const voice = (lang: string, localService = true, isDefault = false) => ({ lang, localService, default: isDefault });

it('finds none where there is none', () => {
  expect(pickVoice([], 'en')).toBeUndefined();
  expect(pickVoice([voice('fr-FR')], 'es')).toBeUndefined();
});

it('knows a language under the names browsers give it', () => {
  for (const lang of ['zh-CN', 'zh_CN', 'cmn-Hans-CN', 'zh', 'zh-TW'])
    expect(pickVoice([voice('en-US'), voice(lang)], 'zh-CN')?.lang).toBe(lang);
  expect(pickVoice([voice('es_MX')], 'es')?.lang).toBe('es_MX');
});

it('does not read Mandarin in Cantonese', () => {
  for (const lang of ['zh-HK', 'zh_HK', 'yue-Hant-HK', 'zh-Hant-HK'])
    expect(pickVoice([voice(lang)], 'zh-CN')).toBeUndefined();
});

it('prefers a voice on the device, then its own region, then the default', () => {
  expect(pickVoice([voice('zh-CN', false), voice('zh-TW')], 'zh-CN')?.lang).toBe('zh-TW');
  expect(pickVoice([voice('zh-TW'), voice('zh-CN')], 'zh-CN')?.lang).toBe('zh-CN');
  expect(pickVoice([voice('en-GB'), voice('en-US', true, true)], 'en')?.lang).toBe('en-US');
});
