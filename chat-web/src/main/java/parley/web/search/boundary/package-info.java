/** Message search over REST. */
package parley.web.search.boundary;
