// Without workers Redoc searches in the page. Its worker is made of text, which the page's security policy forbids.
globalThis.Worker = undefined;

// Redoc's address of a section is #/section, of a place in it #/section#place. The prerendered links are a plain #place,
// which works without a script, but which Redoc takes for a page that does not exist.
const place = readPlace();
if (place !== '' && !place.startsWith('/')) {
  const section = document.getElementById(place)?.closest('[data-section-id]')?.dataset.sectionId ?? '/';
  const known = section !== '/' && section !== `/${place}`;
  history.replaceState(null, '', `#${section}${known ? `#${place}` : ''}`);
}

function readPlace() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return 'not a valid address';
  }
}
