/** Uploads: parts that arrive one after the other, and what is done with a file when all of it has arrived. */
package parley.web.file.upload;
