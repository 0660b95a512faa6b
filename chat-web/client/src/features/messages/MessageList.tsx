import type { FocusEvent, MouseEvent, PointerEvent, RefObject } from 'react';
import { Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isNarrow } from '../../a11y/isNarrow';
import { Viewer } from '../../files/lazyParts';
import { picturesOf, pressedPicture } from '../../files/pictures';
import { texts } from '../../i18n';
import { dayName } from '../../i18n/time';
import type { ShownPart } from '../../state/shownPart';
import { shownPart } from '../../state/shownPart';
import { useChat, useChatState } from '../shared/chatContext';
import { ProfilePopover } from '../shared/ProfilePopover';
import { Announcer } from './Announcer';
import { HistoryNotice } from './HistoryNotice';
import { JumpToLatest } from './JumpToLatest';
import { articleOf } from './articleOf';
import { MessageOverlays } from './MessageOverlays';
import { MessageRow } from './MessageRow';
import type { Row } from './messageRows';
import { dayAt, isFocusable, messageRows } from './messageRows';
import { useLongPress } from './useLongPress';
import { messageKey } from './useMessageKeys';
import { useMessageActions } from './useMessageActions';
import { useNewLine } from './useNewLine';
import { usePlace } from './usePlace';
import { useReadOnScreen } from './useReadOnScreen';
import { useSeen } from './useSeen';
import { NEAR_END_PX, useVirtualRows } from './useVirtualRows';

interface Props {
  conv: number;
  title: string;
  kind: 'direct' | 'group';
}

/** Rows from the edge of what is loaded at which the next page is loaded. */
const LOAD_WITHIN_ROWS = 25;
/** The same for a reader who goes on beyond the first page, and who would soon wait at the edge. */
const LOAD_AHEAD_ROWS = 150;

/** The messages of a conversation: only those near the visible ones are rendered. */
export function MessageList({ conv, title, kind }: Props) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const part = useShownPart(conv);
  const outgoing = useChatState((state) => state.outgoing);
  const readUpTo = useNewLine(conv);
  const actions = useMessageActions(conv);
  const [focusKey, setFocusKey] = useState<string>();
  const [hoverKey, setHoverKey] = useState<string>();
  const [focusInside, setFocusInside] = useState(false);
  /** The picture that is shown over the page, and the row to which the focus then returns. */
  const [viewed, setViewed] = useState<{ picture: number; key?: string }>();

  const { items, hasOlder, hasNewer } = part;
  const waiting = useMemo(() => outgoing.filter((message) => message.conv === conv), [outgoing, conv]);
  const rows = useMemo(
    () => messageRows({ items, outgoing: waiting, me, readUpTo, hasNewer }),
    [items, waiting, me, readUpTo, hasNewer],
  );
  const lastMessage = rows.findLast(isFocusable)?.key;
  const currentKey = rows.some((row) => row.key === focusKey) ? focusKey : lastMessage;
  const pinned = useMemo(() => {
    const keys = [focusInside ? currentKey : undefined, actions.open?.key, viewed?.key];
    const isEdited = (row: Row) => row.kind === 'message' && row.message.pos === actions.editing;
    return rows.flatMap((row, index) => (keys.includes(row.key) || isEdited(row) ? [index] : []));
  }, [rows, focusInside, currentKey, actions.editing, actions.open?.key, viewed?.key]);

  const { box, virtualizer, toEnd: scrollToEnd } = useVirtualRows({ rows, pinned, follow: !hasNewer });
  const { shown, highlighted } = usePlace({ conv, rows, virtualizer, hasNewer, toEnd: scrollToEnd });
  useReadOnScreen(conv, box, shown);
  const seen = useSeen(conv, items);
  const lastMine = items.findLast((item) => item.from === me && item.kind === undefined)?.pos;
  const printing = usePrinting();

  const { range } = virtualizer;
  const atEnd = !hasNewer && virtualizer.isAtEnd(NEAR_END_PX);
  const [goesOn, setGoesOn] = useState(false);
  const ahead = goesOn && !atEnd ? LOAD_AHEAD_ROWS : LOAD_WITHIN_ROWS;
  const nearStart = shown && range !== null && range.startIndex < ahead;
  const nearEnd = shown && range !== null && range.endIndex >= rows.length - ahead;
  const idle = part.loading === undefined && part.failure === undefined;
  if (!goesOn && shown && ((nearStart && part.loading === 'older') || (nearEnd && part.loading === 'newer')))
    setGoesOn(true);
  useEffect(() => {
    if (nearStart && hasOlder && idle) chat.reader.older(conv);
    else if (nearEnd && hasNewer && idle) chat.reader.newer(conv);
  }, [chat, conv, nearStart, nearEnd, hasOlder, hasNewer, idle]);

  useEffect(() => {
    if (shown && atEnd && !nearStart) chat.history.trim(conv);
  }, [chat, conv, shown, atEnd, nearStart, rows.length]);

  // An own message is always shown.
  const sent = waiting.at(-1)?.key;
  const sentBefore = useRef(sent);
  useEffect(() => {
    if (sent === undefined || sent === sentBefore.current) return;
    sentBefore.current = sent;
    if (hasNewer) chat.reader.toEnd(conv);
    else scrollToEnd();
  }, [chat, conv, sent, hasNewer, scrollToEnd]);

  const moved = useRef<string>(undefined);
  function move(by: number) {
    const keys = rows.filter(isFocusable).map((row) => row.key);
    const index = Math.max(0, Math.min(keys.length - 1, keys.indexOf(currentKey ?? '') + by));
    moved.current = keys[index];
    setFocusKey(keys[index]);
  }
  useLayoutEffect(() => {
    const { current } = moved;
    if (current === undefined || current !== currentKey) return;
    moved.current = undefined;
    // After this rendering: scrolling renders again.
    queueMicrotask(() => {
      virtualizer.scrollToIndex(rows.findIndex((row) => row.key === current));
      articleOf(box.current, current)?.focus({ preventScroll: true });
    });
  }, [currentKey, rows, virtualizer, box]);

  function act(key: string, action: Parameters<typeof actions.act>[2]) {
    const row = rows.find((each) => each.key === key);
    if (row?.kind === 'message') actions.act(key, row.message, action);
  }
  const [profile, setProfile] = useState<{ user: number; trigger: RefObject<HTMLElement | null> }>();
  const closeProfile = () => setProfile(undefined);
  /** Names, avatars and mentions in messages open the profile of their person. */
  function openProfile(target: EventTarget) {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-user]') : null;
    if (element) setProfile({ user: Number(element.dataset.user), trigger: { current: element } });
  }
  function openPicture(event: MouseEvent) {
    const picture = pressedPicture(event);
    if (picture === undefined) return;
    event.preventDefault();
    setViewed({ picture, key: keyOf(event) });
  }
  const pictures = useMemo(
    () => (viewed ? items.flatMap(({ files = [], revoked }) => (revoked ? [] : picturesOf(files))) : []),
    [items, viewed],
  );
  const closeViewer = useCallback(() => setViewed(undefined), []);
  /** The button disappears: the focus goes to where the reader writes, or on phones, where that opens a keyboard, to the list. */
  function toEnd() {
    chat.reader.toEnd(conv);
    const field = isNarrow() ? null : document.getElementById('message');
    (field ?? box.current)?.focus({ preventScroll: true });
  }
  const longPress = useLongPress((key) => act(key, 'menu'));
  const active = actions.open?.key ?? hoverKey ?? (focusInside ? currentKey : undefined);
  const day = range && range.startIndex > 0 ? dayAt(rows, range.startIndex) : undefined;
  const virtualItems = printing
    ? rows.map((row, index) => ({ key: row.key, index, start: undefined }))
    : virtualizer.getVirtualItems();

  return (
    <div className={`messages messages--${kind}`}>
      <HistoryNotice conv={conv} part={part} />
      {day !== undefined && (
        <p className="day-pill" aria-hidden="true">
          {dayName(day)}
        </p>
      )}
      <div
        className="messages__scroll"
        ref={box}
        role="log"
        aria-live="off"
        aria-busy={part.loading !== undefined}
        aria-label={texts.messages.log(title)}
        data-region
        tabIndex={-1}
        data-shown={shown}
      >
        <ol
          className="rows"
          style={{ height: printing ? 'auto' : virtualizer.getTotalSize() }}
          onKeyDown={(event) => messageKey(event, { onMove: move, onAction: act })}
          onFocus={(event) => {
            setFocusInside(true);
            setFocusKey(keyOf(event) ?? focusKey);
          }}
          onBlur={(event) => setFocusInside(event.currentTarget.contains(event.relatedTarget))}
          onPointerOver={(event) => event.pointerType !== 'touch' && setHoverKey(keyOf(event))}
          onPointerLeave={() => setHoverKey(undefined)}
          {...longPress}
          onClick={(event) => {
            openProfile(event.target);
            openPicture(event);
          }}
        >
          {virtualItems.map(({ index, key, start }) => {
            const row = rows[index];
            return (
              row && (
                <li
                  key={key}
                  className="row"
                  data-index={index}
                  ref={virtualizer.measureElement}
                  style={start === undefined ? undefined : { transform: `translateY(${start}px)` }}
                >
                  <MessageRow
                    row={row}
                    conv={conv}
                    kind={kind}
                    part={part}
                    seen={row.kind === 'message' && row.message.pos === seen}
                    lastMine={row.kind === 'message' && row.message.pos === lastMine}
                    current={row.key === currentKey}
                    active={row.key === active}
                    editing={row.kind === 'message' && row.message.pos === actions.editing}
                    highlighted={row.kind === 'message' && row.message.pos === highlighted}
                    actions={actions}
                  />
                </li>
              )
            );
          })}
        </ol>
      </div>
      {shown && !atEnd && <JumpToLatest conv={conv} onClick={toEnd} />}
      <MessageOverlays actions={actions} box={box} />
      {profile && <ProfilePopover user={profile.user} triggerRef={profile.trigger} onClose={closeProfile} />}
      {viewed && (
        <Suspense fallback={null}>
          <Viewer pictures={pictures} start={viewed.picture} onClose={closeViewer} />
        </Suspense>
      )}
      <Announcer conv={conv} items={items} live={!hasNewer} />
      <p className="visually-hidden" role="status">
        {actions.notice}
      </p>
    </div>
  );
}

/** Selected in parts, so that it is the same object until one of them changes. */
function useShownPart(conv: number): ShownPart {
  const timeline = useChatState((state) => state.timelines.get(conv));
  const window = useChatState((state) => state.windows.get(conv));
  return useMemo(
    () =>
      shownPart(
        {
          timelines: new Map(timeline ? [[conv, timeline]] : []),
          windows: new Map(window ? [[conv, window]] : []),
        },
        conv,
      ),
    [conv, timeline, window],
  );
}

/** All rows are printed, not only the rendered ones. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

function keyOf({ target }: FocusEvent | MouseEvent | PointerEvent): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('article[data-key]')?.dataset.key : undefined;
}
