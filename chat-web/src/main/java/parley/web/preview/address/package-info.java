/** Which addresses may be fetched. */
package parley.web.preview.address;
