// BibTeX of what figures rest on.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/lower.hpp"
#include "engine/version.hpp"
#include "exporters/tabular/paper.hpp"

namespace summitry {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;  // name, text

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Letters and digits of ASCII in lower case, all else a hyphen between them.
std::string slug(std::string_view text) {
  std::string out;
  for (const char c : lower(text)) {
    if ((c >= 'a' && c <= 'z') || is_digit(c)) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

// Up to the last " & " or ", " of a reference: the authors as BibTeX joins them.
std::string authors(std::string_view names) {
  std::string out;
  while (!names.empty()) {
    const std::size_t comma = names.find(", ");
    const std::size_t and_sign = names.find(" & ");
    const std::size_t cut = std::min(comma, and_sign);
    std::string_view name = names.substr(0, cut);
    const bool others = name.ends_with(" et al.");
    if (others) name.remove_suffix(7);
    out.append(out.empty() ? "" : " and ").append("{").append(latex_text(name)).append("}");
    if (others) out += " and others";
    if (cut == std::string_view::npos) break;
    names.remove_prefix(cut + (cut == comma ? 2 : 3));
  }
  return out;
}

// Where a year of four digits stands as a word.
std::optional<std::size_t> year_at(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const bool digits = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i),
                                    text.begin() + static_cast<std::ptrdiff_t>(i) + 4, is_digit);
    const bool begins = i == 0 || text[i - 1] == ' ';
    const bool ends = i + 4 == text.size() || !is_digit(text[i + 4]);
    if (digits && begins && ends) return i;
  }
  return std::nullopt;
}

std::string doi_in(std::string_view text) {
  const std::size_t at = text.find("doi:");
  if (at == std::string_view::npos) return "";
  const std::string_view rest = text.substr(at + 4);
  return std::string(rest.substr(0, rest.find_first_of(" ;")));
}

class Bibliography {
 public:
  // `fields` hold LaTeX already. A key that is taken gets a number.
  void add(const std::string& kind, const std::string& key, const Fields& fields) {
    std::string name = key.empty() ? "entry" : key;
    for (int n = 2; !keys_.insert(name).second; ++n) name = key + '-' + std::to_string(n);
    out_.append(out_.empty() ? "" : "\n").append("@").append(kind).append("{").append(name);
    for (const auto& [field, text] : fields) {
      if (!text.empty()) out_.append(",\n  ").append(field).append(" = {").append(text).append("}");
    }
    out_ += "\n}\n";
  }

  // Works stand between semicolons, as "Brin & Page 1998, doi:10.1016/…"; the same work once. One that
  // begins with its year is by the authors of the one before; "sampled: …" says what it is for.
  void add_reference(std::string_view reference, std::string_view what) {
    std::string_view names;
    while (!reference.empty()) {
      const std::size_t end = reference.find("; ");
      const std::string_view work = reference.substr(0, end);
      const auto year = year_at(work);
      if (year && *year > 1) names = without_purpose(work.substr(0, *year - 1));
      if (year) add_work(names, work.substr(*year), what);
      if (end == std::string_view::npos) break;
      reference.remove_prefix(end + 2);
    }
  }

  [[nodiscard]] std::string text() && { return std::move(out_); }

 private:
  static std::string_view without_purpose(std::string_view names) {
    const std::size_t colon = names.find(": ");
    return colon == std::string_view::npos ? names : names.substr(colon + 2);
  }

  void add_work(std::string_view names, std::string_view from_year, std::string_view what) {
    const std::string year(from_year.substr(0, 4));
    const std::string work = std::string(names) + ' ' + std::string(from_year);
    if (!works_.insert(work).second) return;
    add("misc", slug(names) + '-' + year,
        {{"author", authors(names)},
         {"year", year},
         {"doi", doi_in(from_year)},
         {"note", latex_text(std::string(what) + ": " + work)}});
  }

  std::string out_;
  std::set<std::string> keys_;
  std::set<std::string> works_;
};

void add_dataset(const Network& network, Bibliography& all) {
  const Dataset& dataset = network.dataset();
  std::string people;
  for (const Contributor& one : dataset.contributors) {
    people.append(people.empty() ? "" : " and ").append("{");
    people.append(latex_text(one.title)).append("}");
  }
  all.add("misc", slug(dataset.name.empty() ? "dataset" : dataset.name),
          {{"author", people},
           {"title", '{' + latex_text(dataset.title.empty() ? dataset.name : dataset.title) + '}'},
           {"version", latex_text(dataset.version)},
           {"note", latex_text(dataset.citation)},
           {"howpublished", latex_text("Data set, SHA-256 " + network.content_hash())}});
}

// A backslash keeps % from beginning a comment; what would end the field is written as its byte.
std::string web_address(std::string_view url) {
  std::string out;
  for (const char c : url) {
    switch (c) {
      case ' ':
        out += "\\%20";
        break;
      case '%':
        out += "\\%";
        break;
      case '{':
        out += "\\%7B";
        break;
      case '}':
        out += "\\%7D";
        break;
      case '\\':
        out += "\\%5C";
        break;
      default:
        out += c;
    }
  }
  return out;
}

void add_source(const Source& source, Bibliography& all) {
  const std::string year = source.date ? to_string(*source.date).substr(0, 4) : "";
  const bool web = source.url.starts_with("http://") || source.url.starts_with("https://");
  all.add("misc", "source-" + slug(source.id),
          {{"author", source.publisher.empty() ? "" : '{' + latex_text(source.publisher) + '}'},
           {"title", '{' + latex_text(source.title) + '}'},
           {"year", year},
           {"url", web ? web_address(source.url) : ""}});
}

}  // namespace

std::string paper_bibtex(const ExportParts& parts) {
  Bibliography all;
  add_dataset(parts.network, all);
  all.add("misc", "summitry",
          {{"title", "{Summitry}"}, {"version", std::string(version())}, {"note", "Program"}});
  if (parts.scores != nullptr) {
    for (const NamedScores& one : *parts.scores) all.add_reference(one.reference, one.name);
  }
  if (parts.communities != nullptr) {
    all.add_reference(parts.communities->reference, parts.communities->name);
  }
  for (const Source& source : parts.network.sources()) add_source(source, all);
  return std::move(all).text();
}

}  // namespace summitry
