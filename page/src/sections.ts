// Which section the reader is in, in the bar that sticks on top; and pictures to take away.
import { save } from "./dom";

export function followSections(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("nav.sections a[href^='#']")];
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      for (const link of links) {
        if (link.getAttribute("href") === `#${target.id}`) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }
  }, { rootMargin: "-15% 0px -75% 0px" });
  document.querySelectorAll("main > section").forEach((section) => watcher.observe(section));
}

// Colours by variable mean nothing outside of the page: a copy gets their present values.
function standalone(picture: SVGSVGElement): string {
  const style = getComputedStyle(document.documentElement);
  const text = new XMLSerializer().serializeToString(picture);
  return text.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g,
    (_, name: string, other?: string) => style.getPropertyValue(name).trim() || other || "currentColor");
}

export function offerPictures(): void {
  for (const press of document.querySelectorAll<HTMLElement>(".download[data-svg]")) {
    const id = press.dataset.svg ?? "";
    const picture = document.getElementById(id)?.querySelector<SVGSVGElement>("svg.chart");
    if (picture) press.addEventListener("click", () => save(`${id}.svg`, "image/svg+xml", standalone(picture)));
  }
}
