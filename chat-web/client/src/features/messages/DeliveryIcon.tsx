import { texts } from '../../i18n';
import { Icon } from '../../ui/Icon';
import type { Delivery } from './messageRows';

const icons = { waiting: 'clock', accepted: 'tick', failed: 'alert' } as const;

export function DeliveryIcon({ state }: { state: Delivery }) {
  return (
    <span className={`delivered delivered--${state}`} title={texts.messages.state[state]}>
      <Icon name={icons[state]} size={15} />
      <span className="visually-hidden">{texts.messages.state[state]}</span>
    </span>
  );
}
