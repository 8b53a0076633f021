//! Seals personal data before it reaches the database, and finds it again without opening it.
//!
//! Each sealed value is bound to its table, column and row: copied elsewhere, it does not open. Blind indexes are keyed
//! hashes of folded values: equal values have equal hashes, so a stolen database shows how often a value occurs (that a
//! surname is common, that two referrals are of one person), never what it is.
//! This file must not know what is sealed, nor where it is kept.

pub mod fold;
pub mod keys;

use std::fmt;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::ids::{NoRandomness, random_bytes};
use keys::Keys;

/// The layout of a sealed value: this byte, the key's number, the nonce, then the sealed bytes and their tag.
const VERSION: u8 = 1;
const KEY_ID: usize = 4;
const HEADER: usize = 1 + KEY_ID;
const NONCE: usize = 24;

/// Why something could not be sealed or opened. None of it holds what was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// It was sealed with a key that is not in the key file.
    #[error("it was sealed with key {0}, which is not in the key file")]
    UnknownKey(u32),
    /// It is not a sealed value, or was changed, or belongs to another row.
    #[error("it is not what was sealed for this place")]
    Tampered,
    /// It opened, but is not of the expected shape.
    #[error("it opened, but does not have the expected shape")]
    Shape,
    /// Nothing can be sealed without randomness.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// Where a sealed value belongs. It opens nowhere else.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// What names the row for ever.
    pub row: &'a str,
}

/// The keys in use, made from one key of the key file; wiped when dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
struct Pair {
    id: u32,
    seal: [u8; 32],
    hash: [u8; 32],
}

impl Pair {
    fn of(id: u32, secret: &[u8; 32]) -> Self {
        Self { id, seal: hmac(secret, &[b"alongside/1/seal"]), hash: hmac(secret, &[b"alongside/1/hash"]) }
    }

    /// The key's number and the keyed hash: 36 bytes.
    fn keyed_hash(&self, purpose: &str, parts: &[&[u8]]) -> Vec<u8> {
        let mut hashed = self.id.to_be_bytes().to_vec();
        hashed.extend_from_slice(&self.plain_hash(purpose, parts));
        hashed
    }

    fn plain_hash(&self, purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
        let mut all = vec![purpose.as_bytes()];
        all.extend_from_slice(parts);
        hmac(&self.hash, &all)
    }
}

/// Seals with the newest key and opens with every key it holds. Clones share the keys.
#[derive(Clone)]
pub struct Vault {
    newest: Arc<Pair>,
    older: Arc<[Pair]>,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(hidden)")
    }
}

impl Vault {
    /// A vault with these keys.
    #[must_use]
    pub fn new(keys: &Keys) -> Self {
        let (newest, older) = keys.newest_and_older();
        let pair = |key: &keys::Key| Pair::of(key.id(), key.secret());
        Self { newest: Arc::new(pair(newest)), older: older.iter().rev().map(pair).collect() }
    }

    /// The number of the key that seals now.
    #[must_use]
    pub fn newest_key(&self) -> u32 {
        self.newest.id
    }

    /// Every pair, the newest first.
    fn pairs(&self) -> impl Iterator<Item = &Pair> {
        std::iter::once(self.newest.as_ref()).chain(self.older.iter())
    }

    /// Seals bytes for one place.
    pub fn seal(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
        let mut sealed = Vec::with_capacity(HEADER + NONCE + plain.len() + 16);
        sealed.push(VERSION);
        sealed.extend_from_slice(&self.newest.id.to_be_bytes());
        let about = about(&sealed, place);
        let nonce = XNonce::from(random_bytes::<NONCE>()?);
        let cipher = XChaCha20Poly1305::new(&self.newest.seal.into());
        let body = cipher.encrypt(&nonce, Payload { msg: plain, aad: &about }).map_err(|_| VaultError::Tampered)?;
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&body);
        Ok(sealed)
    }

    /// Opens what was sealed for this place; the bytes are wiped when dropped.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (header, rest) = sealed.split_at_checked(HEADER).ok_or(VaultError::Tampered)?;
        let (nonce, body) = rest.split_first_chunk::<NONCE>().ok_or(VaultError::Tampered)?;
        let (&version, id) = header.split_first().ok_or(VaultError::Tampered)?;
        if version != VERSION {
            return Err(VaultError::Tampered);
        }
        let id = u32::from_be_bytes(id.try_into().map_err(|_| VaultError::Tampered)?);
        let pair = self.pairs().find(|pair| pair.id == id).ok_or(VaultError::UnknownKey(id))?;
        XChaCha20Poly1305::new(&pair.seal.into())
            .decrypt(&XNonce::from(*nonce), Payload { msg: body, aad: &about(header, place) })
            .map(Zeroizing::new)
            .map_err(|_| VaultError::Tampered)
    }

    /// Seals a value as JSON.
    pub fn seal_json<T: Serialize + ?Sized>(&self, place: Place<'_>, value: &T) -> Result<Vec<u8>, VaultError> {
        let plain = Zeroizing::new(serde_json::to_vec(value).map_err(|_| VaultError::Shape)?);
        self.seal(place, &plain)
    }

    /// Opens a value that was sealed as JSON.
    pub fn open_json<T: DeserializeOwned>(&self, place: Place<'_>, sealed: &[u8]) -> Result<T, VaultError> {
        serde_json::from_slice(&self.open(place, sealed)?).map_err(|_| VaultError::Shape)
    }

    /// A keyed hash for `purpose` by the newest key: 36 bytes, the key's number first.
    #[must_use]
    pub fn hash(&self, purpose: &str, parts: &[&[u8]]) -> Vec<u8> {
        self.newest.keyed_hash(purpose, parts)
    }

    /// The keyed hash under every key, the newest first: for finding what an older key hashed.
    #[must_use]
    pub fn hashes(&self, purpose: &str, parts: &[&[u8]]) -> Vec<Vec<u8>> {
        self.pairs().map(|pair| pair.keyed_hash(purpose, parts)).collect()
    }

    /// Whether `stored` is the keyed hash of these parts under any key; takes the same time wherever they differ.
    #[must_use]
    pub fn is_hash(&self, stored: &[u8], purpose: &str, parts: &[&[u8]]) -> bool {
        self.hashes(purpose, parts).iter().any(|hash| hash.as_slice().ct_eq(stored).into())
    }

    /// 32 bytes that follow from the parts and from the key that made the keyed hash `like`; from the newest key when
    /// none is known. Nobody without the key file can work them out.
    #[must_use]
    pub fn derived(&self, purpose: &str, parts: &[&[u8]], like: Option<&[u8]>) -> Zeroizing<[u8; 32]> {
        let id = like.and_then(|hash| hash.first_chunk::<KEY_ID>()).map(|id| u32::from_be_bytes(*id));
        let pair = self.pairs().find(|pair| Some(pair.id) == id).unwrap_or(&self.newest);
        Zeroizing::new(pair.plain_hash(purpose, parts))
    }

    /// The blind index of one value in one field, by the newest key. Nothing to index when folding leaves nothing.
    #[must_use]
    pub fn index(&self, field: &str, value: &str) -> Option<Vec<u8>> {
        folded(value).map(|folded| self.hash("index", &[field.as_bytes(), folded.as_bytes()]))
    }

    /// The blind indexes of one value in one field under every key: for searching.
    #[must_use]
    pub fn indexes(&self, field: &str, value: &str) -> Vec<Vec<u8>> {
        folded(value).map(|folded| self.hashes("index", &[field.as_bytes(), folded.as_bytes()])).unwrap_or_default()
    }
}

fn folded(value: &str) -> Option<Zeroizing<String>> {
    let folded = Zeroizing::new(fold::fold(value));
    if folded.is_empty() { None } else { Some(folded) }
}

/// What is authenticated beside the sealed bytes. Lengths stand before parts, so that no two places read the same.
fn about(header: &[u8], place: Place<'_>) -> Vec<u8> {
    let mut about = header.to_vec();
    for part in [place.table, place.column, place.row] {
        push_part(&mut about, part.as_bytes());
    }
    about
}

fn push_part(all: &mut Vec<u8>, part: &[u8]) {
    all.extend_from_slice(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
    all.extend_from_slice(part);
}

fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC fills a short key with zeros up to the block of its hash; done here, the length can be no error.
    let mut block = Zeroizing::new([0_u8; 64]);
    block.iter_mut().zip(key).for_each(|(into, &byte)| *into = byte);
    let mut mac = <Hmac<Sha256> as Mac>::new((&*block).into());
    for part in parts {
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests;
