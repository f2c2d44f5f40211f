/** Path of the proxy route. It is part of the query key, so server and browser must use the same one. */
export const PROXY_URL = '/api/itr/status'
