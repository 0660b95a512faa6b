/** Hashes of content and of secrets. Passwords have slow ones of their own: {@code parley.domain.account}. */
package parley.web.platform.digest;
