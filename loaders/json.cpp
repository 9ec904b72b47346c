// JSON with places. See json.hpp.
//
// nlohmann's parser checks the text and reports values in their order; it does not say where they
// stand. The handler below walks the same text beside it, token by token: what the parser has
// accepted needs no checking, so the walk is a few lines.
#include "loaders/json.hpp"

#include <nlohmann/json.hpp>
#include <unordered_set>

namespace summitry {
namespace {

using Kind = JsonValue::Kind;

// The place of one token after the other in a text that is known to be JSON so far.
class TokenWalk {
 public:
  explicit TokenWalk(std::string_view text) : text_(text) {}

  // The next token: a bracket, a string with its quotes, a number or a word.
  std::string_view next() {
    const std::size_t begin = text_.find_first_not_of(" \t\r\n,:", end_);
    if (begin == std::string_view::npos) {
      advance(place_, text_.substr(end_));
      end_ = text_.size();
      token_place_ = place_;
      return {};
    }
    advance(place_, text_.substr(end_, begin - end_));
    token_place_ = place_;
    const std::size_t length = token_length(begin);
    advance(place_, text_.substr(begin, length));
    end_ = begin + length;
    return text_.substr(begin, length);
  }
  [[nodiscard]] Place place() const { return token_place_; }

 private:
  [[nodiscard]] std::size_t token_length(std::size_t begin) const {
    const char first = text_[begin];
    if (first == '{' || first == '}' || first == '[' || first == ']') return 1;
    if (first != '"') {
      const std::size_t end = text_.find_first_of(" \t\r\n,:]}", begin);
      return (end == std::string_view::npos ? text_.size() : end) - begin;
    }
    std::size_t at = begin + 1;
    while (at < text_.size() && text_[at] != '"') at += text_[at] == '\\' ? 2 : 1;
    return at + 1 - begin;
  }

  std::string_view text_;
  std::size_t end_ = 0;
  Place place_;
  Place token_place_;
};

// A container that is being read, and the keys that it has had.
struct Open {
  JsonValue* value;
  std::unordered_set<std::string> keys;
};

class Handler final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Handler(std::string_view text, std::vector<TextFault>& faults)
      : text_(text), walk_(text), faults_(faults) {}

  JsonValue root;

  bool null() override { return scalar(Kind::null); }
  bool boolean(bool /*value*/) override { return scalar(Kind::boolean); }
  bool number_integer(std::int64_t /*value*/) override { return scalar(Kind::number); }
  bool number_unsigned(std::uint64_t /*value*/) override { return scalar(Kind::number); }
  bool number_float(double /*value*/, const std::string& /*text*/) override {
    return scalar(Kind::number);
  }
  bool string(std::string& value) override {
    walk_.next();
    demand_no_nul(value);
    JsonValue& made = add(Kind::string);
    made.text = std::move(value);
    return true;
  }
  bool binary(nlohmann::json::binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return start(Kind::object); }
  bool start_array(std::size_t /*size*/) override { return start(Kind::array); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }
  bool key(std::string& name) override;
  bool parse_error(std::size_t position, const std::string& last_token,
                   const nlohmann::json::exception& error) override;

 private:
  bool scalar(Kind kind) {
    const std::string_view token = walk_.next();
    JsonValue& made = add(kind);
    if (kind != Kind::null) made.text = token;
    return true;
  }
  void demand_no_nul(const std::string& text) {
    if (text.find('\0') == std::string::npos) return;
    faults_.push_back({walk_.place(), "a NUL character within a string", "delete it"});
  }
  bool start(Kind kind);
  bool end() {
    walk_.next();
    open_.pop_back();
    return true;
  }
  JsonValue& add(Kind kind);

  std::string_view text_;
  TokenWalk walk_;
  std::vector<TextFault>& faults_;
  std::vector<Open> open_;
};

// The values of a container may move while it grows, but only before any of them is open: a value
// is added to the innermost open container alone.
JsonValue& Handler::add(Kind kind) {
  JsonValue& made = open_.empty() ? root : open_.back().value->items.emplace_back();
  made.kind = kind;
  made.place = walk_.place();
  return made;
}

bool Handler::start(Kind kind) {
  walk_.next();
  if (open_.size() == kDeepestJson) {
    faults_.push_back({walk_.place(),
                       "values nested more than " + std::to_string(kDeepestJson) + " deep",
                       "flatten them"});
    return false;
  }
  JsonValue& made = add(kind);
  open_.push_back({&made, {}});
  return true;
}

bool Handler::key(std::string& name) {
  walk_.next();
  demand_no_nul(name);
  Open& around = open_.back();
  if (!around.keys.insert(name).second) {
    faults_.push_back({walk_.place(), "the key " + in_quotes(name) + " stands twice in one object",
                       "keep one of them"});
  }
  around.value->keys.push_back(std::move(name));
  return true;
}

// The parser's own words without its error number, position and "while parsing X - ".
std::string syntax_complaint(std::string_view message) {
  const std::size_t bracket = message.find("] ");
  if (bracket != std::string_view::npos) message.remove_prefix(bracket + 2);
  const std::size_t dash = message.find(" - ");
  if (dash != std::string_view::npos) message.remove_prefix(dash + 3);
  const std::size_t last_read = message.find("; last read: ");
  std::string complaint(message.substr(0, last_read));
  if (last_read != std::string_view::npos) {
    const std::size_t after = message.find("; expected", last_read);
    if (after != std::string_view::npos) complaint += message.substr(after);
  }
  return complaint;
}

bool Handler::parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                          const nlohmann::json::exception& error) {
  if (!faults_.empty() && open_.size() == kDeepestJson) return false;
  walk_.next();
  const std::string complaint = syntax_complaint(error.what());
  const std::size_t expected = complaint.find("; expected ");
  const std::string remedy = expected == std::string::npos
                                 ? "mend the text here or just before"
                                 : complaint.substr(expected + 2) + " here";
  faults_.push_back({walk_.place(), "not JSON: " + complaint.substr(0, expected), remedy});
  return false;
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == key) return &items[i];
  }
  return nullptr;
}

Cell JsonValue::cell() const {
  const bool has_text = kind == Kind::string || kind == Kind::number;
  return {has_text ? std::string_view(text) : std::string_view(), place.line, place.column};
}

std::string_view to_string(JsonValue::Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "a boolean";
    case Kind::number:
      return "a number";
    case Kind::string:
      return "a string";
    case Kind::array:
      return "an array";
    case Kind::object:
      return "an object";
  }
  return "";
}

JsonDocument parse_json(std::string bytes) {
  JsonDocument document;
  CleanText text = clean_text(std::move(bytes));
  document.faults = std::move(text.faults);
  if (!text.readable) return document;
  if (text.bytes.starts_with(kByteOrderMark)) {  // the parser would skip it
    document.faults.push_back({{1, 1}, "not JSON: a second byte order mark", "take it away"});
    return document;
  }
  Handler handler(text.bytes, document.faults);
  if (nlohmann::json::sax_parse(text.bytes, &handler)) document.root = std::move(handler.root);
  return document;
}

}  // namespace summitry
