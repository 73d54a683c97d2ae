//! What keys change in the list of reports and where a report lies open.

use crate::desks::observer::OwnReport;
use crate::desks::spoken::terms;
use crate::domain::ids::Digest;
use crate::screens::desk::keys::Command as DeskCommand;
use crate::screens::desk::{reading, report_text as report};
use crate::screens::kit::edit::Edit;
use crate::screens::kit::widgets::list;
use crate::screens::observer::keys::Command;
use crate::screens::observer::lines::{self, ReportLine};
use crate::screens::observer::message::{Changed, Effect, Lists};
use crate::screens::observer::report_page::ReportPage;
use crate::screens::observer::report_text;
use crate::screens::observer::state::{Question, Screen, State};

/// Types into the words that narrow the list.
pub fn write(state: &mut State, edit: &Edit) -> Vec<Effect> {
    if state.search.edit(edit) {
        state.narrow();
    }
    Vec::new()
}

/// Obeys a command while words are typed that narrow the list.
pub fn in_search(state: &mut State, command: DeskCommand) -> Vec<Effect> {
    match command {
        DeskCommand::Go(go) => in_list(state, Command::Go(go)),
        DeskCommand::Open => in_list(state, Command::Open),
        DeskCommand::Leave => in_list(state, Command::Leave),
        _ => Vec::new(),
    }
}

/// Obeys a command in the list.
pub fn in_list(state: &mut State, command: Command) -> Vec<Effect> {
    if let Command::Go(go) = command {
        let place = list::moved(state.selected_place(), state.shown(), go.steps());
        state.selected = state.shown_line(place).map(|line| line.id).or(state.selected);
        return Vec::new();
    }
    let selected = state.selected_line().map(|line| (line.id, line.is_draft));
    match (command, selected) {
        (Command::New, _) => return vec![Effect::Begin(terms::written_in(state.front.tongue))],
        (Command::Search, _) => state.search.begin(),
        (Command::Leave, _) => {
            state.search.clear();
            state.narrow();
        }
        (Command::Open, Some((id, is_draft))) => {
            state.search.leave();
            return vec![if is_draft { Effect::Open(id) } else { Effect::OpenReport(id) }];
        }
        (Command::Discard, Some((id, true))) => state.question = Some(Question::Discard(id)),
        _ => {}
    }
    Vec::new()
}

/// Obeys a command where a report lies open.
pub fn in_report(state: &mut State, command: Command) -> Vec<Effect> {
    let (columns, tongue) = (reading::columns(state.front.size.0), state.front.tongue);
    let Screen::Report(page) = &mut state.screen else { return Vec::new() };
    let lines = || report_text::report(page, &state.front.catalogue, columns, tongue);
    if let Command::Go(go) = command {
        page.first = list::moved(page.first, lines().len(), go.steps());
        return Vec::new();
    }
    match command {
        Command::Leave => state.screen = Screen::Reports,
        Command::Correct => return vec![Effect::Correct(page.id())],
        Command::Attachments => page.first = report::attachments_at(&lines(), tongue),
        _ => {}
    }
    Vec::new()
}

/// The lists were read.
pub fn listed(state: &mut State, lists: Lists) {
    state.answers = Some(lists.answers);
    state.transfer.waiting = Some(lists.waiting);
    show(state, lists.reports);
}

/// What changed in the lists was read. Where the rest could not be read before, it is tried again.
pub fn changed(state: &mut State, changed: Changed) -> Vec<Effect> {
    let Some(mut reports) = state.reports.take() else { return vec![Effect::LoadReports] };
    reports.retain(|line| !line.is_draft);
    reports.extend(changed.drafts);
    for mut line in changed.reports {
        if let Some(before) = reports.iter().position(|before| before.id == line.id) {
            let before = reports.swap_remove(before);
            (line.news, line.overdue) = (before.news, before.overdue);
        }
        reports.push(line);
    }
    lines::sort(&mut reports);
    if changed.waiting.is_some() {
        state.transfer.waiting = changed.waiting;
    }
    show(state, reports);
    Vec::new()
}

fn show(state: &mut State, reports: Vec<ReportLine>) {
    state.reports = Some(reports);
    if state.selected.and_then(|id| state.line(id)).is_none() {
        state.selected = state.lines().first().map(|line| line.id);
    }
    state.narrow();
}

/// A report was opened: everything that was said of it counts as seen from now on.
pub fn opened(state: &mut State, own: OwnReport) -> Vec<Effect> {
    let answers = state.answers.as_deref().unwrap_or_default();
    let overdue = state.line(own.held.report.head().id).and_then(|line| line.overdue.as_deref()).cloned();
    let page = ReportPage::new(own, answers, overdue);
    let news = answers.iter().filter(|answer| answer.heard.seen.is_none());
    let news = news.filter(|answer| answer.heard.about.contains(&page.number()));
    let news: Vec<Digest> = news.map(|answer| answer.heard.statement).collect();
    state.selected = Some(page.id());
    state.screen = Screen::Report(Box::new(page));
    if news.is_empty() { Vec::new() } else { vec![Effect::MarkSeen(news)] }
}

/// Some answers count as seen from now on; the list keeps its order until it is read again.
pub fn seen(state: &mut State, answers: &[Digest]) {
    let now = crate::domain::time::Timestamp::new(state.front.moment.now);
    for answer in state.answers.iter_mut().flatten().filter(|one| answers.contains(&one.heard.statement)) {
        if answer.heard.seen.replace(now).is_some() {
            continue;
        }
        let about = &answer.heard.about;
        for line in state.reports.iter_mut().flatten() {
            if line.sequence.is_some_and(|number| about.contains(&number)) {
                line.unseen = line.unseen.saturating_sub(1);
                line.news = line.news.filter(|_| line.unseen > 0);
            }
        }
    }
}
