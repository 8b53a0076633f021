//! What is sealed opens in its own place with its own key, and nowhere else.

use proptest::prelude::*;

use super::*;

fn vault() -> Vault {
    Vault::new(&Keys::new().unwrap())
}

fn place(row: &str) -> Place<'_> {
    Place { table: "referrals", column: "answers", row }
}

#[test]
fn older_keys_still_open_and_find_and_the_newest_seals() {
    let old = Keys::new().unwrap();
    let sealed = Vault::new(&old).seal(place("a"), b"words").unwrap();
    let hash = Vault::new(&old).hash("code", &[b"7K3M"]);
    let rotated = Vault::new(&old.with_new_key().unwrap());
    assert_eq!(rotated.open(place("a"), &sealed).unwrap().as_slice(), b"words");
    assert_eq!(rotated.newest_key(), 2);
    assert!(rotated.is_hash(&hash, "code", &[b"7K3M"]));
    let link = Vault::new(&old).chain(&[b"a"]);
    assert!(rotated.is_chain(&link, &[b"a"]) && rotated.chain(&[b"a"]) != link);
    assert!(rotated.hashes("code", &[b"7K3M"]).contains(&hash));
    assert_eq!(rotated.derived("d", &[b"x"], Some(&hash)), Vault::new(&old).derived("d", &[b"x"], None));
    assert_ne!(rotated.derived("d", &[b"x"], None), rotated.derived("d", &[b"x"], Some(&hash)));
}

#[test]
fn a_retired_key_opens_and_indexes_nothing_and_still_knows_codes() {
    let old = Keys::new().unwrap();
    let before = Vault::new(&old);
    let sealed = before.seal(place("a"), b"words").unwrap();
    let (code, index, link) =
        (before.hash("code", &[b"7K3M"]), before.index("name", "Zoë").unwrap(), before.chain(&[b"a"]));
    let derived = before.derived("d", &[b"x"], None);
    let keys = Keys::parse(&old.with_new_key().unwrap().retired(1, true).to_text()).unwrap();
    let keys = Keys::from_recovery_copy(&keys.recovery_copy()).unwrap();
    let vault = Vault::new(&keys);
    assert_eq!(vault.open(place("a"), &sealed), Err(VaultError::UnknownKey(1)));
    assert!(vault.is_hash(&code, "code", &[b"7K3M"]) && vault.derived("d", &[b"x"], Some(&code)) == derived);
    assert!(!vault.indexes("name", "Zoë").contains(&index) && !vault.is_chain(&link, &[b"a"]));
    assert_eq!(keys.older().len(), 1);
    assert!(keys.older()[0].is_retired() && keys.retired(1, false).older().is_empty());
    assert_eq!(keys.retired(2, false).newest().id(), 2, "the newest stays");
}

#[test]
fn a_vault_follows_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    let old = Keys::new().unwrap();
    old.save_new(&path).unwrap();
    let vault = Vault::of_file(&old, &path);
    let sealed = vault.seal(place("a"), b"words").unwrap();
    let code = vault.hash("code", &[b"7K3M"]);
    let new = old.with_new_key().unwrap();
    let elsewhere = Vault::new(&new).seal(place("b"), b"more").unwrap();
    assert_eq!(vault.open(place("b"), &elsewhere), Err(VaultError::UnknownKey(2)));
    new.replace(&path).unwrap();
    assert_eq!(vault.open(place("b"), &elsewhere).unwrap().as_slice(), b"more", "before anything was sealed");
    assert_eq!((vault.newest_key(), vault.clone().newest_key()), (2, 2));
    assert_eq!(vault.open(place("a"), &sealed).unwrap().as_slice(), b"words");
    assert_eq!(vault.hashes("code", &[b"7K3M"]).last(), Some(&code));
    let again = vault.reseal(place("a"), &sealed).unwrap();
    assert!(again.starts_with(&sealed_by(2)) && sealed.starts_with(&sealed_by(1)));
    assert!(vault.hash("code", &[]).starts_with(&hashed_by(2)));
    std::fs::remove_file(&path).unwrap();
    assert_eq!(vault.newest_key(), 2, "a file that is away changes nothing");
}

#[test]
fn another_services_key_opens_nothing() {
    let sealed = vault().seal(place("a"), b"words").unwrap();
    assert_eq!(vault().open(place("a"), &sealed), Err(VaultError::Tampered));
    let newer = Vault::new(&Keys::new().unwrap().with_new_key().unwrap()).seal(place("a"), b"words").unwrap();
    assert_eq!(vault().open(place("a"), &newer), Err(VaultError::UnknownKey(2)));
}

#[test]
fn the_same_words_sealed_twice_look_different() {
    let vault = vault();
    assert_ne!(vault.seal(place("a"), b"words").unwrap(), vault.seal(place("a"), b"words").unwrap());
}

#[test]
fn table_column_and_row_all_count_and_do_not_run_together() {
    let vault = vault();
    let at = |table, column, row| Place { table, column, row };
    let sealed = vault.seal(at("ab", "c", "d"), b"words").unwrap();
    for other in [at("a", "bc", "d"), at("ab", "cd", ""), at("ab", "c", "e"), at("x", "c", "d")] {
        assert_eq!(vault.open(other, &sealed), Err(VaultError::Tampered), "{other:?}");
    }
}

#[test]
fn a_blind_index_finds_folded_values_in_its_own_field_only() {
    let vault = vault();
    assert_eq!(vault.index("name", "Zoë  O'Brien"), vault.index("name", "ZOE OBRIEN"));
    assert_ne!(vault.index("name", "Zoë"), vault.index("street", "Zoë"));
    assert_eq!(vault.index("name", " - "), None);
    assert_eq!(vault.indexes("name", "Zoë").first(), vault.index("name", "zoe").as_ref());
}

#[test]
fn a_vault_does_not_show_itself_to_a_log() {
    assert_eq!(format!("{:?}", vault()), "Vault(hidden)");
}

proptest! {
    #[test]
    fn what_is_sealed_opens(plain in proptest::collection::vec(any::<u8>(), 0..200), row in "\\PC*") {
        let vault = vault();
        let sealed = vault.seal(place(&row), &plain).unwrap();
        let opened = vault.open(place(&row), &sealed).unwrap();
        prop_assert_eq!(opened.as_slice(), plain.as_slice());
    }

    #[test]
    fn any_change_of_any_byte_is_found(plain in proptest::collection::vec(any::<u8>(), 0..60), at in any::<proptest::sample::Index>(), flip in 1_u8..) {
        let vault = vault();
        let mut sealed = vault.seal(place("a"), &plain).unwrap();
        let at = at.index(sealed.len());
        sealed[at] ^= flip;
        prop_assert!(vault.open(place("a"), &sealed).is_err());
    }

    #[test]
    fn what_is_cut_short_or_made_up_does_not_open(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        let vault = vault();
        prop_assert!(vault.open(place("a"), &bytes).is_err());
        let sealed = vault.seal(place("a"), &bytes).unwrap();
        for length in 0..sealed.len() {
            prop_assert!(vault.open(place("a"), &sealed[..length]).is_err());
        }
    }

    #[test]
    fn another_row_does_not_open(row in "[a-z]{1,8}", other in "[a-z]{1,8}") {
        prop_assume!(row != other);
        let vault = vault();
        let sealed = vault.seal(place(&row), b"words").unwrap();
        prop_assert_eq!(vault.open(place(&other), &sealed), Err(VaultError::Tampered));
    }
}
