const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** Such as 47 kB, in the language of the browser. */
export function fileSize(bytes: number): string {
  const power = bytes < 1_000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** power;
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: UNITS[power],
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}
