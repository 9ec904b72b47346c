#include "loaders/resolver/iso_codes.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "engine/error.hpp"
#include "engine/file.hpp"

namespace summitry::resolver {
namespace {

using nlohmann::json;

struct IsoList {
  std::string_view file;
  std::string_view key;
  std::string_view id;
  std::string_view kind;
};

constexpr IsoList kCountries{"iso_3166-1.json", "3166-1", "alpha_3", "country"};
constexpr IsoList kFormer{"iso_3166-3.json", "3166-3", "alpha_4", "former country"};

void add(Gazetteer& gazetteer, const IsoList& list, const json& entries) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < gazetteer.nameables.size(); ++i) {
    places.emplace(gazetteer.nameables[i].id, i);
  }
  for (const json& entry : entries) {
    const auto id = entry.at(std::string(list.id)).get<std::string>();
    const auto [place, is_new] = places.emplace(id, gazetteer.nameables.size());
    if (is_new) {
      gazetteer.nameables.push_back(
          {id, std::string(list.kind), entry.at("name").get<std::string>()});
    }
    for (const char* field : {"name", "common_name", "official_name"}) {
      if (!entry.contains(field)) continue;
      gazetteer.names.push_back({entry[field].get<std::string>(), NameForm::name, place->second});
    }
  }
}

}  // namespace

Gazetteer with_iso_codes(Gazetteer gazetteer, const std::filesystem::path& folder) {
  for (const IsoList& list : {kCountries, kFormer}) {
    const std::filesystem::path path = folder / list.file;
    const std::string bytes = read_file(path);
    try {
      add(gazetteer, list, json::parse(bytes).at(std::string(list.key)));
    } catch (const json::exception&) {
      const Finding finding{Severity::error,
                            path.string(),
                            0,
                            0,
                            "not a list of country codes as iso-codes has it",
                            "install Debian's package iso-codes"};
      throw LoadError(to_string(finding), {finding});
    }
  }
  return gazetteer;
}

}  // namespace summitry::resolver
