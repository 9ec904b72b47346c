// Batches of records through pugixml. See file.hpp.
#include "loaders/xml/stream/file.hpp"

#include <utility>

#include "loaders/xml/state.hpp"

namespace summitry {
namespace {

bool parse_batch(pugi::xml_document& document, std::string_view text) {
  return static_cast<bool>(document.load_buffer(
      text.data(), text.size(), kXmlOptions | pugi::parse_fragment, pugi::encoding_utf8));
}

}  // namespace

XmlFile::XmlFile(NetworkBuilder& builder, XmlBytes bytes, const XmlShape& shape)
    : builder_(builder), bytes_(std::move(bytes)), shape_(shape) {
  is_readable_ = cut();
  if (is_readable_) return;
  XmlDocument whole(builder, bytes_.take());
  if (!whole.is_readable()) return;
  // Its bytes alone were wrong, and are said: they have been put right.
  bytes_ = XmlBytes(std::move(whole).take_text());
  is_readable_ = cut();
  if (!is_readable_) builder.error({{}, 1, 1}, "not XML that can be read", "write it anew");
}

XmlFile::~XmlFile() = default;

// Whether the text is well-formed; then frame and batches are those of the text.
bool XmlFile::cut() {
  pugi::xml_document document;
  XmlCutter cutter(bytes_, shape_,
                   [&document](std::string_view batch) { return parse_batch(document, batch); });
  if (!cutter.run()) return false;
  frame_text_ = std::move(cutter.frame);
  frame_ = std::make_unique<XmlState>();
  const pugi::xml_parse_result result = frame_->document.load_buffer(
      frame_text_.data(), frame_text_.size(), kXmlOptions, pugi::encoding_utf8);
  if (!result || fault_of(frame_->document)) return false;
  frame_->places = Places(frame_text_, cutter.pieces);
  batches_ = std::move(cutter.batches);
  for (const XmlBatch& batch : batches_) {
    nodes_ += batch.nodes;
    edges_ += batch.edges;
  }
  return true;
}

XmlElement XmlFile::root(std::string_view name) const {
  if (!is_readable_) return {};
  return root_named(builder_, {frame_.get(), frame_->document.document_element().internal_object()},
                    name);
}

template <class Wanted>
void XmlFile::each(const Wanted& wanted, const Visit& visit) {
  XmlState state;
  for (const XmlBatch& batch : batches_) {
    if (!wanted(batch)) continue;
    const std::string_view text = bytes_.at(batch.offset, batch.size).substr(0, batch.size);
    if (text.size() < batch.size || !parse_batch(state.document, text)) {
      builder_.error({{}, batch.place.line, batch.place.column},
                     "the file changed while it was read", "read it again");
      return;
    }
    const Places::Mark begin{0, batch.place};
    state.places = Places(text, {&begin, 1});
    state.pieces.clear();
    const XmlElement first(&state, next_element(state.document.first_child()).internal_object());
    for (XmlElement one = first; one; one = one.next()) visit(one);
  }
}

void XmlFile::each_node(const Visit& visit) {
  each([](const XmlBatch& batch) { return batch.nodes > 0; },
       [&visit](const XmlElement& one) {
         if (one.name() == "node") visit(one);
       });
}

void XmlFile::each_edge(const Visit& visit) {
  each([](const XmlBatch& batch) { return batch.edges > 0; },
       [&visit](const XmlElement& one) {
         if (one.name() == "edge") visit(one);
       });
}

void XmlFile::each_telling_edge(const Visit& visit) {
  each([](const XmlBatch& batch) { return batch.tells; },
       [&visit](const XmlElement& one) {
         if (one.name() == "edge") visit(one);
       });
}

void XmlFile::each_record(const Visit& visit) {
  each([](const XmlBatch& /*batch*/) { return true; }, visit);
}

}  // namespace summitry
