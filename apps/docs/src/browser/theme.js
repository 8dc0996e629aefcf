// Applies the colours that the reader chose, before anything is painted. Without a choice, the colours are those of the system.
try {
  const chosen = localStorage.getItem('color-mode');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.classList.add(chosen);
} catch {}
