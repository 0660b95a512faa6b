/** JSON of response records, and the records of users, conversations and messages that REST and frames share. */
package parley.web.platform.json;
