// Methods and sources: definition, parameters and reference of everything that was computed.
#include <algorithm>

#include "exporters/report/context.hpp"
#include "exporters/report/markdown.hpp"

namespace summitry::report {
namespace {

namespace md = markdown;

std::string definition(const Context& context, const std::string& name) {
  const Parameters& definitions = context.parts().definitions;
  const auto found = std::find_if(definitions.begin(), definitions.end(),
                                  [&name](const auto& one) { return one.first == name; });
  return found == definitions.end() ? "" : found->second;
}

std::string in_words(const Parameters& parameters) {
  std::string out;
  for (const auto& [name, value] : parameters) {
    out += (out.empty() ? "" : ", ") + md::escaped(name) + " " + md::escaped(value);
  }
  return out;
}

// "- **title** (`name`). Definition. Parameters: …. Reference."
std::string item(const Context& context, const std::string& name, const std::string& title,
                 const Parameters& parameters, const std::string& reference) {
  const std::string meaning = definition(context, name);
  const std::string chosen = in_words(parameters);
  std::string text =
      "- **" + md::escaped(title.empty() ? name : title) + "** (" + md::code(name) + ").";
  if (!meaning.empty()) text += " " + md::sentence(md::escaped(meaning));
  if (!chosen.empty()) text += " Parameters: " + chosen + ".";
  if (!reference.empty()) {
    text += " " + md::sentence(md::escaped(reference));
  }
  return text + "\n";
}

std::string convergence(const Scores& scores) {
  if (!scores.convergence) return "";
  return "  " + std::string(scores.convergence->reached ? "Converged" : "Stopped unconverged") +
         " after " + md::count(static_cast<std::size_t>(scores.convergence->iterations)) +
         " iterations.\n";
}

std::string null_model(const Continuity& continuity) {
  if (continuity.null_model == "hypergeometric") {
    return "- **Expectation** (hypergeometric): how many would be in both if the two rosters were "
           "drawn independently from everyone who could take part (N = " +
           md::count(continuity.transitions.empty() ? 0 : continuity.transitions.front().universe) +
           "; unless another number is given, everyone named at some edition); it depends on that "
           "N. The chance is one-sided: at least as many as observed.\n";
  }
  if (continuity.null_model.empty() || continuity.null_model == "none") return "";
  const bool exact = !continuity.transitions.empty() && continuity.transitions.front().exact;
  return std::string("- **Expectation** (fixed margins, ") +
         (exact ? "all tables counted"
                : md::count(continuity.samples) + " samples by curveball, seed " +
                      std::to_string(continuity.seed)) +
         "): how many would be in both if every participant kept its number of editions and every "
         "edition its size. The chance is one-sided: at least as many as observed" +
         (exact ? ". Miller & Harrison 2013, doi:10.1214/13-AOS1131.\n"
                : ", (1 + samples with at least as many) / (1 + samples). Strona et al. 2014, "
                  "doi:10.1038/ncomms5114.\n");
}

std::string roster_methods(const Continuity& continuity) {
  if (continuity.groups.empty()) return "";
  return "- **Kulczynski**: the mean of retention and inheritance; **Ruzicka**: participants weigh "
         "as much as the highest rank of their roles, sum of minima over sum of maxima; **Sørensen "
         "of several editions**: Diserud & Ødegaard 2007, doi:10.1098/rsbl.2006.0553.\n"
         "- **Life table**: Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452, with "
         "Greenwood's error and log-log intervals; between kinds the log-rank test, Peto & Peto "
         "1972, doi:10.2307/2344317.\n"
         "- **Adjusted p**: Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x, "
         "over "
         "the statistics of one null model. **BiCM**: Saracco et al. 2015, "
         "doi:10.1038/srep10595.\n";
}

std::string continuity_methods(const Context& context) {
  const Continuity* continuity = context.parts().continuity;
  if (continuity == nullptr) return "";
  return "\n### Continuity\n\nWith a participants named at the earlier edition, b at the later and "
         "x "
         "at both:\n\n"
         "- **Retention** x/a; **known from the edition before** (inheritance) x/b; **Jaccard** "
         "x/(a + b - x); **turnover** (entered + left)/(a + b), which is 1 minus the Sørensen "
         "similarity.\n"
         "- **Replacement** and **growth** add up to the turnover. Baselga 2010, "
         "doi:10.1111/j.1466-8238.2009.00490.x.\n"
         "- **Return after absence**: of those named before the earlier edition but not at it, the "
         "share that is named at the later.\n"
         "- **Announced and taken up**: an initiative or document announced at one edition that is "
         "tied to a later one: by a relation of its own, or through a successor, a predecessor "
         "that "
         "came out later, a body that it belongs to, or a document that mentions it. These rules "
         "are "
         "Summitry's own.\n" +
         null_model(*continuity) + roster_methods(*continuity);
}

}  // namespace

std::string methods(const Context& context) {
  const ReportParts& parts = context.parts();
  std::string text;
  for (const NamedScores& scores : parts.scores) {
    text += item(context, scores.name, scores.title, scores.parameters, scores.reference) +
            convergence(scores.scores);
  }
  if (!text.empty()) text = "\n### Measures\n\n" + text;
  if (const NamedPartition* partition = parts.communities) {
    text += "\n### Communities\n\n" + item(context, partition->name, partition->title,
                                           partition->parameters, partition->reference);
    text += "- **Quality** (" + md::code(partition->quality_name) +
            "): " + md::figure(partition->partition.quality) + "; modularity " +
            md::figure(partition->modularity) + ".\n";
  }
  text += continuity_methods(context);
  return text.empty() ? "" : "## Methods\n" + text;
}

std::string sources(const Context& context) {
  const auto all = context.network().sources();
  if (all.empty()) return "";
  std::string text = "## Sources\n\nThe numbers in square brackets above.\n\n";
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Source& source = all[i];
    text += std::to_string(i + 1) + ". " + md::link(source.title, source.url);
    if (!source.publisher.empty()) text += ", " + md::escaped(source.publisher);
    if (source.date) text += ", " + to_string(*source.date);
    if (!source.licence.empty()) text += " (" + md::escaped(source.licence) + ")";
    text += "\n";
  }
  return text;
}

}  // namespace summitry::report
