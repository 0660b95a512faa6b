// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from '../../connection/http';
import type { Registration } from '../../protocol/resources';
import AuthComponent from './AuthComponent';

function show(ended?: 'token expired', unsent?: number, registration: Registration = 'open') {
  const session = {
    signIn: vi.fn().mockResolvedValue(undefined),
    register: vi.fn().mockResolvedValue(undefined),
    registration: vi.fn().mockResolvedValue(registration),
  };
  render(<AuthComponent session={session} ended={ended} unsent={unsent} />);
  return session;
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const description = (label: string) => {
  const ids = screen.getByLabelText(label).getAttribute('aria-describedby') ?? '';
  return ids.split(' ').map((id) => document.getElementById(id)?.textContent);
};

describe('the sign-in page', () => {
  afterEach(cleanup);

  test('signs in with the username in lower case', () => {
    const session = show();
    type('Username', ' Ada ');
    type('Password', 'lovelace1');
    press('Sign in');
    expect(session.signIn).toHaveBeenCalledWith('ada', 'lovelace1');
  });

  test('says that the username or password is wrong', async () => {
    const session = show();
    session.signIn.mockRejectedValue(new ApiError(401, 'unauthorized'));
    type('Username', 'ada');
    type('Password', 'wrong');
    press('Sign in');
    expect((await screen.findByRole('alert')).textContent).toContain('Incorrect username or password');
  });

  test('shows the delay after too many attempts, and that the server is unavailable', async () => {
    const session = show();
    session.signIn.mockRejectedValueOnce(new ApiError(429, 'rate_limited', [], 30_000));
    type('Username', 'ada');
    type('Password', 'wrong');
    press('Sign in');
    expect((await screen.findByRole('alert')).textContent).toContain('30 seconds');
    session.signIn.mockRejectedValueOnce(new ApiError(503, 'unavailable'));
    press('Sign in');
    await screen.findByText(/temporarily unavailable/);
  });

  test('marks missing fields without a request, and focuses the first', () => {
    const session = show();
    press('Sign in');
    expect(session.signIn).not.toHaveBeenCalled();
    expect(description('Username')).toContain('This field is required.');
    expect(document.activeElement).toBe(screen.getByLabelText('Username'));
  });

  test('shows an error of the server at the field', async () => {
    const session = show();
    press('New here? Create an account');
    session.register.mockRejectedValue(
      new ApiError(400, 'invalid', [{ field: 'password', message: 'Too easy to guess.' }]),
    );
    type('Username', 'ada');
    type('Password', 'password');
    press('Create account');
    await screen.findByText('Too easy to guess.');
    expect(description('Password')).toContain('Too easy to guess.');
    expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true');
  });

  test('registers the username in lower case', () => {
    const session = show();
    press('New here? Create an account');
    type('Username', 'Kim');
    type('Password', 'correct horse battery');
    press('Create account');
    expect(session.register).toHaveBeenCalledWith('kim', 'correct horse battery', '', '');
  });

  test('shows an invalid display name at the field', () => {
    const session = show();
    press('New here? Create an account');
    type('Username', 'kim');
    type('Display name (optional)', 'admin\u202Etxen');
    type('Password', 'correct horse battery');
    press('Create account');
    expect(session.register).not.toHaveBeenCalled();
    expect(description('Display name (optional)').join()).toContain('control or formatting characters');
  });

  test('shows at the field that the username is taken', async () => {
    const session = show();
    press('New here? Create an account');
    session.register.mockRejectedValue(new ApiError(409, 'username_taken'));
    type('Username', 'ada');
    type('Password', 'correct horse battery');
    press('Create account');
    await screen.findByText(/This username is taken/);
    expect(description('Username').join()).toContain('This username is taken');
  });

  test('shows when to try again if the server is unavailable', async () => {
    const session = show();
    session.signIn.mockRejectedValueOnce(new ApiError(503, 'unavailable', [], 5_000));
    type('Username', 'ada');
    type('Password', 'lovelace1');
    press('Sign in');
    expect((await screen.findByRole('alert')).textContent).toContain(
      'temporarily unavailable. Please try again in 5 seconds.',
    );
  });

  test('offers no registration if it is closed', async () => {
    show(undefined, undefined, 'closed');
    await screen.findByText('Only administrators can create accounts.');
    expect(screen.queryByRole('button', { name: 'New here? Create an account' })).toBeNull();
  });

  test('asks for the invitation if one is required', async () => {
    const session = show(undefined, undefined, 'invited');
    press('New here? Create an account');
    await screen.findByLabelText('Invitation');
    session.register.mockRejectedValue(new ApiError(403, 'forbidden'));
    type('Username', 'ada');
    type('Password', 'lovelace1');
    type('Invitation', ' a code ');
    press('Create account');
    expect((await screen.findByRole('alert')).textContent).toContain('Ask an administrator');
    expect(session.register).toHaveBeenCalledWith('ada', 'lovelace1', '', 'a code');
  });

  test('announces why the session ended in an existing status region', async () => {
    show('token expired');
    expect(screen.getByRole('status').textContent).toBe('');
    await screen.findByText(/session has expired/);
    expect(screen.getByRole('status').textContent).not.toContain('sent');
  });

  test('says that unsent messages are saved', async () => {
    show('token expired', 2);
    await screen.findByText(/2 messages haven’t been sent\. They’re saved on this device/);
  });
});
