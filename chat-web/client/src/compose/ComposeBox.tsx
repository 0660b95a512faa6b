import type { KeyboardEvent, ReactNode, RefObject, SyntheticEvent } from 'react';
import { Suspense, useId, useRef, useState } from 'react';
import { LazyEmojiPicker } from '../emoji/LazyEmojiPicker';
import { texts } from '../i18n';
import { Icon } from '../ui/Icon';
import type { AssistHandle } from './Assist';
import './compose.css';
import { enterSends } from './enterKey';
import { Assist, FormatBar, Preview } from './lazyParts';
import { isTouch, useEnterBreaks } from './preferences';
import type { CompletionSource } from './source';
import { useAutoGrow } from './useAutoGrow';
import { useCloseOutside } from './useCloseOutside';

interface Props {
  area: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
  /** Escape, unless it closed a list. Returns whether there was something to cancel. */
  onEscape?: () => boolean;
  /** The up arrow in an empty field. */
  onArrowUp?: () => void;
  label: string;
  placeholder?: string;
  invalid?: boolean;
  describedBy?: string;
  source?: CompletionSource;
  id?: string;
  testId?: string;
  /** Shown before the field, such as a button that attaches files. */
  leading?: ReactNode;
  /** Shown after the other buttons, such as the one that sends. */
  trailing?: ReactNode;
}

/** A field for Markdown, with completion, an emoji picker, formatting and a preview. */
export function ComposeBox(props: Props) {
  const { area, value, onChange, onSubmit, onEscape, onArrowUp, source } = props;
  const [caret, setCaret] = useState<number>();
  const [picking, setPicking] = useState(false);
  const [formatting, setFormatting] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const enterBreaks = useEnterBreaks();
  const list = useId();
  const [active, setActive] = useState<string>();
  const assist = useRef<AssistHandle>(null);
  const picker = useCloseOutside<HTMLDivElement>(picking, () => setPicking(false));
  useAutoGrow(area, value);

  function selected({ currentTarget: { selectionStart, selectionEnd } }: SyntheticEvent<HTMLTextAreaElement>) {
    setCaret(selectionStart === selectionEnd ? selectionEnd : undefined);
  }
  function pick(emoji: string) {
    setPicking(false);
    assist.current?.insert(emoji);
  }
  // Also while the picker is still loading, and its button has the focus.
  function closeByKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !picking) return;
    event.stopPropagation();
    closePicker();
  }
  function closePicker() {
    setPicking(false);
    area.current?.focus();
  }
  function togglePreview() {
    setPreviewing(!previewing);
    if (previewing) setTimeout(() => area.current?.focus());
  }

  function key(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Enter confirms the composition of an input method. Safari reports it with keyCode 229.
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (assist.current?.key(event)) return;
    if (event.key === 'Enter') enter(event);
    else if (event.key === 'Escape' && onEscape?.()) event.stopPropagation();
    else if (event.key === 'ArrowUp' && onArrowUp && value === '' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      onArrowUp();
    }
  }
  function enter(event: KeyboardEvent<HTMLTextAreaElement>) {
    const { value: text, selectionStart } = event.currentTarget;
    if (!enterSends(event, { text, caret: selectionStart, swapped: enterBreaks, touch: isTouch() })) return;
    event.preventDefault();
    onSubmit();
  }

  return (
    <div className="compose">
      <Suspense>
        <Assist ref={assist} area={area} value={value} caret={caret} source={source} list={list} onActive={setActive} />
      </Suspense>
      <div className="compose__box">
        <Suspense>
          {formatting && <FormatBar onFormat={(format) => assist.current?.format(format)} />}
          {previewing && <Preview text={value} />}
        </Suspense>
        <div className="compose__row">
          {props.leading}
          <textarea
            id={props.id}
            ref={area}
            className="compose__text"
            data-testid={props.testId}
            hidden={previewing}
            rows={1}
            dir="auto"
            aria-label={props.label}
            aria-invalid={props.invalid ? true : undefined}
            aria-describedby={props.describedBy}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={active && list}
            aria-activedescendant={active}
            placeholder={props.placeholder}
            value={value}
            onChange={(event) => {
              onChange(event.target.value);
              selected(event);
            }}
            onSelect={selected}
            onBlur={() => setCaret(undefined)}
            onKeyDown={key}
          />
          <div className="compose__tools">
            <div className="compose__emoji" ref={picker} onKeyDown={closeByKey}>
              <ToolButton
                icon="smile"
                label={texts.compose.emoji}
                expanded={picking}
                onClick={() => setPicking(!picking)}
              />
              {picking && (
                <div className="compose__picker" role="dialog" aria-label={texts.emoji.picker}>
                  <LazyEmojiPicker onPick={pick} onClose={closePicker} />
                </div>
              )}
            </div>
            <ToolButton
              icon="format"
              label={texts.compose.formatting}
              pressed={formatting}
              onClick={() => setFormatting(!formatting)}
            />
            <ToolButton
              icon="eye"
              label={texts.compose.preview}
              pressed={previewing}
              disabled={!previewing && value.trim() === ''}
              onClick={togglePreview}
            />
            {props.trailing}
          </div>
        </div>
      </div>
    </div>
  );
}

interface ToolButtonProps {
  icon: 'smile' | 'format' | 'eye';
  label: string;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

function ToolButton({ icon, label, pressed, expanded, disabled, onClick }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="compose__tool"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-haspopup={expanded === undefined ? undefined : 'dialog'}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
