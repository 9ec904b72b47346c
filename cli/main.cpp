// The program: one catch, the exit code, and Ctrl-C.
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/program.hpp"

namespace {

std::atomic<bool> cancel_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may not wait");

extern "C" void ask_to_cancel(int) {
  cancel_asked = true;
}

// The first Ctrl-C asks politely; the second ends the program as it would any other.
void listen_to_interrupts() {
  struct sigaction action = {};
  action.sa_handler = ask_to_cancel;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

int main(int count, char** words) {
  listen_to_interrupts();
  std::ios::sync_with_stdio(false);
  summitry::cli::Console console{std::cout, std::cerr, &cancel_asked, isatty(STDERR_FILENO) == 1};
  return summitry::cli::run_program(std::vector<std::string>(words + 1, words + count), console);
}
