// The page follows the colours that were chosen in the reference, where Redoc has a switch for them.
try {
  const chosen = localStorage.getItem('redoc.colorMode');
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.add(dark ? 'dark' : 'light');
} catch {}
