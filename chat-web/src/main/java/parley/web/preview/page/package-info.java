/** What a page says about itself. */
package parley.web.preview.page;
