/** Pictures: their size, their previews, and what has to be removed from them before others get them. */
package parley.web.file.picture;
