import { profileTexts as profile } from '../../i18n/enSettings';
import { useChat, useChatState } from '../shared/chatContext';
import { changePreferences } from '../shared/preferences';

const LANGUAGES = 'ar cs da de en-GB en-US es fi fr he hi it ja ko nb nl pl pt pt-BR ru sv tr uk zh'.split(' ');

/** In which language dates and times are shown, and which time zone others see. */
export function RegionForm() {
  const chat = useChat();
  const { language, zone } = useChatState((state) => state.own.preferences);
  const loaded = useChatState((state) => state.ownLoaded);
  return (
    <section className="form profile-form" aria-labelledby="region">
      <h3 id="region">{profile.region}</h3>
      <label className="field">
        {profile.language}
        <select
          className="input"
          disabled={!loaded}
          value={language ?? ''}
          onChange={({ target: { value } }) => changePreferences(chat, { language: value || undefined })}
        >
          <option value="">{profile.browserLanguage(nameOf(navigator.language))}</option>
          {withChosen(LANGUAGES, language).map((each) => (
            <option key={each} value={each} lang={each}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {profile.zone}
        <select
          className="input"
          disabled={!loaded}
          value={zone ?? ''}
          aria-describedby="zone-hint"
          onChange={({ target: { value } }) => changePreferences(chat, { zone: value || undefined })}
        >
          <option value="">{profile.noZone}</option>
          {withChosen(zones(), zone).map((each) => (
            <option key={each} value={each}>
              {each.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <p className="field__hint" id="zone-hint">
        {profile.zoneHint}
      </p>
    </section>
  );
}

/** Each language is named in itself. */
function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch (error) {
    if (error instanceof RangeError) return language;
    throw error;
  }
}

/** The time zone of this browser is the first. */
function zones(): string[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([here, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}

/** Another device can choose what this list does not contain. */
const withChosen = (known: string[], chosen: string | undefined) =>
  chosen === undefined || known.includes(chosen) ? known : [chosen, ...known];
