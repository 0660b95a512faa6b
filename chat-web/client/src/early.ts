import { EarlyStart } from './connection/earlyStart';
import { firstPaths } from './connection/firstRequests';
import { clientHeader, requestInit } from './connection/requestInit';
import { wasSignedIn } from './connection/signedInHint';
import { ownAddress, socketUrl } from './device/installation';
import { localStore } from './device/ownStorage';
import { parseRoute } from './navigation/route';
import { newCid } from './protocol/cid';

// A script of its own, which arrives long before that of the page (vite/earlyScript.js).
if (window.parleyEarly === undefined) {
  const client = newCid(Date.now());
  const early = new EarlyStart(client, (path) =>
    window.fetch(ownAddress(path), requestInit('GET', undefined, clientHeader(client))),
  );
  window.parleyEarly = early;
  if (wasSignedIn(localStore())) {
    const route = parseRoute(location.hash);
    early.connect(new WebSocket(socketUrl()), firstPaths(route.view === 'conversation' ? route.conv : undefined));
  }
}
