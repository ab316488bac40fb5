// Steps through the slides by keys, and shows one language at a time; without it everything stands below one another.
(() => {
  "use strict";
  const speeches = [...document.querySelectorAll("main")];
  const buttons = [...document.querySelectorAll(".languages a")];
  let shown = speeches[0];

  const slides = () => [...shown.children];
  let goal = null; // where the page is on its way to, so that quick keys are all counted
  const at = () => goal ?? Math.round(shown.scrollLeft / Math.max(1, shown.clientWidth));
  const go = (index, behavior) => {
    goal = Math.max(0, Math.min(slides().length - 1, index));
    const slide = slides()[goal];
    shown.scrollTo({ left: slide.offsetLeft - shown.offsetLeft, behavior });
  };
  for (const led of ["scrollend", "pointerdown", "wheel"])
    addEventListener(led, () => { goal = null; }, { capture: true, passive: true });
  const smooth = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");
  const speak = (speech, index) => {
    shown = speech;
    speeches.forEach(each => { each.hidden = each !== speech; });
    buttons.forEach(each => each.toggleAttribute("aria-current", each.hash === "#" + speech.id));
    document.documentElement.lang = speech.lang;
    document.title = speech.querySelector("h1").textContent;
    go(index, "instant");
  };
  const follow = hash => {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    const speech = target && target.closest("main");
    if (!speech) return;
    speak(speech, target === speech ? at() : [...speech.children].findIndex(each => each.contains(target)));
  };

  document.documentElement.classList.add("steps");
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    follow(link.hash);
  });
  document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("summary, .scroll")) return;
    const steps = { ArrowRight: at() + 1, PageDown: at() + 1, ArrowLeft: at() - 1, PageUp: at() - 1, Home: 0, End: slides().length - 1 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    go(steps[event.key], smooth());
  });
  addEventListener("resize", () => { const index = at(); requestAnimationFrame(() => go(index, "instant")); });
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(each => { each.open = true; }));
  speak(shown, 0);
  follow(location.hash);
})();
