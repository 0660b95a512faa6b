import type { Plugin } from 'vite';

export function compress(options: { maxFirstScript: number }): Plugin;
