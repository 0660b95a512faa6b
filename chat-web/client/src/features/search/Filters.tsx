import type { ComponentProps, Ref } from 'react';
import { useRef, useState } from 'react';
import { searchTexts } from '../../i18n/enSearch';
import { lazyPart } from '../../parts/lazyPart';
import { Icon } from '../../ui/Icon';
import { OverlayPart } from '../../ui/overlays/OverlayPart';
import { DAYS, KINDS, daysOf, hasFilters, hasKind, withDays, withKind } from './filters';
import { valuesOf, withValues } from './queryParts';
import { useLabels } from './useValues';

const ValuePicker = lazyPart(() => import('./ValuePicker'));
const DatePicker = lazyPart(() => import('./DatePicker'));

interface Props {
  query: string;
  /** Gets the query with its operators changed. */
  onChange: (query: string) => void;
}

interface FiltersProps extends Props {
  onClear: () => void;
}

/** The operators of the query as controls. Their state is the query's: what is typed is shown here, too. */
export function Filters({ query, onChange, onClear }: FiltersProps) {
  const labels = useLabels();
  return (
    <div className="search__filters" role="group" aria-label={searchTexts.filters}>
      <Named operator="from" names={searchTexts.person} labelOf={labels.person} {...{ query, onChange }} />
      <Named operator="in" names={searchTexts.place} labelOf={labels.place} {...{ query, onChange }} />
      <Dates {...{ query, onChange }} />
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className="search__filter"
          aria-pressed={hasKind(query, kind)}
          onClick={() => onChange(withKind(query, kind))}
        >
          {searchTexts.kinds[kind]}
        </button>
      ))}
      {hasFilters(query) && (
        <button type="button" className="link-button search__clear" onClick={onClear}>
          {searchTexts.clearFilters}
        </button>
      )}
    </div>
  );
}

interface NamedProps extends Props {
  operator: 'from' | 'in';
  names: ComponentProps<typeof ValuePicker>['names'];
  labelOf: (value: string) => string;
}

function Named({ operator, names, labelOf, query, onChange }: NamedProps) {
  const { trigger, open, toggle, close } = useOverlay();
  const values = valuesOf(query, operator);
  return (
    <>
      <Trigger
        ref={trigger}
        label={names.label}
        value={values.map(labelOf).join(', ') || names.any}
        isSet={values.length > 0}
        isOpen={open}
        onPress={toggle}
      />
      {open && (
        <OverlayPart onClose={close}>
          <ValuePicker
            operator={operator}
            names={names}
            isSet={values.length > 0}
            triggerRef={trigger}
            onChoose={(value) => onChange(withValues(query, operator, value === undefined ? [] : [value]))}
            onClose={close}
          />
        </OverlayPart>
      )}
    </>
  );
}

function Dates({ query, onChange }: Props) {
  const { trigger, open, toggle, close } = useOverlay();
  const days = daysOf(query);
  const { date, dateOf } = searchTexts;
  const value = DAYS.flatMap((day) => (days[day] === undefined ? [] : dateOf[day](days[day]))).join(', ');
  return (
    <>
      <Trigger
        ref={trigger}
        label={date.label}
        value={value || date.any}
        isSet={value !== ''}
        isOpen={open}
        onPress={toggle}
      />
      {open && (
        <OverlayPart onClose={close}>
          <DatePicker
            days={days}
            triggerRef={trigger}
            onChoose={(chosen) => onChange(withDays(query, chosen))}
            onClose={close}
          />
        </OverlayPart>
      )}
    </>
  );
}

function useOverlay() {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return { trigger, open, toggle: () => setOpen(!open), close: () => setOpen(false) };
}

interface TriggerProps {
  ref: Ref<HTMLButtonElement>;
  label: string;
  value: string;
  isSet: boolean;
  isOpen: boolean;
  onPress: () => void;
}

function Trigger({ ref, label, value, isSet, isOpen, onPress }: TriggerProps) {
  return (
    <button
      ref={ref}
      type="button"
      className="search__filter"
      data-set={isSet}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={onPress}
    >
      <span className="search__filter-label">{label}</span> <bdi>{value}</bdi>
      <Icon name="chevron" size={14} />
    </button>
  );
}
