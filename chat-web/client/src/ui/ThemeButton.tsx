import { useState } from 'react';
import { texts } from '../i18n';
import { IconButton } from './IconButton';
import type { Theme } from './theme';
import { applyTheme, savedTheme, themes } from './theme';

/** Switches to the next theme. */
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(savedTheme);
  function next() {
    const following = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
    applyTheme(following);
    setTheme(following);
  }
  return <IconButton icon={theme} label={`${texts.chat.themes}: ${texts.chat.theme[theme]}`} onClick={next} />;
}
