export function echoPairs() { return {}; }
