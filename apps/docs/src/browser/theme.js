// Before anything is painted: the colours that the reader chose; without a choice they are those of the system.
try {
  const chosen = localStorage.getItem('color-mode');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.classList.add(chosen);
} catch {}
