/** JSON of the domain's values, for REST answers, frames and the small topics. */
package parley.web.platform.json;
