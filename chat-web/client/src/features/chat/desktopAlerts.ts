import { ownName } from '../../device/installation';
import { texts } from '../../i18n';
import { excerptOf } from '../../markdown/useMarkdown';
import type { Alert, AlertOutput } from '../../state/alerts';
import type { Chat } from '../../state/chat';
import { nameOf, titleOf } from '../shared/names';
import { goTo } from '../shared/useRoute';
import { alertPermission } from './alertPermission';

const MAX_BODY = 200;
const SOUND_EVERY_MS = 2_000;
const SOUND_S = 0.18;

/** Notifications of the operating system, and a short sound. */
export function desktopAlerts(chat: Chat): AlertOutput {
  let lastSound = 0;
  return {
    show: (alert) => {
      if (alertPermission() !== 'granted') return undefined;
      const { conv, message } = alert;
      const { title, body } = textsOf(chat, alert);
      // The tag is the same in all tabs.
      const tag = ownName(`parley-${conv}-${message.pos}`);
      const notification = new Notification(title, { body, tag, icon: 'favicon.svg', silent: true });
      notification.onclick = () => {
        window.focus();
        goTo(conv, message.pos);
        notification.close();
      };
      return () => notification.close();
    },
    sound: () => {
      if (Date.now() - lastSound < SOUND_EVERY_MS) return;
      lastSound = Date.now();
      play();
    },
  };
}

function textsOf(chat: Chat, { conv, message, count }: Alert) {
  const { summaries, people, me } = chat.store.getState();
  const summary = summaries.get(conv);
  const name = nameOf(people, message.from);
  const where = summary ? titleOf(summary, people, me.id) : '';
  if (count > 1) return { title: where, body: texts.alerts.many(count) };
  const body = [
    ...excerptOf(message.body || (message.files?.[0]?.name ?? ''))
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, MAX_BODY)
    .join('');
  return { title: summary?.kind === 'group' ? texts.alerts.inChannel(name, where) : name, body };
}

let audio: AudioContext | undefined;

/** Two short tones. Browsers allow them once the user has pressed a key or button on the page. */
function play() {
  if (typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') {
    audio.resume().catch((error: unknown) => console.debug('The browser does not allow sound yet.', error));
    return;
  }
  [660, 880].forEach((frequency, i) => tone(frequency, audio as AudioContext, i * SOUND_S * 0.6));
}

function tone(frequency: number, context: AudioContext, after: number) {
  const at = context.currentTime + after;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(0.12, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + SOUND_S);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + SOUND_S);
}
