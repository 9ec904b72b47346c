// Light or dark: as the system says, until the reader chooses.
import { button } from "./dom";

const dark = matchMedia("(prefers-color-scheme: dark)");

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === "dark" || (theme !== "light" && dark.matches);
}

export function addThemeButton(changed: () => void): void {
  const nav = document.querySelector("nav.sections");
  const made = button("", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    show();
  }, { class: "button theme" });
  const show = () => {
    made.textContent = isDark() ? "Light" : "Dark";
    made.setAttribute("aria-label", `${isDark() ? "Light" : "Dark"} colours`);
    changed();
  };
  dark.addEventListener("change", show);
  nav?.append(made);
  show();
}
