/**
 * The files of the page.
 * <ul>
 * <li>A file is sent in the best encoding that the build made of it and that the client accepts.
 * <li>Each representation has a strong ETag of its own, and is not sent again to a client that has it.
 * </ul>
 */
package parley.web.platform.page;
