/** REST calls for files. */
package parley.web.file.boundary;
