// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { chatFixture } from '../../testing/chatFixture';
import type { WorkingHours } from '../../protocol/ownState';
import { ChatContext } from '../shared/chatContext';
import { WorkingHoursForm } from './WorkingHoursForm';

afterEach(cleanup);

function show(hours?: WorkingHours) {
  const fixture = chatFixture();
  fixture.chat.store.setState({ ownLoaded: true, own: { ...fixture.state().own, hours } });
  render(
    <ChatContext value={fixture.chat}>
      <WorkingHoursForm />
    </ChatContext>,
  );
  return fixture;
}

const only = () => screen.getByLabelText('Only notify me during these hours');
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save working hours' });

test('the days and times are saved with the time zone of the browser', async () => {
  const { api, state } = show();
  fireEvent.click(only());
  fireEvent.click(screen.getAllByRole('checkbox').at(-1) as HTMLElement);
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '10:30' } });
  fireEvent.click(save());
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hours = { zone, days: [1, 2, 3, 4, 5, 7], from: '10:30', to: '17:00' };
  expect(api.putOwn).toHaveBeenLastCalledWith('hours', hours);
  expect(state().own.hours).toEqual(hours);
  expect(await screen.findByText('Saved.')).toBeTruthy();
});

test('without them the user is notified at any time', () => {
  const { api } = show({ zone: 'UTC', days: [1], from: '08:00', to: '12:00' });
  fireEvent.click(only());
  fireEvent.click(save());
  expect(api.putOwn).toHaveBeenLastCalledWith('hours', undefined);
});

test('hours without a day or without an end are explained, and not saved', () => {
  show({ zone: 'UTC', days: [1], from: '08:00', to: '12:00' });
  fireEvent.change(screen.getByLabelText('To'), { target: { value: '08:00' } });
  expect(screen.getByRole('alert').textContent).toContain('Choose at least one day');
  expect(save().disabled).toBe(true);
});
