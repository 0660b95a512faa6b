const paths = {
  send: 'M4 12 20 4l-5 16-3.5-6.500z M11.5 13.5 20 4',
  attach:
    'M19 11.5 12 18.500a4.500 4.500 0 0 1-6.500-6.500l7.500-7.500a3 3 0 0 1 4.500 4.500l-7.500 7.500a1.500 1.500 0 0 1-2-2l6.500-6.500',
  microphone: 'M12 3.500a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3z M6 11.500a6 6 0 0 0 12 0 M12 17.500v3',
  back: 'M15 5l-7 7 7 7',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14z M16 16l4.5 4.5',
  clear: 'M6 6l12 12 M18 6 6 18',
  signOut: 'M10 4H5v16h5 M14 8l4 4-4 4 M18 12H9',
  down: 'M12 5v14 M6 13l6 6 6-6',
  more: 'M5 12v.01 M12 12v.01 M19 12v.01',
  tick: 'M5 12.500l4.5 4.500L19 7.5',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z M12 8v4.500l3 1.5',
  alert: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z M12 8v5 M12 16v.01',
  light:
    'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z M12 2.500v2 M12 19.500v2 M2.5 12h2 M19.5 12h2 M5.3 5.300l1.4 1.4 M17.3 17.300l1.4 1.4 M5.3 18.700l1.4-1.4 M17.3 6.700l1.4-1.4',
  dark: 'M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.500z',
  contrast: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z M12 4v16 M15 6v12',
  system: 'M4 5h16v11H4z M9 20h6 M12 16v4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  ledger: 'M5 4h14v16H5z M8.5 9h7 M8.5 13h7 M8.500 17h4',
  chevron: 'M6 9l6 6 6-6',
  plus: 'M12 5v14 M5 12h14',
  channel: 'M9 4 7 20 M17 4l-2 16 M4.500 9h16 M3.500 15h16',
  lock: 'M6 11h12v9H6z M9 11V8a3 3 0 0 1 6 0v3',
  star: 'M12 4l2.5 5.200 5.500.8-4 4 1 5.700-5-2.700-5 2.700 1-5.700-4-4 5.500-.8z',
  reply: 'M10 6 4 12l6 6 M4 12h9a7 7 0 0 1 7 7',
  edit: 'M5 19h4L19 9l-4-4L5 15z',
  remove: 'M5 7h14 M9 7V4h6v3 M7 7l1 13h8l1-13',
  copy: 'M9 9h10v11H9z M5 15V4h10',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1 M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  unread: 'M4 7h11 M4 12h16 M4 17h16 M19 5.500v.01',
  details: 'M4 5h16v14H4z M14 5v14',
  keyboard: 'M3 7h18v10H3z M7 11v.01 M11 11v.01 M15 11v.01 M8 14h8',
  at: 'M12 8.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7z M15.500 9v4.500a2.200 2.200 0 0 0 4.500 0V12a8 8 0 1 0-3 6.200',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z M4.500 20a7.500 7.500 0 0 1 15 0',
  archive: 'M4 5h16v4H4z M5 9v10h14V9 M10 13h4',
  leave: 'M10 4H5v16h5 M14 8l4 4-4 4 M18 12H9',
  group:
    'M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z M2.5 20a6.5 6.5 0 0 1 13 0 M16 5.500a3.5 3.5 0 0 1 0 6.5 M18 14.500a6.5 6.5 0 0 1 3.5 5.5',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15z M10 20.500h4',
  bellOff: 'M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15z M10 20.500h4 M4 4l16 16',
  smile: 'M12 3.500a8.5 8.5 0 1 1 0 17 8.500 8.500 0 0 1 0-17z M8.500 14a4 4 0 0 0 7 0 M9 9.500v.01 M15 9.500v.01',
  format: 'M4 18 8.500 6 13 18 M5.600 14h5.800 M15 16.500a2.500 2.500 0 1 1 5 0 2.500 2.500 0 0 1-5 0z M20 13.500V19',
};

export type IconName = keyof typeof paths;

/** A decorative icon: to be used next to a text with its meaning. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
