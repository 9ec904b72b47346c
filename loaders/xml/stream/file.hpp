// An XML file of many vertices and edges, of which a stretch is in memory at a time: what is around
// its records as a tree, and the records one after the other.
//
// Memory: a megabyte, or up to twenty times what is around the records and the longest of them. A file
// that is not well-formed is read whole, to say where and why.
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/network_builder.hpp"
#include "loaders/xml/document.hpp"
#include "loaders/xml/stream/bytes.hpp"
#include "loaders/xml/stream/cutter.hpp"

namespace summitry {

class XmlFile {
 public:
  // What is wrong becomes an error of the file that the builder reads.
  XmlFile(NetworkBuilder& builder, XmlBytes bytes, const XmlShape& shape);
  XmlFile(const XmlFile&) = delete;
  XmlFile& operator=(const XmlFile&) = delete;
  ~XmlFile();

  // The tree without its records, as long as the file. Nothing where the text cannot be read, or
  // where the root has another name, with an error.
  [[nodiscard]] XmlElement root(std::string_view name) const;
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }

  // How many there are, those within others left out.
  [[nodiscard]] std::size_t nodes() const { return nodes_; }
  [[nodiscard]] std::size_t edges() const { return edges_; }

  // The vertices, the edges or both, in the order of the text. An element and its cells last as long
  // as the call for it.
  using Visit = std::function<void(const XmlElement&)>;
  void each_node(const Visit& visit);
  void each_edge(const Visit& visit);
  void each_record(const Visit& visit);
  // All edges whose tag has the telling word of the format, and perhaps others.
  void each_telling_edge(const Visit& visit);

 private:
  [[nodiscard]] bool cut();
  template <class Wanted>
  void each(const Wanted& wanted, const Visit& visit);

  NetworkBuilder& builder_;
  XmlBytes bytes_;
  XmlShape shape_;
  std::string frame_text_;
  std::unique_ptr<XmlState> frame_;
  std::vector<XmlBatch> batches_;
  std::size_t nodes_ = 0;
  std::size_t edges_ = 0;
  bool is_readable_ = false;
};

}  // namespace summitry
