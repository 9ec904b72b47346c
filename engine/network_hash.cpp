// The content hash: every field of a Network, in canonical order, through SHA-256.
#include <openssl/evp.h>

#include <array>
#include <memory>

#include "engine/error.hpp"
#include "engine/network.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    if (EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) fail();
  }

  // Each field is preceded by its length, so that no two Networks run into one text.
  void add(std::string_view field) {
    const std::string length = std::to_string(field.size()) + ":";
    update(length);
    update(field);
  }
  void add(const std::optional<Date>& date) { add(date ? to_string(*date) : std::string()); }
  void add(const Interval& interval) {
    add(interval.from);
    add(interval.to);
  }
  void add(const std::optional<double>& number) { add(number ? shortest(*number) : std::string()); }

  [[nodiscard]] std::string hexadecimal() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(context_.get(), digest.data(), &size) != 1) fail();
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
      text += kDigits[digest[i] >> 4U];
      text += kDigits[digest[i] & 15U];
    }
    return text;
  }

 private:
  [[noreturn]] static void fail() { throw Error("content hash: SHA-256 is not available"); }
  void update(std::string_view bytes) {
    if (EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) != 1) fail();
  }

  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

void add_citation(Sha256& hash, const Network& network, const Citation& citation) {
  hash.add(citation.source == kNone ? std::string_view()
                                    : std::string_view(network.sources()[citation.source].id));
  hash.add(citation.locator);
}

void add_count(Sha256& hash, std::size_t count) {
  hash.add(std::to_string(count));
}

void add_columns(Sha256& hash, std::span<const Column> columns, std::size_t row) {
  for (const Column& column : columns) hash.add(to_string(column.value(row)));
}

void add_column_names(Sha256& hash, std::span<const Column> columns) {
  add_count(hash, columns.size());
  for (const Column& column : columns) {
    hash.add(column.info().name);
    hash.add(to_string(column.info().type));
  }
}

void add_entities(Sha256& hash, const Network& network) {
  add_count(hash, network.entities().size());
  for (std::size_t row = 0; row < network.entities().size(); ++row) {
    const Entity& entity = network.entities()[row];
    for (const std::string& field :
         {entity.id, entity.kind, entity.name, entity.subtype, entity.iso3, entity.description}) {
      hash.add(field);
    }
    add_count(hash, entity.aliases.size());
    for (const std::string& alias : entity.aliases) hash.add(alias);
    hash.add(entity.active);
    add_count(hash, entity.citations.size());
    for (const Citation& citation : entity.citations) add_citation(hash, network, citation);
    add_columns(hash, network.entity_columns(), row);
  }
}

void add_relations(Sha256& hash, const Network& network) {
  add_count(hash, network.relation_count());
  for (RelationIndex row = 0; row < network.relation_count(); ++row) {
    const Relation relation = network.relation(row);
    hash.add(network.entity(relation.source).id);
    hash.add(network.entity(relation.target).id);
    hash.add(relation.type);
    hash.add(to_string(relation.status));
    hash.add(to_string(relation.confidence));
    hash.add(relation.role);
    hash.add(relation.summit == kNone ? std::string_view()
                                      : std::string_view(network.entity(relation.summit).id));
    hash.add(relation.when);
    hash.add(relation.weight);
    hash.add(relation.amount);
    hash.add(relation.currency);
    hash.add(relation.note);
    add_count(hash, relation.citations.size());
    for (const Citation& citation : relation.citations) add_citation(hash, network, citation);
    add_columns(hash, network.relation_columns(), row);
  }
}

void add_claims_and_sources(Sha256& hash, const Network& network) {
  for (const Source& source : network.sources()) {
    for (const std::string& field :
         {source.id, source.title, source.publisher, source.url, source.licence}) {
      hash.add(field);
    }
    hash.add(source.date);
  }
  for (const Claim& claim : network.claims()) {
    hash.add(network.entity(claim.entity).id);
    for (const std::string& field : {claim.attribute, claim.value, claim.note}) hash.add(field);
    add_citation(hash, network, claim.citation);
    hash.add(to_string(claim.qualifier));
    hash.add(claim.date);
  }
}

void add_series(Sha256& hash, const Network& network) {
  for (const Series& series : network.series()) {
    hash.add(series.id);
    hash.add(series.name);
    for (const EntityIndex edition : series.editions) hash.add(network.entity(edition).id);
    for (const std::string& type : series.participation) hash.add(type);
  }
  for (const Container& container : network.containers()) {
    hash.add(network.entity(container.entity).id);
    hash.add(container.type);
  }
}

}  // namespace

std::string Network::content_hash() const {
  Sha256 hash;
  hash.add(dataset().directed ? "directed" : "undirected");
  add_column_names(hash, entity_columns());
  add_column_names(hash, relation_columns());
  add_entities(hash, *this);
  add_relations(hash, *this);
  add_count(hash, sources().size());
  add_count(hash, claims().size());
  add_claims_and_sources(hash, *this);
  add_count(hash, series().size());
  add_series(hash, *this);
  return hash.hexadecimal();
}

}  // namespace summitry
