// Names of countries, of today and of former days, from Debian's package iso-codes, where it is
// installed: its licence (LGPL-2.1-or-later) keeps it out of the program.
#pragma once

#include <filesystem>

#include "loaders/resolver/gazetteer.hpp"

namespace summitry::resolver {

// As it was, and the names of iso_3166-1.json and iso_3166-3.json in `folder`. Throws LoadError where
// they are not, or are not what they should be.
[[nodiscard]] Gazetteer with_iso_codes(
    Gazetteer gazetteer, const std::filesystem::path& folder = "/usr/share/iso-codes/json");

}  // namespace summitry::resolver
