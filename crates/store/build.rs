//! The migrations are built in: a change to one rebuilds the crate.

fn main() {
    #[allow(clippy::print_stdout, reason = "this is how a build script speaks")]
    {
        println!("cargo:rerun-if-changed=../../migrations");
    }
}
