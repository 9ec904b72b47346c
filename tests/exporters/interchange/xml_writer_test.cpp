// XML: what is escaped, what is replaced, and that everything begun ends.
#include "exporters/interchange/xml_writer.hpp"

#include "tests/support/catch.hpp"

namespace summitry::interchange {

TEST_CASE("xml: markup in a text is text", "[exporters][xml]") {
  CHECK(xml_text("<script>\"a\" & 'b'</script>") ==
        "&lt;script&gt;&quot;a&quot; &amp; 'b'&lt;/script&gt;");
  CHECK(xml_text("]]>") == "]]&gt;");
  CHECK(xml_text("é 日本 🎉 مرحبا") == "é 日本 🎉 مرحبا");
}

TEST_CASE("xml: white space that a reader would change is kept", "[exporters][xml]") {
  CHECK(xml_text("a\tb\nc\rd") == "a&#9;b&#10;c&#13;d");
}

TEST_CASE("xml: what XML cannot hold becomes U+FFFD", "[exporters][xml]") {
  CHECK(xml_text(std::string("a\0b\x1f", 4)) ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD");
  CHECK(xml_text("\xEF\xBF\xBE\xEF\xBF\xBF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(xml_text("\xEF\xBF\xBD") == "\xEF\xBF\xBD");
  CHECK(xml_text("\xEF\xBD\xBF") == "\xEF\xBD\xBF");  // a letter with a byte in common
  CHECK(xml_characters("a\nb") == "a\nb");
}

TEST_CASE("xml: elements nest, and those without content close at once", "[exporters][xml]") {
  XmlWriter xml;
  xml.begin("a");
  xml.attribute("b", "<");
  xml.begin("c");
  xml.end();
  xml.element("d", "e & f");
  xml.end();
  CHECK(xml.take() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<a b=\"&lt;\">\n  <c/>\n  <d>e &amp; f</d>\n</a>\n");
}

}  // namespace summitry::interchange
