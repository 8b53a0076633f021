//! Seals personal data before it reaches the database, and finds it again without opening it.
//!
//! Each sealed value is bound to its table, column and row: copied elsewhere, it does not open. Blind indexes are keyed
//! hashes of folded values: equal values have equal hashes, so a stolen database shows how often a value occurs (that a
//! surname is common, that two referrals are of one person), never what it is.
//! This file must not know what is sealed, nor where it is kept.

pub mod fold;
pub mod keys;
mod watch;

use std::fmt;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::ids::{NoRandomness, random_bytes};
use keys::{Key, Keys, Secret};
use watch::Watched;

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

/// A value on its way to be sealed: the JSON it is sealed as, written once and wiped when dropped. One that cannot be
/// written says so when it is to be sealed.
#[derive(Clone, PartialEq, Eq)]
pub struct Plain(Result<Zeroizing<Vec<u8>>, VaultError>);

impl Plain {
    /// Writes it.
    #[must_use]
    pub fn of(value: &(impl Serialize + ?Sized)) -> Self {
        Self(serde_json::to_vec(value).map(Zeroizing::new).map_err(|_| VaultError::Shape))
    }
}

/// Not what is in it.
impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Plain(hidden)")
    }
}

/// The keys in use, made from one key of the key file; wiped when dropped. Apart from each other, so that a key can be
/// retired but for the part by which a code on somebody's paper is known again.
#[derive(Zeroize, ZeroizeOnDrop)]
struct Pair {
    id: u32,
    /// Seals, and whatever can be made anew from what is sealed; none in a key that was retired.
    whole: Option<Whole>,
    /// Knows codes again that only somebody else holds.
    codes: [u8; 32],
}

#[derive(Zeroize, ZeroizeOnDrop)]
struct Whole {
    seal: [u8; 32],
    index: [u8; 32],
}

impl Pair {
    fn of(key: &Key) -> Self {
        match key.secret() {
            Secret::Whole(secret) => Self {
                id: key.id(),
                whole: Some(Whole {
                    seal: hmac(secret, &[b"alongside/1/seal"]),
                    index: hmac(secret, &[b"alongside/1/index"]),
                }),
                codes: codes_part(secret),
            },
            Secret::Codes(codes) => Self { id: key.id(), whole: None, codes: *codes },
        }
    }
}

/// The part of a key that is kept when it is retired.
fn codes_part(secret: &[u8; 32]) -> [u8; 32] {
    hmac(secret, &[b"alongside/1/codes"])
}

/// A key's number and the keyed hash: 36 bytes.
fn keyed_hash(id: u32, key: &[u8; 32], purpose: &str, parts: &[&[u8]]) -> Vec<u8> {
    let mut hashed = id.to_be_bytes().to_vec();
    hashed.extend_from_slice(&plain_hash(key, purpose, parts));
    hashed
}

fn plain_hash(key: &[u8; 32], purpose: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut all = vec![purpose.as_bytes()];
    all.extend_from_slice(parts);
    hmac(key, &all)
}

/// Every key there is, the newest first.
struct Ring {
    pairs: Vec<Pair>,
}

impl Ring {
    fn of(keys: &Keys) -> Self {
        Self { pairs: keys.newest_first().map(Pair::of).collect() }
    }

    /// The pairs that seal and index. The newest comes first; a key file without one is refused when it is read.
    fn whole(&self) -> impl Iterator<Item = (u32, &Whole)> {
        self.pairs.iter().filter_map(|pair| Some((pair.id, pair.whole.as_ref()?)))
    }

    fn newest(&self) -> Result<(u32, &Whole), VaultError> {
        self.whole().next().ok_or(VaultError::UnknownKey(0))
    }
}

/// Seals with the newest key and opens with every key it holds. Clones share the keys.
///
/// A vault of a key file looks whether the file has changed before it seals or hashes, and when something was sealed
/// with a key it does not know: a key that was added while the portal runs is used from the next moment on.
#[derive(Clone)]
pub struct Vault {
    ring: Arc<RwLock<Arc<Ring>>>,
    file: Option<Arc<Watched>>,
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
        Self { ring: Arc::new(RwLock::new(Arc::new(Ring::of(keys)))), file: None }
    }

    /// A vault with the keys of a file, which it follows.
    #[must_use]
    pub fn of_file(keys: &Keys, file: &Path) -> Self {
        Self { file: Some(Arc::new(Watched::new(file))), ..Self::new(keys) }
    }

    fn held(&self) -> Arc<Ring> {
        Arc::clone(&self.ring.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The keys as they are now. A key file that cannot be read just now changes nothing.
    fn ring(&self) -> Arc<Ring> {
        if let Some(keys) = self.file.as_ref().and_then(|file| file.changed()) {
            *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Ring::of(&keys));
        }
        self.held()
    }

    /// The number of the key that seals now.
    #[must_use]
    pub fn newest_key(&self) -> u32 {
        self.ring().newest().map_or(0, |(id, _)| id)
    }

    /// Seals bytes for one place.
    pub fn seal(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, VaultError> {
        let ring = self.ring();
        let (id, keys) = ring.newest()?;
        let mut sealed = Vec::with_capacity(HEADER + NONCE + plain.len() + 16);
        sealed.push(VERSION);
        sealed.extend_from_slice(&id.to_be_bytes());
        let about = about(&sealed, place);
        let nonce = XNonce::from(random_bytes::<NONCE>()?);
        let cipher = XChaCha20Poly1305::new(&keys.seal.into());
        let body = cipher.encrypt(&nonce, Payload { msg: plain, aad: &about }).map_err(|_| VaultError::Tampered)?;
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&body);
        Ok(sealed)
    }

    /// Opens what was sealed for this place; the bytes are wiped when dropped.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        match open(&self.held(), place, sealed) {
            Err(VaultError::UnknownKey(_)) if self.file.is_some() => open(&self.ring(), place, sealed),
            opened => opened,
        }
    }

    /// Seals with the newest key what an older one sealed for this place.
    pub fn reseal(&self, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, VaultError> {
        self.seal(place, &self.open(place, sealed)?)
    }

    /// Seals a value as JSON.
    pub fn seal_json<T: Serialize + ?Sized>(&self, place: Place<'_>, value: &T) -> Result<Vec<u8>, VaultError> {
        let plain = Zeroizing::new(serde_json::to_vec(value).map_err(|_| VaultError::Shape)?);
        self.seal(place, &plain)
    }

    /// Seals a value that was written as JSON before.
    pub fn seal_plain(&self, place: Place<'_>, plain: &Plain) -> Result<Vec<u8>, VaultError> {
        self.seal(place, plain.0.as_ref().map_err(|error| *error)?)
    }

    /// Opens a value that was sealed as JSON.
    pub fn open_json<T: DeserializeOwned>(&self, place: Place<'_>, sealed: &[u8]) -> Result<T, VaultError> {
        serde_json::from_slice(&self.open(place, sealed)?).map_err(|_| VaultError::Shape)
    }

    /// A keyed hash for `purpose` by the newest key, of a code that only somebody else holds: 36 bytes, the key's number
    /// first.
    #[must_use]
    pub fn hash(&self, purpose: &str, parts: &[&[u8]]) -> Vec<u8> {
        self.hashes(purpose, parts).into_iter().next().unwrap_or_default()
    }

    /// The keyed hash under every key, the newest first: for finding what an older key hashed.
    #[must_use]
    pub fn hashes(&self, purpose: &str, parts: &[&[u8]]) -> Vec<Vec<u8>> {
        hashes(&self.ring(), purpose, parts)
    }

    /// [`Vault::hashes`] under the keys at hand, without a look whether the key file has changed: what they find, need not be
    /// looked for with others.
    #[must_use]
    pub fn hashes_at_hand(&self, purpose: &str, parts: &[&[u8]]) -> Vec<Vec<u8>> {
        hashes(&self.held(), purpose, parts)
    }

    /// Whether `stored` is the keyed hash of these parts under any key; takes the same time wherever they differ.
    #[must_use]
    pub fn is_hash(&self, stored: &[u8], purpose: &str, parts: &[&[u8]]) -> bool {
        is_among(&self.hashes(purpose, parts), stored)
    }

    /// 32 bytes that follow from the parts and from the key that made the keyed hash `like`; from the newest key when
    /// none is known. Nobody without the key file can work them out.
    #[must_use]
    pub fn derived(&self, purpose: &str, parts: &[&[u8]], like: Option<&[u8]>) -> Zeroizing<[u8; 32]> {
        let ring = self.ring();
        let id = like.and_then(|hash| hash.first_chunk::<KEY_ID>()).map(|id| u32::from_be_bytes(*id));
        let known = ring.pairs.iter().find(|pair| Some(pair.id) == id).or_else(|| ring.pairs.first());
        Zeroizing::new(known.map_or([0; 32], |pair| plain_hash(&pair.codes, purpose, parts)))
    }

    /// A keyed hash over parts that are stored, so that it can be made anew under another key: for chains.
    #[must_use]
    pub fn chain(&self, parts: &[&[u8]]) -> Vec<u8> {
        self.chains(parts).into_iter().next().unwrap_or_default()
    }

    /// Whether `stored` is such a hash of these parts under any key.
    #[must_use]
    pub fn is_chain(&self, stored: &[u8], parts: &[&[u8]]) -> bool {
        is_among(&self.chains(parts), stored)
    }

    fn chains(&self, parts: &[&[u8]]) -> Vec<Vec<u8>> {
        self.ring().whole().map(|(id, keys)| keyed_hash(id, &keys.index, "chain", parts)).collect()
    }

    /// The blind index of one value in one field, by the newest key. Nothing to index when folding leaves nothing.
    #[must_use]
    pub fn index(&self, field: &str, value: &str) -> Option<Vec<u8>> {
        self.indexes(field, value).into_iter().next()
    }

    /// The blind indexes of one value in one field under every key: for searching.
    #[must_use]
    pub fn indexes(&self, field: &str, value: &str) -> Vec<Vec<u8>> {
        let Some(folded) = folded(value) else { return Vec::new() };
        let parts = [field.as_bytes(), folded.as_bytes()];
        self.ring().whole().map(|(id, keys)| keyed_hash(id, &keys.index, "index", &parts)).collect()
    }
}

fn hashes(ring: &Ring, purpose: &str, parts: &[&[u8]]) -> Vec<Vec<u8>> {
    ring.pairs.iter().map(|pair| keyed_hash(pair.id, &pair.codes, purpose, parts)).collect()
}

fn open(ring: &Ring, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let (header, rest) = sealed.split_at_checked(HEADER).ok_or(VaultError::Tampered)?;
    let (nonce, body) = rest.split_first_chunk::<NONCE>().ok_or(VaultError::Tampered)?;
    let (&version, id) = header.split_first().ok_or(VaultError::Tampered)?;
    if version != VERSION {
        return Err(VaultError::Tampered);
    }
    let id = u32::from_be_bytes(id.try_into().map_err(|_| VaultError::Tampered)?);
    let (_, keys) = ring.whole().find(|(known, _)| *known == id).ok_or(VaultError::UnknownKey(id))?;
    XChaCha20Poly1305::new(&keys.seal.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: body, aad: &about(header, place) })
        .map(Zeroizing::new)
        .map_err(|_| VaultError::Tampered)
}

/// How every value begins that this key sealed.
#[must_use]
pub fn sealed_by(key: u32) -> Vec<u8> {
    [&[VERSION], key.to_be_bytes().as_slice()].concat()
}

/// How every keyed hash begins that this key made.
#[must_use]
pub fn hashed_by(key: u32) -> Vec<u8> {
    key.to_be_bytes().to_vec()
}

fn is_among(hashes: &[Vec<u8>], stored: &[u8]) -> bool {
    hashes.iter().fold(false, |found, hash| found | bool::from(hash.as_slice().ct_eq(stored)))
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
