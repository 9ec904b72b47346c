// Tests of rendering a scene.
#include "exporters/drawing/render.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace summitry::drawing {
namespace {

std::string png_of(const std::string& text) {
  Scene scene;
  scene.width = 200.0;
  scene.height = 40.0;
  scene.texts.push_back(
      {{100.0, 20.0}, Anchor::middle, text, 14.0, Weight::regular, "#000000", false});
  return render(scene, PictureFormat::png);
}

// A text stands in the middle of the page whatever its width: two pictures are equal exactly when
// the same letters are drawn.
TEST_CASE("render: backslashes and ampersands are letters in PNG and PDF too",
          "[exporters][drawing]") {
  CHECK(png_of("ab") == png_of("ab"));
  CHECK(png_of("a\\b") != png_of("ab"));
  CHECK(png_of("a&amp;b") != png_of("a&b"));
  CHECK(png_of("&eacute;") != png_of("é"));
  CHECK(png_of("\\N") != png_of("text0"));
  CHECK(png_of("<b>x</b>") != png_of("x"));
}

TEST_CASE("render: an SVG has exactly the size of its page", "[exporters][drawing]") {
  Scene scene;
  scene.width = 321.0;
  scene.height = 123.0;
  scene.marks.push_back(
      {Shape::circle, {-50.0, 60.0}, 20.0, 20.0, "#ff0000", "#ff0000", 1.0, "outside"});
  const std::string svg = render(scene, PictureFormat::svg);
  CHECK(svg.find("width=\"321\" height=\"123\" viewBox=\"0 0 321 123\"") != std::string::npos);
}

}  // namespace
}  // namespace summitry::drawing
