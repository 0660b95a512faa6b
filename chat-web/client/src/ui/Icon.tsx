const paths = {
  send: 'M4 12 20 4l-5 16-3.5-6.500z M11.5 13.5 20 4',
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
  system: 'M4 5h16v11H4z M9 20h6 M12 16v4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  ledger: 'M5 4h14v16H5z M8.5 9h7 M8.5 13h7 M8.500 17h4',
  group:
    'M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z M2.5 20a6.5 6.5 0 0 1 13 0 M16 5.500a3.5 3.5 0 0 1 0 6.5 M18 14.500a6.5 6.5 0 0 1 3.5 5.5',
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
