//! All that typst sees: one source, one paper, the fonts.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The fonts, by script.
const FONTS: [&[u8]; 10] = [
    include_bytes!("../fonts/latn-regular.ttf"),
    include_bytes!("../fonts/latn-bold.ttf"),
    include_bytes!("../fonts/khmr-regular.ttf"),
    include_bytes!("../fonts/khmr-bold.ttf"),
    include_bytes!("../fonts/mymr-regular.ttf"),
    include_bytes!("../fonts/mymr-bold.ttf"),
    include_bytes!("../fonts/laoo-regular.ttf"),
    include_bytes!("../fonts/laoo-bold.ttf"),
    include_bytes!("../fonts/thai-regular.ttf"),
    include_bytes!("../fonts/thai-bold.ttf"),
];

/// What lies before the typesetter.
pub struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Option<Source>,
    paper: Bytes,
}

/// A file of the desk by its name.
fn named(path: &str) -> Option<FileId> {
    VirtualPath::new(path).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern())
}

impl Desk {
    pub fn new() -> Desk {
        let fonts: Vec<Font> = FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect();
        Desk {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            source: named("/paper.typ").map(|id| Source::new(id, include_str!("../paper.typ").to_owned())),
            paper: Bytes::new(Vec::new()),
        }
    }

    /// Lays a paper on it, in place of the last.
    pub fn lay(&mut self, paper: Vec<u8>) {
        self.paper = Bytes::new(paper);
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        // INVARIANT: the name of the source is a path.
        self.source.as_ref().map_or_else(|| FileId::from_raw(std::num::NonZeroU16::MIN), Source::id)
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.source.clone().filter(|source| source.id() == id).ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == named("/document.json") { Ok(self.paper.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
