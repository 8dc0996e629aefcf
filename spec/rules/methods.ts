/** The methods that OpenAPI 3.1 knows, which are the keys of a path item that hold an operation. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
