import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { texts } from '../i18n';
import { emojiTexts } from '../i18n/enCompose';
import './emoji.css';
import type { Emoji } from './emojiIndex';
import { recentEmoji, rememberEmoji, setSkinTone, skinTone } from './emojiPreferences';
import { useEmojiIndex } from './useEmojiIndex';

/** Keep in step with the style sheet. */
const COLUMNS = 8;
const MAX_FOUND = 120;

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };

/** The emoji that stands for each group of Unicode. */
const groupIcons: Record<number, string> = {
  0: '😀',
  1: '👋',
  3: '🐻',
  4: '🍎',
  5: '🚗',
  6: '⚽',
  7: '💡',
  8: '🔣',
  9: '🏁',
};

type Shown = 'recent' | number;

export interface EmojiPickerProps {
  /** Gets one emoji in its fully qualified form. */
  onPick: (emoji: string) => void;
  /** Escape. */
  onClose?: () => void;
}

/**
 * Picks an emoji by search, from a group or from the recent ones. The focus stays in the search field. What shows it has
 * the role of a dialog.
 */
export function EmojiPicker({ onPick, onClose }: EmojiPickerProps) {
  const index = useEmojiIndex();
  const [query, setQuery] = useState('');
  const [tone, setTone] = useState(skinTone);
  const [recent] = useState(recentEmoji);
  const [group, setGroup] = useState<Shown>(() => (recent.length ? 'recent' : 0));
  const [active, setActive] = useState(0);
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const loaded = index !== undefined;
  useEffect(() => {
    if (loaded) search.current?.focus({ preventScroll: true });
  }, [loaded]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  if (!index) return <p className="emoji emoji--loading">{texts.loading}</p>;

  const found: readonly (Emoji & { shown: string })[] = query.trim()
    ? index.search(query, MAX_FOUND).map(shown)
    : group === 'recent'
      ? recent.flatMap((emoji) => {
          const known = index.find(emoji);
          return known ? [{ ...known, shown: emoji }] : [];
        })
      : index.inGroup(group).map(shown);
  const current = found[Math.min(active, found.length - 1)];

  function shown(emoji: Emoji) {
    return { ...emoji, shown: index?.toned(emoji, tone) ?? emoji.emoji };
  }
  function pick(emoji: string) {
    rememberEmoji(emoji);
    onPick(emoji);
  }
  function show(next: Shown) {
    setGroup(next);
    setQuery('');
    setActive(0);
    search.current?.focus();
  }
  function changeTone() {
    const next = (tone + 1) % 6;
    setTone(next);
    setSkinTone(next);
  }
  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && onClose) {
      event.stopPropagation();
      onClose();
    }
    if (event.target !== search.current) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(found.length - 1, active + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (current) pick(current.shown);
    }
  }

  const name = query.trim() ? emojiTexts.found : group === 'recent' ? emojiTexts.recent : emojiTexts.groups[group];
  return (
    <div className="emoji" onKeyDown={key}>
      <div className="emoji__head">
        <input
          ref={search}
          type="text"
          role="combobox"
          aria-label={emojiTexts.search}
          placeholder={emojiTexts.search}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${id}-${current.shown}` : undefined}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
        />
        <button type="button" aria-label={emojiTexts.tone(emojiTexts.tones[tone] ?? '')} onClick={changeTone}>
          {['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'][tone]}
        </button>
      </div>
      <div className="emoji__groups" role="group" aria-label={emojiTexts.group}>
        {recent.length > 0 && (
          <GroupButton icon="🕘" name={emojiTexts.recent} pressed={group === 'recent'} onClick={() => show('recent')} />
        )}
        {index.groups.map((each) => (
          <GroupButton
            key={each}
            icon={groupIcons[each] ?? '❔'}
            name={emojiTexts.groups[each] ?? ''}
            pressed={group === each}
            onClick={() => show(each)}
          />
        ))}
      </div>
      <div ref={list} className="emoji__list" id={`${id}-list`} role="listbox" aria-label={name}>
        {found.map((each, i) => (
          <button
            key={each.shown}
            id={`${id}-${each.shown}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-label={each.label}
            title={each.shortcodes[0] ? `:${each.shortcodes[0]}:` : each.label}
            aria-selected={each === current}
            onPointerEnter={() => setActive(i)}
            onClick={() => pick(each.shown)}
          >
            {each.shown}
          </button>
        ))}
      </div>
      <p className="emoji__name" role="status">
        {current ? `${current.label} ${current.shortcodes[0] ? `:${current.shortcodes[0]}:` : ''}` : emojiTexts.none}
      </p>
    </div>
  );
}

interface GroupButtonProps {
  icon: string;
  name: string;
  pressed: boolean;
  onClick: () => void;
}

function GroupButton({ icon, name, pressed, onClick }: GroupButtonProps) {
  return (
    <button type="button" aria-label={name} title={name} aria-pressed={pressed} onClick={onClick}>
      {icon}
    </button>
  );
}
