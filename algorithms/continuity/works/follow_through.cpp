#include "algorithms/continuity/works/follow_through.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "algorithms/continuity/statistics/beta.hpp"
#include "algorithms/continuity/works/coders.hpp"
#include "engine/error.hpp"
#include "engine/find_column.hpp"
#include "engine/number.hpp"

namespace summitry {
namespace {

constexpr std::string_view kAssessed = "assessed";
constexpr std::array<std::string_view, 3> kCommits = {"signed", "endorsed", "committed-to"};

struct Key {
  EntityIndex entity = kNone;
  EntityIndex commitment = kNone;
  std::size_t edition = 0;

  auto operator<=>(const Key&) const = default;
};

// What one coder says of one pair at one stage; of several dates the latest counts.
struct Said {
  std::optional<double> score;
  std::optional<Date> date;
};

struct Dossier {
  std::map<std::string, Said> interim;  // by coder
  std::map<std::string, Said> final;
  std::optional<std::int32_t> first_evidence;  // day, of a score above -1
  std::vector<RelationIndex> relations;
};

class Columns {
 public:
  explicit Columns(const Network& network)
      : network_(network),
        score_(find_column(network.relation_columns(), "score")),
        coder_(find_column(network.relation_columns(), "coder")),
        stage_(find_column(network.relation_columns(), "stage")) {}

  [[nodiscard]] std::optional<double> score(RelationIndex relation) const {
    if (score_ == nullptr) return std::nullopt;
    const ColumnType type = score_->info().type;
    if (type != ColumnType::integer && type != ColumnType::number) return std::nullopt;
    const std::optional<double> score = score_->number(relation);
    if (score && !(*score >= -1.0 && *score <= 1.0)) {
      const Relation one = network_.relation(relation);
      throw Error("follow-through: the score of " + network_.entity(one.source).id + " on " +
                  network_.entity(one.target).id + " must be in [-1, 1], got " + shortest(*score));
    }
    return score;
  }
  [[nodiscard]] std::string coder(RelationIndex relation) const { return text(coder_, relation); }
  [[nodiscard]] bool is_interim(RelationIndex relation) const {
    return text(stage_, relation) == "interim";
  }

 private:
  [[nodiscard]] static std::string text(const Column* column, RelationIndex relation) {
    return column == nullptr ? "" : to_string(column->value(relation));
  }

  const Network& network_;
  const Column* score_;
  const Column* coder_;
  const Column* stage_;
};

using Dossiers = std::map<Key, Dossier>;

void add_assessment(const Relation& relation, RelationIndex r, const Columns& columns,
                    Dossier& dossier) {
  dossier.relations.push_back(r);
  const auto score = columns.score(r);
  auto& stage = columns.is_interim(r) ? dossier.interim : dossier.final;
  const auto [place, is_new] = stage.try_emplace(columns.coder(r), Said{score, relation.when.from});
  Said& said = place->second;
  if (!is_new && score && (!said.score || said.date < relation.when.from)) {
    said = {score, relation.when.from};
  }
  if (!score || !(*score > -1.0) || !relation.when.from || relation.when.from->day == 0) return;
  const std::int32_t day = first_day(*relation.when.from);
  dossier.first_evidence = std::min(dossier.first_evidence.value_or(day), day);
}

Dossiers read(const Network& network, const Series& series, const Evidence& evidence) {
  const EditionIndex editions(network, series);
  const Columns columns(network);
  Dossiers dossiers;
  std::set<std::pair<EntityIndex, std::size_t>> assessed;  // commitments
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    const Relation relation = network.relation(r);
    const auto edition = editions.find(relation.summit);
    if (relation.type != kAssessed || !edition || !evidence.takes(relation)) continue;
    const Key key{relation.source, relation.target, *edition};
    add_assessment(relation, r, columns, dossiers[key]);
    assessed.emplace(relation.target, *edition);
  }
  if (assessed.empty()) return dossiers;
  for (RelationIndex r = 0; r < network.relation_count(); ++r) {
    const Relation relation = network.relation(r);
    const auto edition = editions.find(relation.summit);
    const bool commits =
        std::find(kCommits.begin(), kCommits.end(), relation.type) != kCommits.end();
    if (!commits || !edition || relation.status != Status::realised || !evidence.trusts(relation)) {
      continue;
    }
    if (!assessed.contains({relation.target, *edition})) continue;
    dossiers[{relation.source, relation.target, *edition}].relations.push_back(r);
  }
  return dossiers;
}

std::optional<double> mean_of(const std::map<std::string, Said>& stage) {
  double sum = 0.0;
  double count = 0.0;
  for (const auto& [coder, said] : stage) {
    if (!said.score) continue;
    sum += *said.score;
    count += 1.0;
  }
  if (count == 0.0) return std::nullopt;
  return sum / count;
}

std::optional<double> score_of(const Dossier& dossier) {
  const auto final = mean_of(dossier.final);
  return final ? final : mean_of(dossier.interim);
}

// Sums up pairs one by one.
class Summary {
 public:
  void add(const Dossier& dossier, const std::optional<Date>& edition_end) {
    ++result_.obligations;
    const auto score = score_of(dossier);
    if (!score) return;
    ++result_.known;
    sum_ += *score;
    ++(*score > 0.0 ? result_.kept : *score < 0.0 ? result_.broken : result_.partly);
    compare_stages(dossier);
    if (dossier.first_evidence && edition_end && edition_end->day != 0) {
      lags_.push_back(*dossier.first_evidence - last_day(*edition_end));
    }
  }

  [[nodiscard]] FollowThrough take() {
    const auto known = static_cast<double>(result_.known);
    if (result_.obligations > 0) {
      result_.coverage = known / static_cast<double>(result_.obligations);
    }
    if (result_.known > 0) {
      result_.mean = sum_ / known;
      result_.percentage = 50.0 * (*result_.mean + 1.0);
      const ShareInterval share = jeffreys_interval(0.5 * (sum_ + known), known);
      result_.percentage_interval = ShareInterval{100.0 * share.low, 100.0 * share.high};
    }
    if (result_.compared > 0) result_.change = change_ / static_cast<double>(result_.compared);
    add_lags();
    return result_;
  }

 private:
  void compare_stages(const Dossier& dossier) {
    const auto interim = mean_of(dossier.interim);
    const auto final = mean_of(dossier.final);
    if (!interim || !final) return;
    ++result_.compared;
    change_ += *final - *interim;
    if (*final > *interim) ++result_.improved;
    if (*final < *interim) ++result_.worsened;
  }

  void add_lags() {
    result_.dated = lags_.size();
    if (lags_.empty()) return;
    std::sort(lags_.begin(), lags_.end());
    const std::size_t n = lags_.size();
    result_.median_lag = 0.5 * (lags_[(n - 1) / 2] + lags_[n / 2]);
    result_.least_lag = lags_.front();
    result_.greatest_lag = lags_.back();
  }

  FollowThrough result_;
  double sum_ = 0.0;
  double change_ = 0.0;
  std::vector<std::int32_t> lags_;
};

CoderAgreement agreement_of(const Dossiers& dossiers) {
  CoderAgreement result;
  std::set<std::string> names;
  for (const auto& [key, dossier] : dossiers) {
    for (const auto* stage : {&dossier.interim, &dossier.final}) {
      for (const auto& [coder, said] : *stage) names.insert(coder);
    }
  }
  result.coders.assign(names.begin(), names.end());
  std::vector<std::vector<Score>> units;
  std::vector<std::vector<Score>> by_coder(names.size());
  for (const auto& [key, dossier] : dossiers) {
    const auto& stage = dossier.final.empty() ? dossier.interim : dossier.final;
    units.emplace_back();
    std::size_t scores = 0;
    for (std::size_t c = 0; c < result.coders.size(); ++c) {
      const auto said = stage.find(result.coders[c]);
      const Score score = said == stage.end() ? std::nullopt : said->second.score;
      units.back().push_back(score);
      by_coder[c].push_back(score);
      scores += score ? 1 : 0;
    }
    if (scores > 1) ++result.pairs;
  }
  if (result.coders.size() == 2) result.kappa = cohen_kappa(by_coder[0], by_coder[1]);
  result.alpha = krippendorff_alpha(units, ScoreLevel::nominal);
  result.alpha_ordinal = krippendorff_alpha(units, ScoreLevel::ordinal);
  return result;
}

}  // namespace

Commitments follow_through(const Network& network, const Series& series, const Evidence& evidence) {
  const Dossiers dossiers = read(network, series, evidence);
  Commitments result;
  Summary overall;
  std::vector<Summary> editions(series.editions.size());
  for (const auto& [key, dossier] : dossiers) {
    const Interval& days = network.entity(series.editions[key.edition]).active;
    const auto end = days.to ? days.to : days.from;
    overall.add(dossier, end);
    editions[key.edition].add(dossier, end);
    result.scores.push_back(
        {key.entity, key.commitment, key.edition, score_of(dossier), dossier.relations});
  }
  result.overall = overall.take();
  for (Summary& edition : editions) result.editions.push_back(edition.take());
  result.coders = agreement_of(dossiers);
  return result;
}

}  // namespace summitry
