/** The JSON of the domain's values in REST responses, frames and control topics. */
package parley.web.platform.json;
