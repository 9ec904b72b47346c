#include "cli/theme.hpp"

namespace summitry::cli {

OptionList theme_option() {
  return {{"Picture",
           "--theme",
           "NAME",
           "light, grey (for print) or dark (default: light). Colours stay apart for colour-blind "
           "readers.",
           &Arguments::theme,
           Effect::figures,
           {"light", "grey", "dark"}}};
}

PictureColours theme_of(const Arguments& arguments) {
  if (arguments.theme == "grey") return PictureColours::greyscale;
  return arguments.theme == "dark" ? PictureColours::dark : PictureColours::full;
}

}  // namespace summitry::cli
