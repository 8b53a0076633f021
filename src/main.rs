//! The program: hands the command line to the library and leaves with its answer.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    alongside::commands::run()
}
