import { useState } from 'react';
import { texts } from '../../i18n';
import { channelTexts as channel } from '../../i18n/enChannels';
import { isAllowed, isMember } from '../../state/groupPermissions';
import { partner } from '../../state/summary';
import { Icon } from '../../ui/Icon';
import { useChat, useChatState } from '../shared/chatContext';
import { titleOf } from '../shared/names';
import { ProfileCard } from '../shared/ProfileCard';
import { showDetails, showFiles } from '../shared/shell';
import { SidePanel } from '../shared/SidePanel';
import { usePermissions } from '../shared/usePermissions';
import { useChannelSubmit } from '../shared/useChannelSubmit';
import { ConfirmDialog } from './ConfirmDialog';
import { DateField } from './DateField';
import { EditChannel } from './EditChannel';
import { Failure } from '../shared/Failure';
import { FolderField } from './FolderField';
import { LeaveDialog } from './LeaveDialog';
import { MemberList } from './MemberList';
import { NotificationSettings } from './NotificationSettings';
import { ReportList } from './ReportList';
import { Settings } from './Settings';
import '../shared/dialogs.css';

/** The panel with the details of a conversation: what it is about, its members, and what this user may do with it. */
export default function DetailsPanel({ conv }: { conv: number }) {
  const chat = useChat();
  const me = useChatState((state) => state.me.id);
  const people = useChatState((state) => state.people);
  const summary = useChatState((state) => state.summaries.get(conv));
  const favourite = useChatState((state) => state.favourites.has(conv));
  const { moderate } = usePermissions(conv);
  const [open, setOpen] = useState<'edit' | 'archive' | 'leave'>();
  const { busy, failure, submit } = useChannelSubmit(conv);
  if (!summary) return null;

  const group = summary.kind === 'group';
  const title = titleOf(summary, people, me);
  const close = () => setOpen(undefined);
  const archive = (archived: boolean) =>
    void submit('change', async () => {
      await chat.channels.change(conv, { archived });
      close();
    });

  return (
    <SidePanel
      label={channel.details}
      pageTitle={title}
      closeLabel={channel.closeDetails}
      hasDialog={open !== undefined}
      onClose={() => showDetails(false)}
    >
      {open !== 'archive' && <Failure text={failure} />}
      <section className="panel__part" aria-label={channel.about}>
        {group ? (
          <>
            <p className="panel__title">
              <bdi>{title}</bdi>
            </p>
            <p className="panel__topic">{summary.topic ? <bdi>{summary.topic}</bdi> : channel.noTopic}</p>
            {summary.archived && <p className="panel__quiet">{channel.archived}</p>}
            <Settings summary={summary} />
            {isAllowed(summary, me, 'describe') && (
              <button
                type="button"
                className="button button--small"
                aria-haspopup="dialog"
                onClick={() => setOpen('edit')}
              >
                {channel.edit}
              </button>
            )}
          </>
        ) : (
          <ProfileCard user={partner(summary, me) ?? me} onLeave={() => undefined} />
        )}
      </section>
      {isMember(summary, me) && <NotificationSettings conv={conv} kind={summary.kind} />}
      {isMember(summary, me) && (
        <section className="panel__part" aria-label={channel.arrange}>
          <FolderField conv={conv} />
          <DateField conv={conv} />
        </section>
      )}
      {group && <MemberList summary={summary} title={title} />}
      {group && moderate && <ReportList conv={conv} />}
      {isMember(summary, me) && (
        <section className="panel__part panel__actions" aria-label={channel.actions}>
          {summary.unread > 0 && (
            <button type="button" className="button" onClick={() => chat.readConversation(conv)}>
              <Icon name="tick" size={18} />
              {texts.list.markRead}
            </button>
          )}
          <button type="button" className="button" onClick={() => showFiles(true)}>
            <Icon name="attach" size={18} />
            {channel.showFiles}
          </button>
          <button type="button" className="button" onClick={() => chat.favourites.toggle(conv)}>
            <Icon name="star" size={18} />
            {favourite ? channel.unfavourite : channel.favourite}
          </button>
          {group && isAllowed(summary, me, 'archive') && (
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => (summary.archived ? archive(false) : setOpen('archive'))}
            >
              <Icon name="archive" size={18} />
              {summary.archived ? channel.restore : channel.archive}
            </button>
          )}
          {group && (
            <button type="button" className="button button--bad" disabled={busy} onClick={() => setOpen('leave')}>
              <Icon name="leave" size={18} />
              {channel.leave}
            </button>
          )}
        </section>
      )}
      {open === 'edit' && <EditChannel summary={summary} title={title} onClose={close} />}
      {open === 'leave' && <LeaveDialog summary={summary} title={title} onClose={close} />}
      {open === 'archive' && (
        <ConfirmDialog
          title={channel.archiveTitle(title)}
          action={channel.archive}
          busy={busy}
          failure={failure}
          onConfirm={() => archive(true)}
          onClose={close}
        >
          <p>{channel.archiveHint}</p>
        </ConfirmDialog>
      )}
    </SidePanel>
  );
}
