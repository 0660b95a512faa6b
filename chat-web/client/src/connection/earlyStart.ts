import { EarlySocket } from './earlySocket';
import { SESSION_PATH } from './firstRequests';
import type { Socket } from './serverConnection';

declare global {
  interface Window {
    /** Null once the page itself has started without it. */
    parleyEarly?: EarlyStart | null;
  }
}

/**
 * What a small script starts while the browser still downloads the page: the first requests and the socket. As in the page
 * itself, what is requested after `welcome` has no gap to the frames that follow it; when the socket closes, the answers
 * are of no use.
 */
export class EarlyStart {
  private readonly answers = new Map<string, Promise<Response>>();
  private socket?: EarlySocket;

  constructor(
    /** The name of the page for the server. */
    readonly client: string,
    private readonly get: (path: string) => Promise<Response>,
  ) {
    this.request(SESSION_PATH);
  }

  connect(socket: WebSocket, paths: readonly string[]) {
    this.socket = new EarlySocket(socket, this.client, {
      welcomed: () => paths.forEach((path) => this.request(path)),
      closed: () => {
        this.socket = undefined;
        paths.forEach((path) => this.answers.delete(path));
      },
    });
  }

  /** The answer to a request that was sent early. Each can be taken once. */
  take(method: string | undefined, path: string): Promise<Response> | undefined {
    if (method !== 'GET') return undefined;
    const answer = this.answers.get(path);
    this.answers.delete(path);
    return answer;
  }

  /** The open socket. Can be taken once. */
  takeSocket(): Socket | undefined {
    const { socket } = this;
    this.socket = undefined;
    return socket?.use();
  }

  /** Nobody is signed in: whoever signs in later must not see anything of this. */
  discard() {
    this.answers.clear();
    this.socket?.close();
  }

  private request(path: string) {
    const answer = this.get(path);
    // A failure is reported to whom takes it.
    answer.catch(() => undefined);
    this.answers.set(path, answer);
  }
}
