/** REST resources for accounts, blocks and sessions, and for what the client needs before sign-in. */
package parley.web.account.boundary;
