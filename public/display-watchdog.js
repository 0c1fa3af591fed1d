// Watches over an unattended display from outside its application: when the application did not start, or has stood
// still for a minute, the page is loaded anew as soon as the server answers.
(() => {
  const patienceMs = 60_000;
  const startedAt = Date.now();
  setInterval(async () => {
    const aliveAt = Math.max(window.displayAliveAt ?? 0, startedAt);
    if (Date.now() - aliveAt < patienceMs) return;
    try {
      const answer = await fetch(window.location.href, { cache: 'no-store' });
      if (answer.ok) window.location.reload();
    } catch {
      // The server is away: asked again in five seconds.
    }
  }, 5_000);
})();
