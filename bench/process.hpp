// Another process: started, waited for, with what it printed and how large it became.
#pragma once

#include <string>
#include <vector>

namespace summitry::bench {

struct Ended {
  std::string said;         // on standard output
  double peak_bytes = 0.0;  // resident at its largest, the program itself included
  bool succeeded = false;
};

// Throws Error when it cannot be started.
[[nodiscard]] Ended run_process(std::vector<std::string> words);

}  // namespace summitry::bench
