import type { ClientFrame, Resume } from './frames';

/** The version of the frames that the page speaks: see docs/protocol.md#versions. */
export const protocolVersion = 1;

export interface Hello {
  resume: Resume;
  client?: string;
  idle?: boolean;
}

/** The text of `hello`. Equal ones have equal texts: an early socket compares what it said with what the page says. */
export function helloText(id: number, { resume, client, idle }: Hello): string {
  return JSON.stringify({ t: 'hello', id, version: protocolVersion, client, idle, resume } satisfies ClientFrame);
}
