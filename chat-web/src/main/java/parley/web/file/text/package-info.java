/** The text of documents, for search: extracted once in a process of its own, and kept beside their contents. */
package parley.web.file.text;
