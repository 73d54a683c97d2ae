//! What keys and news change among the files of a report.

use crate::desks::spoken::shown;
use crate::domain::alert::calls;
use crate::domain::draft::DraftField;
use crate::domain::ids::ReportId;
use crate::domain::observation_terms::TimePrecision;
use crate::domain::time::{Period, Timestamp};
use crate::language::word::Word;
use crate::screens::desk::front::Notice;
use crate::screens::observer::form::entries::Entry;
use crate::screens::observer::form::files::FilesNews;
use crate::screens::observer::form::keys::Act;
use crate::screens::observer::form::report_form::{Over, ReportForm};
use crate::screens::observer::message::Effect;
use crate::screens::observer::state::{Screen, State};

/// Opens the files, unless what is picked forbids them and there is none to take off.
pub fn open(state: &mut State) -> Vec<Effect> {
    let cells = state.preview_cells();
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let allowed = calls(&form.draft, &state.front.catalogue).attachments_allowed;
    if !allowed && form.draft.attachments.is_empty() {
        state.front.notice = Some(Notice::Failed(Word("fault-no-media").into()));
        return Vec::new();
    }
    form.over = Over::Files;
    form.files.told = None;
    look(form, cells)
}

/// Asks what the selected file looks like, if that is not known.
fn look(form: &mut ReportForm, (columns, rows): (u16, u16)) -> Vec<Effect> {
    let Some(digest) = form.files.selected(&form.draft).map(|one| one.digest) else { return Vec::new() };
    if form.files.preview.as_ref().is_some_and(|(of, _)| *of == digest) {
        return Vec::new();
    }
    vec![Effect::Preview { id: form.draft.id, digest, columns, rows }]
}

/// Does what a key means here.
pub fn obey(state: &mut State, act: Act) -> Vec<Effect> {
    let cells = state.preview_cells();
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let id = form.draft.id;
    match act {
        Act::Up | Act::Down => {
            form.files.step(&form.draft, if act == Act::Up { -1 } else { 1 });
            look(form, cells)
        }
        Act::Complete => vec![Effect::Paths(id, form.files.path.text().to_owned())],
        Act::Attach => {
            let path = form.files.path.text().trim().to_owned();
            if path.is_empty() {
                form.files.told = Some((false, Word("path-first").into()));
                return Vec::new();
            }
            // The desk puts a file to the draft as it stands on the disk: what is not there yet goes first.
            let fields = form.to_save([]);
            let mut effects = form.saving(fields);
            effects.push(Effect::Attach(id, path));
            effects
        }
        Act::Remove => {
            let digest = form.files.selected(&form.draft).map(|one| one.digest);
            digest.map(|digest| Effect::Detach(id, digest)).into_iter().collect()
        }
        Act::TakeTime => take_time(state),
        Act::TakePlace => take_place(state),
        _ => Vec::new(),
    }
}

fn take_time(state: &mut State) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let shot = form.files.suggests(&form.draft).and_then(|suggests| suggests.time);
    let Some(at) = shot.and_then(|shot| shot.in_zone(state.front.moment.local)) else {
        form.files.told = Some((false, Word("no-time-in-file").into()));
        return Vec::new();
    };
    // A camera's clock is set by hand.
    let period = Period::moment(at, TimePrecision::About);
    let written = shown::time_written(&period);
    form.draft.observed = Some(period);
    form.with(Entry::When, |field| {
        field.set_text(&written);
        field.error = None;
        field.touched = false;
    });
    form.show_back(Entry::When, &state.front.catalogue, state.front.moment);
    form.files.told = Some((true, Word("time-taken").with("time", written)));
    form.saving([DraftField::Observed])
}

fn take_place(state: &mut State) -> Vec<Effect> {
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    let Some(position) = form.files.suggests(&form.draft).and_then(|suggests| suggests.position.clone())
    else {
        form.files.told = Some((false, Word("no-place-in-file").into()));
        return Vec::new();
    };
    let written = shown::position_written(&position.given);
    let fields = form.put_at(position, None, &state.front.catalogue, state.front.moment);
    form.files.told = Some((true, Word("place-taken").with("place", written)));
    form.saving(fields)
}

/// Takes in what came of something asked about the files of a draft.
pub fn hear(state: &mut State, id: ReportId, news: FilesNews) -> Vec<Effect> {
    let cells = state.preview_cells();
    let Screen::Form(form) = &mut state.screen else { return Vec::new() };
    if form.draft.id != id {
        return Vec::new();
    }
    match news {
        FilesNews::Attached(attached) => {
            form.draft.attachments.clone_from(&attached.attachments);
            form.files.attached(&attached, &form.draft);
            form.saved = Some(Timestamp::new(state.front.moment.now));
        }
        FilesNews::Detached(left) => {
            form.draft.attachments = left;
            form.files.step(&form.draft, 0);
            form.files.told = Some((true, Word("file-taken-off").into()));
        }
        FilesNews::Preview(digest, preview) => {
            form.files.preview = Some((digest, preview));
            return Vec::new();
        }
        FilesNews::Paths(paths) => {
            form.files.complete(paths);
            return Vec::new();
        }
        FilesNews::Failed(why) => {
            form.files.told = Some((false, why));
            return Vec::new();
        }
    }
    form.show_back(Entry::Files, &state.front.catalogue, state.front.moment);
    if matches!(form.over, Over::Files) { look(form, cells) } else { Vec::new() }
}
