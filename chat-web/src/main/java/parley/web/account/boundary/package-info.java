/** REST: accounts, blocks, sessions, and what the page knows before sign-in. */
package parley.web.account.boundary;
