import type { FormEvent } from 'react';
import { useState } from 'react';
import { authTexts } from '../../i18n/enAuth';
import { blockTexts } from '../../i18n/enPeople';
import { profileTexts } from '../../i18n/enSettings';
import { failureText } from '../../i18n/failures';
import * as rules from '../../text/rules';
import { Avatar } from '../../ui/Avatar';
import { Field } from '../../ui/Field';
import ModalDialog from '../../ui/overlays/ModalDialog';
import { BlockButton } from '../shared/BlockButton';
import { useChat, useChatState } from '../shared/chatContext';
import { PersonButton } from '../shared/PersonButton';
import { changePreferences } from '../shared/preferences';
import { useSubmit } from '../shared/useSubmit';
import { Failure } from '../shared/Failure';
import { RegionForm } from './RegionForm';
import { SessionsSection } from './SessionsSection';
import '../shared/dialogs.css';

/** Changes the name, what others see, and the password of this user; shows where the user is signed in. */
export default function ProfileDialog({ onClose }: { onClose: () => void }) {
  return (
    <ModalDialog title={profileTexts.title} onClose={onClose}>
      <NameForm />
      <RegionForm />
      <PasswordForm />
      <SessionsSection />
      <Blocked onLeave={onClose} />
    </ModalDialog>
  );
}

function NameForm() {
  const chat = useChat();
  const me = useChatState((state) => state.me);
  const hidden = useChatState((state) => state.own.preferences.hideLastSeen);
  const [name, setName] = useState(me.displayName);
  const [saved, setSaved] = useState(false);
  const { busy, failure, submit } = useSubmit();
  const valid = rules.displayName(name);

  function save(event: FormEvent) {
    event.preventDefault();
    if (valid === undefined) return;
    setSaved(false);
    void submit(async () => {
      await chat.rename(valid);
      setSaved(true);
    });
  }
  return (
    <form className="form" onSubmit={save} noValidate>
      <Field
        label={profileTexts.name}
        hint={`@${me.username}`}
        error={valid === undefined ? authTexts.badDisplayName : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={hidden}
          onChange={(event) => changePreferences(chat, { hideLastSeen: event.target.checked })}
        />
        {profileTexts.hideLastSeen}
      </label>
      <Outcome failure={failure} saved={saved} />
      <div className="dialog__buttons">
        <button type="submit" className="button button--main" disabled={busy || valid === undefined}>
          {profileTexts.saveName}
        </button>
      </div>
    </form>
  );
}

function PasswordForm() {
  const chat = useChat();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [endOthers, setEndOthers] = useState(true);
  const [saved, setSaved] = useState(false);
  const { busy, failure, submit } = useSubmit();
  const valid = rules.password(password);

  function save(event: FormEvent) {
    event.preventDefault();
    if (valid === undefined) return;
    setSaved(false);
    void submit(
      async () => {
        await chat.changePassword(current, valid, endOthers);
        setCurrent('');
        setPassword('');
        setSaved(true);
      },
      (error) => {
        if (error.status === 403) return profileTexts.wrongPassword;
        if (error.status === 400) return error.fields[0]?.message ?? profileTexts.weakPassword;
        // The answer may be lost, or the other sessions could not be ended.
        const unsure = error.transient && error.status !== 429;
        return unsure ? `${failureText(error)} ${profileTexts.passwordUnsure}` : failureText(error);
      },
    );
  }
  return (
    <form className="form profile-form" onSubmit={save} noValidate>
      <h3>{profileTexts.password}</h3>
      <Field
        label={profileTexts.currentPassword}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <Field
        label={profileTexts.newPassword}
        type="password"
        autoComplete="new-password"
        error={password && valid === undefined ? authTexts.badPassword : undefined}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <label className="check">
        <input type="checkbox" checked={endOthers} onChange={(event) => setEndOthers(event.target.checked)} />
        {profileTexts.endOthers}
      </label>
      <Outcome failure={failure} saved={saved} />
      <div className="dialog__buttons">
        <button type="submit" className="button" disabled={busy || current === '' || valid === undefined}>
          {profileTexts.changePassword}
        </button>
      </div>
    </form>
  );
}

/** The people whom this user has blocked. */
function Blocked({ onLeave }: { onLeave: () => void }) {
  const blocks = useChatState((state) => state.own.blocks);
  if (!blocks.length) return null;
  return (
    <section className="form profile-form" aria-labelledby="blocked">
      <h3 id="blocked">{blockTexts.list}</h3>
      <ul>
        {blocks.map((user) => (
          <li key={user.id} className="person" data-testid="blocked" data-user={user.id}>
            <Avatar id={user.id} name={user.displayName} small />
            <PersonButton user={user.id} className="person__name" onLeave={onLeave}>
              <bdi>{user.displayName}</bdi>
            </PersonButton>
            <BlockButton user={user} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcome({ failure, saved }: { failure?: string; saved: boolean }) {
  if (failure) return <Failure text={failure} />;
  return <p role="status">{saved ? profileTexts.saved : ''}</p>;
}
