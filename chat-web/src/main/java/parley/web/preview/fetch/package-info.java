/** Fetches pages within limits of time and size. */
package parley.web.preview.fetch;
