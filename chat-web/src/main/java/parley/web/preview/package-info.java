/**
 * Previews of the pages that messages link to.
 * <ul>
 * <li>A preview is not part of a message: it is fetched when a reader asks for it, and kept in memory for a while.
 * <li>Only the first link of a message that the caller may read is fetched, so no caller chooses an address freely.
 * <li>Each connection, also after a redirect, goes to an address that was checked, and to no other of the same name.
 * <li>Nothing of a page is trusted: it is cut, parsed as text, and its pictures are left out.
 * </ul>
 */
package parley.web.preview;
