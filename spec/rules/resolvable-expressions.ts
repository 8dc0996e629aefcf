export function resolvableExpressions() { return {}; }
