/** Previews of links over REST. */
package parley.web.preview.boundary;
