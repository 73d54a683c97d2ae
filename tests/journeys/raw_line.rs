//! A member's connection spoken by hand, for what no honest client would say.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};
use vigilia::crypto::handshake::calling;
use vigilia::crypto::transport::TransportKey;

pub struct RawLine(BufReader<StreamOwned<ClientConnection, TcpStream>>);

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

impl RawLine {
    pub fn open(address: &str, key: &TransportKey) -> Self {
        Self::open_with(address, calling(key, Arc::new(|_| true)).unwrap())
    }

    pub fn open_with(address: &str, settings: ClientConfig) -> Self {
        let name = ServerName::try_from("relay.invalid").unwrap();
        let tls = ClientConnection::new(Arc::new(settings), name).unwrap();
        Self(BufReader::new(StreamOwned::new(tls, TcpStream::connect(address).unwrap())))
    }

    pub fn tls(&self) -> &ClientConnection {
        &self.0.get_ref().conn
    }

    /// Sends the head and as much of a body as is given; `length` is what the head promises.
    pub fn say(&mut self, request: &str, length: u64, body: &[u8]) -> std::io::Result<()> {
        let head = format!("{request} HTTP/1.1\r\nhost: relay\r\ncontent-length: {length}\r\n\r\n");
        let line = self.0.get_mut();
        line.write_all(head.as_bytes())?;
        line.write_all(body)?;
        line.flush()
    }

    /// Sends words as they are.
    pub fn whisper(&mut self, words: &str) -> std::io::Result<()> {
        let line = self.0.get_mut();
        line.write_all(words.as_bytes())?;
        line.flush()
    }

    /// Sends bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        let line = self.0.get_mut();
        line.write_all(bytes)?;
        line.flush()
    }

    pub fn hear(&mut self, has_body: bool) -> std::io::Result<Answer> {
        let (mut head, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line)? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            if line == "\r\n" {
                break;
            }
            if let Some(text) = line.to_lowercase().strip_prefix("content-length:") {
                length = text.trim().parse().unwrap();
            }
            head += &line;
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let mut body = vec![0; if has_body { length } else { 0 }];
        self.0.read_exact(&mut body)?;
        Ok(Answer { status, head, body })
    }

    pub fn ask(&mut self, request: &str, body: &[u8]) -> Answer {
        self.say(request, body.len() as u64, body).unwrap();
        self.hear(!request.starts_with("HEAD")).unwrap()
    }
}
