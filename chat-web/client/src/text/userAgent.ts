export interface Device {
  /** The browser or program. */
  program?: string;
  system?: string;
}

/** The first that matches: most browsers also name those that they descend from. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** A program that is no browser, such as `curl/8.5.0`. */
const other = /^([\p{L}\d][\p{L}\d ._-]{0,39})\/\d/u;

/** What a `User-Agent` says about itself. Only what it names is returned, without versions; it can name anything. */
export function deviceOf(userAgent = ''): Device {
  const find = (known: typeof browsers) => known.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (!userAgent.startsWith('Mozilla/')) return { program: other.exec(userAgent)?.[1] };
  const program = find(browsers);
  const system = find(systems);
  // Safari on an iPad calls it a Mac.
  return { program, system: program === 'Safari' && system === 'Mac' ? 'Mac or iPad' : system };
}
