// What somebody who installed Summitry writes first.
#include <iostream>

#include "engine/version.hpp"

int main() {
  std::cout << "summitry " << summitry::version() << '\n';
}
