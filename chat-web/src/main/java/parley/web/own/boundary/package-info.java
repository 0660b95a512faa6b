/** REST resources of a user's own state. */
package parley.web.own.boundary;
