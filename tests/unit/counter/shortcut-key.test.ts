import { describe, expect, it } from 'vitest';
import { shortcutOf } from '@/components/counter/shortcut-key';

const stroke = (key: string, code: string, more: object = {}) =>
  shortcutOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more });

describe('shortcutOf', () => {
  it.each([
    ['r', 'KeyR', 'R'],
    ['R', 'KeyR', 'R'],
    [' ', 'Space', 'Space'],
    ['Enter', 'NumpadEnter', 'Enter'],
    ['1', 'Digit1', '1'],
    ['3', 'Numpad3', '3'],
  ])('reads %s of %s as %s', (key, code, shortcut) => {
    expect(stroke(key, code)).toBe(shortcut);
  });

  it('goes by what is printed on the key where layouts differ', () => {
    // On a French keyboard A stands where Q stands on an American one.
    expect(stroke('a', 'KeyQ')).toBe('A');
    // Digits of the French row need Shift; the key itself says "é".
    expect(stroke('é', 'Digit2')).toBe('2');
    // The key beside L on a Spanish keyboard is no letter of ours.
    expect(stroke('ñ', 'Semicolon')).toBeUndefined();
  });

  it('goes by the place on the keyboard where no Latin letter is printed or an input method has the key', () => {
    expect(stroke('к', 'KeyR')).toBe('R');
    expect(stroke('Process', 'KeyH')).toBe('H');
    expect(stroke('Unidentified', 'KeyT')).toBe('T');
  });

  it('leaves alone what belongs to the browser or to writing', () => {
    expect(stroke('r', 'KeyR', { ctrlKey: true })).toBeUndefined();
    expect(stroke('r', 'KeyR', { metaKey: true })).toBeUndefined();
    expect(stroke('f', 'KeyF', { altKey: true })).toBeUndefined();
    expect(stroke('n', 'KeyN', { isComposing: true })).toBeUndefined();
    expect(stroke('Tab', 'Tab')).toBeUndefined();
    expect(stroke('F2', 'F2')).toBeUndefined();
    expect(stroke('0', 'Digit0')).toBeUndefined();
  });
});
