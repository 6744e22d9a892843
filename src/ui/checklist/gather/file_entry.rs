//! Choosing the files that phones handed over: one, or several at once.

use crate::browser::files;
use crate::domain::export::{ImportError, MAX_BYTES};
use crate::ui::controls::{Icon, say};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// A file by its name, with what it says.
pub(super) type Given = (String, Result<String, ImportError>);

#[derive(Properties, PartialEq)]
pub(super) struct FileEntryProps {
    /// Files were chosen and read.
    pub onfiles: Callback<Vec<Given>>,
}

/// The button that opens the device's own choice of files.
#[component]
pub(super) fn FileEntry(props: &FileEntryProps) -> Html {
    let onchange = {
        let onfiles = props.onfiles.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let list = input.files();
            let chosen: Vec<File> =
                list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect();
            // The same files can be chosen again after they were mended.
            input.set_value("");
            let names: Vec<(String, usize)> = chosen.iter().map(|file| (file.name(), size(file))).collect();
            let readable = chosen.into_iter().filter(|file| size(file) <= MAX_BYTES).collect();
            let onfiles = onfiles.clone();
            let done = Callback::from(move |texts: Vec<Option<String>>| {
                let mut texts = texts.into_iter();
                let given = names.iter().map(|(name, size)| {
                    let text = if *size > MAX_BYTES {
                        Err(ImportError::too_large(*size))
                    } else {
                        // What is no text is read as nothing, and refused as that.
                        Ok(texts.next().flatten().unwrap_or_default())
                    };
                    (name.clone(), text)
                });
                onfiles.emit(given.collect());
            });
            files::read_all(readable, done);
        })
    };
    html! {
        <label class="button file">
            <Icon name="upload" />
            <span class="said">{ say("gather.file") }</span>
            <input type="file" multiple={true} accept=".json,application/json" aria-describedby="gather-file-hint" {onchange} />
        </label>
    }
}

fn size(file: &File) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size is whole")]
    let size = file.size() as usize;
    size
}
