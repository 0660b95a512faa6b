/** Where the contents of files are: behind one interface, in a folder or in a bucket of S3. */
package parley.web.file.storage;
