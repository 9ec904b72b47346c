#include "tests/support/networks.hpp"

#include <utility>

namespace summitry::testing {
namespace {

void add_entities(NetworkBuilder& builder) {
  const auto entity = [&builder](const char* id, const char* kind, const char* name,
                                 const char* from = "", const char* to = "") {
    EntityRow row;
    row.id = id;
    row.kind = kind;
    row.name = name;
    row.from = from;
    row.to = to;
    row.sources = "gov";
    builder.add_entity(row);
  };
  entity("ago", "country", "Angola");
  entity("bel", "country", "Belgium");
  entity("cod", "country", "Congo (Kinshasa)");
  entity("eu", "organisation", "European Union");
  entity("declaration", "document", "Declaration One");
  entity("fund", "initiative", "Common Fund");
  entity("one-2023", "summit", "Summit One", "2023-11-01", "2023-11-02");
  entity("two-2024", "summit", "Summit Two", "2024-05-21", "2024-05-22");
}

struct Row {
  const char* source;
  const char* type;
  const char* target;
  const char* summit = "";
  const char* from = "";
  const char* status = "";
  const char* confidence = "official";
  const char* sources = "gov#p1";
};

void add_relations(NetworkBuilder& builder) {
  const Row rows[] = {
      {"ago", "attended", "one-2023", "one-2023", "2023-11-01"},
      {"bel", "attended", "one-2023", "one-2023", "2023-11"},
      {"cod", "attended", "one-2023", "one-2023", "", "", "secondary", "press"},
      {"ago", "attended", "two-2024", "two-2024", "2024-05-21"},
      {"bel", "attended", "two-2024", "two-2024", "2024-05-21", "", "unverified", ""},
      {"ago", "signed", "declaration", "one-2023", "2023-11-01"},
      {"bel", "signed", "declaration", "one-2023", "2023-11-01"},
      {"eu", "signed", "declaration", "one-2023", "2023-11-01"},
      {"cod", "signed", "declaration", "one-2023", "2023-11-01", "declined", "secondary", "press"},
      {"ago", "hosted", "two-2024", "two-2024"},
      {"fund", "announced-at", "one-2023", "one-2023", "2023-11-02"},
      {"bel", "member-of", "eu", "", "1958"},
      {"cod", "member-of", "eu", "", "2024-01-01"},
  };
  for (const Row& one : rows) {
    RelationRow row;
    row.source = one.source;
    row.type = one.type;
    row.target = one.target;
    row.summit = one.summit;
    row.from = one.from;
    row.status = one.status;
    row.confidence = one.confidence;
    row.sources = one.sources;
    builder.add_relation(row);
  }
  RelationRow funding;
  funding.source = "eu";
  funding.type = "funds";
  funding.target = "fund";
  funding.weight = "2.5";
  funding.amount = "1000000";
  funding.currency = "EUR";
  funding.confidence = "secondary";
  funding.sources = "press|gov#annex";
  funding.note = "over five years";
  builder.add_relation(funding);
}

void add_claims(NetworkBuilder& builder) {
  const auto claim = [&builder](const char* value, const char* qualifier, const char* source) {
    ClaimRow row;
    row.entity = "one-2023";
    row.attribute = "countries";
    row.value = value;
    row.qualifier = qualifier;
    row.source = source;
    builder.add_claim(row);
  };
  claim("100", "nearly", "press");
  claim("100", "over", "gov");
}

}  // namespace

NetworkBuilder summit_builder() {
  NetworkBuilder builder;
  Dataset dataset;
  dataset.name = "small";
  dataset.title = "Two small summits";
  dataset.version = "1.0.0";
  dataset.licences = {"CC-BY-4.0"};
  builder.describe(std::move(dataset));
  SourceRow gov;
  gov.id = "gov";
  gov.title = "Official record";
  gov.date = "2023-11-02";
  gov.url = "https://example.org/record";
  builder.add_source(gov);
  SourceRow press;
  press.id = "press";
  press.title = "Newspaper";
  press.date = "2023-11-03";
  builder.add_source(press);
  add_entities(builder);
  add_relations(builder);
  add_claims(builder);
  SeriesRow series;
  series.id = "numbers";
  series.name = "Numbered summits";
  series.editions = {"one-2023", "two-2024"};
  series.participation = {"attended", "signed"};
  builder.add_series(series);
  builder.add_container("eu", "member-of");
  return builder;
}

Network summit_network() {
  return summit_builder().finish();
}

}  // namespace summitry::testing
