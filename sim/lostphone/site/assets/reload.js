// Waits for news of the site that is being edited.
(async () => {
  let seen = -1;
  for (;;) {
    try {
      const news = await (await fetch("/-/news?seen=" + seen)).json();
      if (seen >= 0 && news.version !== seen && !news.problem) { location.reload(); return; }
      seen = news.version;
      let note = document.getElementById("reload-problem");
      if (!note) {
        note = document.createElement("pre");
        note.id = "reload-problem";
        note.setAttribute("role", "alert");
        document.body.append(note);
      }
      note.hidden = !news.problem;
      note.textContent = news.problem;
    } catch { await new Promise((done) => setTimeout(done, 1000)); }
  }
})();
