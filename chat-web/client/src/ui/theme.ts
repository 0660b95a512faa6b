import { localStore } from '../device/ownStorage';

const THEME = 'parley.theme';
const DENSITY = 'parley.density';

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export const densities = ['compact', 'comfortable'] as const;
export type Density = (typeof densities)[number];

export function savedTheme(): Theme {
  const saved = localStore().getItem(THEME);
  return themes.find((theme) => theme === saved) ?? 'system';
}

/** Sets the attribute that determines `color-scheme`, and thereby the colors. */
export function applyTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme;
  localStore().setItem(THEME, theme);
}

export function savedDensity(): Density {
  const saved = localStore().getItem(DENSITY);
  return densities.find((density) => density === saved) ?? 'compact';
}

/** Sets the attribute that determines the height of the rows in lists. */
export function applyDensity(density: Density) {
  document.documentElement.dataset.density = density;
  localStore().setItem(DENSITY, density);
}
