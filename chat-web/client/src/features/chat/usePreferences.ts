import { useEffect } from 'react';
import { localStore } from '../../device/ownStorage';
import { enterBreaks, onEnterBreaks, setEnterBreaks } from '../../compose/preferences';
import type { Preferences } from '../../protocol/ownState';
import { applyDensity, applyTheme, densities, savedDensity, savedTheme, themes } from '../../ui/theme';
import { useChat } from '../shared/chatContext';
import { applyLanguage } from '../shared/language';
import { changePreferences } from '../shared/preferences';

/** Set once the preferences of this browser have been those of the server. */
const SYNCED = 'parley.preferences.synced';

/** Applies the preferences of the user, which are the same on all devices. */
export function usePreferences() {
  const chat = useChat();
  useEffect(() => {
    const stopStore = chat.store.subscribe((now, before) => {
      const { preferences } = now.own;
      if (!now.ownLoaded || (before.ownLoaded && preferences === before.own.preferences)) return;
      const isFirst = localStore().getItem(SYNCED) === null;
      localStore().setItem(SYNCED, 'true');
      // Chosen in this browser before the server kept preferences.
      if (isFirst && isDefault(preferences)) changePreferences(chat, savedHere());
      else apply(preferences);
    });
    const stopEnter = onEnterBreaks(() => changePreferences(chat, { enterSends: !enterBreaks() }));
    return () => {
      stopStore();
      stopEnter();
    };
  }, [chat]);
}

function apply(preferences: Preferences) {
  const theme = themes.find((each) => each === preferences.theme);
  const density = densities.find((each) => each === preferences.density);
  // A theme that this page does not know leaves the one of this browser.
  if (theme) applyTheme(theme);
  if (density) applyDensity(density);
  applyLanguage(preferences.language);
  if (enterBreaks() === preferences.enterSends) setEnterBreaks(!preferences.enterSends);
}

const savedHere = () => ({ theme: savedTheme(), density: savedDensity(), enterSends: !enterBreaks() });

const isDefault = ({ theme, density, enterSends }: Preferences) =>
  theme === 'system' && density === 'compact' && enterSends;
