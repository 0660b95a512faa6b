import { Suspense, useEffect, useRef, useState } from 'react';
import { texts } from '../../i18n';
import { failureText } from '../../i18n/failures';
import { partner, roleOf } from '../../state/summary';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { useChat, useChatState } from '../shared/chatContext';
import { titleOf } from '../shared/names';
import { ProfileCard } from '../shared/ProfileCard';
import { showDetails } from '../shared/shell';
import { usePermissions } from '../shared/usePermissions';
import { useSubmit } from '../shared/useSubmit';
import { ChannelForm } from './ChannelForm';
import { MemberList } from './MemberList';
import { NotificationSettings } from './NotificationSettings';
import { ReportList } from './ReportList';

/** The panel with the details of a conversation: what it is about, its members, and what this user may do with it. */
export default function DetailsPanel({ conv }: { conv: number }) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const summary = useChatState((state) => state.summaries.get(conv));
  const favourite = useChatState((state) => state.favourites.has(conv));
  const { isMember, moderate, own } = usePermissions(conv);
  const [editing, setEditing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { busy, failure, submit } = useSubmit();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (!summary) return null;

  const group = summary.kind === 'group';
  const other = partner(summary, me);
  const role = roleOf(summary, me);
  const title = titleOf(summary, people, me);
  const archive = (archived: boolean) => void submit(() => chat.channels.change(conv, { archived }));

  function leave() {
    setLeaving(false);
    void submit(
      () => chat.channels.remove(conv, me),
      (error) => (error.code === 'conflict' ? texts.channel.lastOwner : failureText(error)),
    );
  }
  function close() {
    showDetails(false);
  }

  return (
    <aside
      className="panel"
      aria-label={texts.channel.details}
      data-region
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <header className="panel__head">
        <h2 ref={heading} tabIndex={-1}>
          {texts.channel.details}
        </h2>
        <IconButton icon="clear" label={texts.channel.closeDetails} onClick={close} />
      </header>
      {failure && (
        <p className="notice notice--bad" role="alert">
          {failure}
        </p>
      )}
      {summary.kind === 'direct' ? (
        <section className="panel__part" aria-label={texts.channel.about}>
          <ProfileCard user={other ?? me} onClose={() => undefined} />
        </section>
      ) : editing ? (
        <ChannelForm summary={summary} owner={own} onDone={() => setEditing(false)} />
      ) : (
        <section className="panel__part" aria-label={texts.channel.about}>
          <p className="panel__title">
            <bdi>{title}</bdi>
          </p>
          <p className="panel__topic">{summary.topic ? <bdi>{summary.topic}</bdi> : texts.channel.noTopic}</p>
          <p className="panel__quiet">
            {summary.visibility === 'public' ? texts.channel.public : texts.channel.private}
          </p>
          {summary.archived && <p className="panel__quiet">{texts.channel.archived}</p>}
          {summary.posting === 'moderators' && <p className="panel__quiet">{texts.channel.postingRestricted}</p>}
          {summary.history === 'joined' && <p className="panel__quiet">{texts.channel.historyJoinedNote}</p>}
          {moderate && !summary.archived && (
            <button type="button" className="button button--small" onClick={() => setEditing(true)}>
              {texts.channel.edit}
            </button>
          )}
        </section>
      )}
      {isMember && <NotificationSettings conv={conv} kind={summary.kind} />}
      {group && <MemberList conv={conv} summary={summary} myRole={role} />}
      {group && moderate && <ReportList conv={conv} />}
      <section className="panel__part panel__actions" aria-label={title}>
        <button type="button" className="button" onClick={() => chat.favourites.toggle(conv)}>
          <Icon name="star" size={18} />
          {favourite ? texts.channel.unfavourite : texts.channel.favourite}
        </button>
        {own && (
          <button
            type="button"
            className="button"
            disabled={busy}
            title={summary.archived ? undefined : texts.channel.archiveHint}
            onClick={() => archive(summary.archived !== true)}
          >
            <Icon name="archive" size={18} />
            {summary.archived ? texts.channel.restore : texts.channel.archive}
          </button>
        )}
        {group && isMember && (
          <button type="button" className="button button--bad" disabled={busy} onClick={() => setLeaving(true)}>
            <Icon name="leave" size={18} />
            {texts.channel.leave}
          </button>
        )}
      </section>
      {leaving && (
        <Suspense fallback={null}>
          <ModalDialog title={texts.channel.leaveTitle(title)} kind="alert" onClose={() => setLeaving(false)}>
            <p>{texts.channel.leaveHint}</p>
            <div className="dialog__buttons">
              <button type="button" className="button" autoFocus onClick={() => setLeaving(false)}>
                {texts.cancel}
              </button>
              <button type="button" className="button button--bad" onClick={leave}>
                {texts.channel.leave}
              </button>
            </div>
          </ModalDialog>
        </Suspense>
      )}
    </aside>
  );
}
