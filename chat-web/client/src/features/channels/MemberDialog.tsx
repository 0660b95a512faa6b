import { channelTexts as channel } from '../../i18n/enChannels';
import type { Summary } from '../../state/summary';
import { ConfirmDialog } from './ConfirmDialog';
import type { MemberAction } from './memberActions';

interface Props {
  action: MemberAction;
  name: string;
  summary: Summary;
  busy: boolean;
  failure: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a member is removed, or before this user gives up the own role. */
export function MemberDialog({ action, name, summary, ...dialog }: Props) {
  if (action === 'remove') {
    return (
      <ConfirmDialog title={channel.removeMemberTitle(name)} action={channel.removeMember} {...dialog}>
        <p>{channel.removeMemberHint[summary.visibility ?? 'private']}</p>
      </ConfirmDialog>
    );
  }
  if (action === 'handOver') {
    return (
      <ConfirmDialog title={channel.handOverTitle(name)} action={channel.handOver} {...dialog}>
        <p>{channel.handOverHint}</p>
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      title={channel.stepDown}
      action={action === 'moderator' ? channel.make.moderator : channel.make.member}
      {...dialog}
    >
      <p>{channel.stepDownHint}</p>
    </ConfirmDialog>
  );
}
