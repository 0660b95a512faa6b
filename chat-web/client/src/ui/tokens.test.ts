import { describe, expect, test } from 'vitest';
import css from './tokens.css?raw';

/** The colors of both themes by name, without those for high contrast. */
function colors(theme: 'light' | 'dark'): Map<string, string> {
  const normal = css.slice(0, css.indexOf('@media'));
  const found = normal.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...found].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]));
}

function luminance(color: string) {
  const channels = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string) {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test('the theme with high contrast is what browsers get that ask for more contrast', () => {
  const [, asked = ''] = /prefers-contrast: more\) \{\s*:root \{([^}]*)\}/.exec(css) ?? [];
  const [, chosen = ''] = /data-theme='contrast'\] \{([^}]*)\}/.exec(css) ?? [];
  const declarations = (block: string) => block.split(';').map((line) => line.trim());
  expect(declarations(chosen)).toEqual(declarations(asked));
  expect(chosen).toContain('--text');
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const known = colors(theme);
  const of = (a: string, b: string) => contrast(known.get(a) ?? '', known.get(b) ?? '');

  test.each([
    ['text', 'ground'],
    ['text', 'surface'],
    ['text', 'raised'],
    ['text', 'selected'],
    ['text', 'mention'],
    ['text', 'mine'],
    ['text', 'theirs'],
    ['quiet', 'ground'],
    ['quiet', 'surface'],
    ['quiet', 'raised'],
    ['quiet', 'hover'],
    ['quiet', 'mine'],
    ['quiet', 'theirs'],
    ['accent', 'surface'],
    ['accent', 'ground'],
    ['warm', 'surface'],
    ['warm', 'ground'],
    ['bad', 'surface'],
    ['bad', 'bad-soft'],
    ['warn-text', 'warn-soft'],
    ['calm-text', 'calm-soft'],
  ])('%s can be read on %s', (text, background) => {
    expect(of(text, background)).toBeGreaterThanOrEqual(4.5);
  });

  test('the selected row differs from the plain one, and the edge from what is behind it', () => {
    expect(of('selected', 'surface')).toBeGreaterThanOrEqual(1.5);
    expect(of('edge', 'ground')).toBeGreaterThanOrEqual(3);
    expect(of('edge', 'surface')).toBeGreaterThanOrEqual(3);
  });

  test('the surface differs from the ground', () => {
    expect(of('ground', 'surface')).toBeGreaterThanOrEqual(1.15);
  });
});
