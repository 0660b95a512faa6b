import type { FormEvent, ReactNode } from 'react';
import { Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { followNarrow, isNarrow } from '../../a11y/isNarrow';
import { ComposeBox } from '../../compose/ComposeBox';
import { AttachText, MentionEveryoneDialog } from '../../compose/lazyParts';
import type { ChannelName } from '../../compose/source';
import { UploadList, VoiceRecorder } from '../../files/lazyParts';
import { attach, MAX_FILES, takeFiles } from '../../files/uploads';
import { texts } from '../../i18n';
import { tryPart } from '../../parts/loadPart';
import * as rules from '../../text/rules';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { useChat, useChatState } from '../shared/chatContext';
import { AttachButton } from './AttachButton';
import { NotMembers } from './NotMembers';
import { Quote } from './Quote';
import { useCompletionSource } from './useCompletionSource';
import { useUploads } from './useUploads';
import { VoiceButton } from './VoiceButton';

const SHOW_LEFT_BELOW = 200;
/** Mentioning a channel with more members asks first. */
const MAX_UNASKED = 20;

interface Props {
  conv: number;
  title: string;
  /** The up arrow in an empty composer: edits the last own message. */
  onEditLast?: () => void;
  /** The channels that `#` completes; default: those of this user. */
  channels?: readonly ChannelName[];
  /** Shown before the field, such as a button that attaches files. */
  leading?: ReactNode;
  /** Shown above the field, such as a notice about the last message. */
  notice?: ReactNode;
}

export function Composer({ conv, title, onEditLast, channels, leading, notice }: Props) {
  const chat = useChat();
  const limit = useChatState((state) => state.limits.body);
  const replyTo = useChatState((state) => state.replying.get(conv));
  const group = useChatState((state) => state.summaries.get(conv)?.kind === 'group');
  const members = useChatState((state) => state.summaries.get(conv)?.memberCount ?? 0);
  const [text, setText] = useDraft(conv);
  // A narrow window has little room, and the name above.
  const narrow = useSyncExternalStore(followNarrow, isNarrow);
  const [asking, setAsking] = useState(false);
  /** The conversation that a voice message is recorded for. */
  const [recording, setRecording] = useState<number>();
  const input = useRef<HTMLTextAreaElement>(null);
  const source = useCompletionSource(conv, channels);
  const left = limit - [...text].length;
  const { items: files, tooMany } = useUploads(conv);
  const complete = files.every(({ state }) => state === 'complete');
  const sendable =
    complete && (rules.body(text.trimEnd(), limit) !== undefined || (files.length > 0 && text.trim() === ''));

  useEffect(() => {
    if (!isNarrow()) input.current?.focus();
  }, []);

  function change(next: string) {
    setText(next);
    if (next) chat.signals.typing(conv);
  }

  function submit() {
    if (!sendable) return;
    if (group && members > MAX_UNASKED && text.toLowerCase().includes('@channel')) void askIfMentioned();
    else send();
  }

  async function askIfMentioned() {
    if (await mentionsChannel(text)) setAsking(true);
    else send();
  }

  function send() {
    setAsking(false);
    chat.outbox.add(conv, text.trimEnd(), replyTo, takeFiles(conv));
    chat.reply(conv, undefined);
    setText('');
    input.current?.focus();
  }

  function attachText(long: string) {
    attach(conv, [new File([long], 'message.txt', { type: 'text/plain' })]);
  }

  function closeRecorder() {
    setRecording(undefined);
    input.current?.focus();
  }

  function cancelReply(): boolean {
    if (replyTo === undefined) return false;
    chat.reply(conv, undefined);
    return true;
  }

  return (
    <form
      className="composer"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      {notice}
      <NotMembers conv={conv} />
      {replyTo !== undefined && (
        <div className="composer__reply">
          <Quote conv={conv} pos={replyTo} />
          <IconButton icon="clear" label={texts.messages.noReply} onClick={cancelReply} />
        </div>
      )}
      <Suspense>{(files.length > 0 || tooMany) && <UploadList items={files} tooMany={tooMany} />}</Suspense>
      <Suspense>
        {recording === conv && <VoiceRecorder onRecorded={(file) => attach(conv, [file])} onClose={closeRecorder} />}
      </Suspense>
      <ComposeBox
        id="message"
        testId="composer"
        area={input}
        value={text}
        onChange={change}
        onSubmit={submit}
        onEscape={cancelReply}
        onArrowUp={onEditLast}
        label={texts.composer.label}
        placeholder={narrow ? texts.composer.label : texts.composer.placeholder(title)}
        invalid={left < 0}
        describedBy="composer-left"
        source={source}
        leading={
          leading ?? (
            <>
              <AttachButton conv={conv} />
              {(!narrow || text === '') && (
                <VoiceButton
                  pressed={recording === conv}
                  onClick={() => (recording === conv ? closeRecorder() : setRecording(conv))}
                />
              )}
            </>
          )
        }
        trailing={
          <button
            type="submit"
            className="compose__send"
            data-testid="send"
            aria-label={texts.composer.send}
            disabled={!sendable}
          >
            <Icon name="send" />
          </button>
        }
      />
      <p className={`composer__left ${left < 0 ? 'composer__left--over' : ''}`} id="composer-left" role="status">
        {left < 0 ? texts.composer.over(-left) : left < SHOW_LEFT_BELOW ? texts.composer.left(left) : ''}
      </p>
      <Suspense>
        {left < 0 && files.length < MAX_FILES && <AttachText area={input} onAttach={attachText} />}
        {asking && <MentionEveryoneDialog count={members - 1} onSend={send} onCancel={() => setAsking(false)} />}
      </Suspense>
    </form>
  );
}

/** The text of the draft, also when another device replaces it. */
function useDraft(conv: number): [string, (text: string) => void] {
  const chat = useChat();
  const replaced = useChatState((state) => state.replacedDrafts.get(conv));
  const [shown, setShown] = useState(() => ({ text: chat.drafts.read(conv), replaced }));
  if (shown.replaced !== replaced) setShown({ text: chat.drafts.read(conv), replaced });
  return [
    shown.text,
    (text) => {
      setShown({ text, replaced });
      chat.writeDraft(conv, text);
    },
  ];
}

/** The grammar of mentions is not part of the first screen. Without it, the text counts as a mention. */
async function mentionsChannel(text: string): Promise<boolean> {
  const grammar = await tryPart(() => import('../../text/mentions'));
  return grammar?.mentions(text, () => false).some(({ name }) => name === 'channel') ?? true;
}
