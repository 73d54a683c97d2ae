//! The relay's word on who belongs to the realm: its roster, and what amends it.

use reqwest::header::{CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH};
use reqwest::{Method, StatusCode};

use crate::courier::answers::{damaged, refusal, small, told};
use crate::courier::relay_client::RelayClient;
use crate::courier::road::RoadError;
use crate::domain::ids::Digest;
use crate::wire::amendment::{MOST, MOST_BYTES, write_sequence};
use crate::wire::relay_api::{ProblemCode, SEQUENCE_TYPE};
use crate::wire::roster;
use crate::wire::statement::SignedStatement;

impl RelayClient {
    pub(super) fn roster_once(&mut self, held: Option<u32>) -> Result<Option<Vec<u8>>, RoadError> {
        let mut asked = self.ask(Method::GET, "roster");
        if let Some(epoch) = held {
            asked = asked.header(IF_NONE_MATCH, format!("\"{epoch}\""));
        }
        let answer = self.reach(asked)?;
        match answer.status() {
            StatusCode::OK if answer.headers().contains_key(ETAG) => {
                Ok(Some(small(answer, roster::MOST_BYTES as u64)?))
            }
            StatusCode::NOT_MODIFIED => Ok(None),
            _ => Err(refusal(answer)),
        }
    }

    /// Tells all of them, as many in one request as it may hold. Where one does not count, the others are taken, and only
    /// asking for each by itself tells which one it was.
    pub(super) fn tell_all(&mut self, amendments: &[SignedStatement]) -> Result<Vec<Digest>, RoadError> {
        let (mut refused, mut left) = (Vec::new(), amendments);
        while !left.is_empty() {
            let (page, rest) = left.split_at(how_many_fit(left));
            if !self.tell_once(page)? {
                for amendment in page {
                    let alone = page.len() == 1;
                    if alone || !self.tell_once(std::slice::from_ref(amendment))? {
                        refused.push(amendment.digest());
                    }
                }
            }
            left = rest;
        }
        Ok(refused)
    }

    /// Whether all of them count there.
    fn tell_once(&mut self, amendments: &[SignedStatement]) -> Result<bool, RoadError> {
        let asked = self
            .ask(Method::POST, "amendments")
            .header(CONTENT_TYPE, HeaderValue::from_static(SEQUENCE_TYPE))
            .body(write_sequence(None, amendments));
        let answer = self.reach(asked)?;
        if answer.status().is_success() {
            return Ok(true);
        }
        match refusal(answer) {
            RoadError::Refused { code: ProblemCode::BadAmendment, .. } => Ok(false),
            other => Err(other),
        }
    }

    pub(super) fn amendments_once(&mut self, after: u64) -> Result<Option<(Vec<u8>, u64)>, RoadError> {
        let answer = self.reach(self.ask(Method::GET, &format!("amendments?after={after}")))?;
        if answer.status() != StatusCode::OK {
            return Err(refusal(answer));
        }
        let up_to = told(&answer).amendments.ok_or_else(|| {
            damaged("the relay does not say how far its list of members reaches".to_owned())
        })?;
        let bytes = small(answer, MOST_BYTES as u64)?;
        Ok(Some((bytes, up_to)).filter(|(bytes, _)| !bytes.is_empty()))
    }
}

/// How many of them go in one sequence; at least one.
fn how_many_fit(amendments: &[SignedStatement]) -> usize {
    let mut bytes = 0;
    let fits = amendments.iter().take(MOST).take_while(|amendment| {
        bytes += amendment.bytes().len();
        bytes <= MOST_BYTES
    });
    fits.count().max(1).min(amendments.len())
}
