/** Folders for files that are being prepared. */
package parley.web.file.temporary;
